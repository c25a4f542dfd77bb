import { chartOfAccounts } from '../domain/chart-of-accounts.ts';
import type { EntryView, Paged, Stamp, Stamped } from '../application/views/ledger.ts';
import {
  journalHead,
  pathOf,
  remark,
  transaction,
  type TextEntry,
} from '../formats/plain-text-accounting/journal-text.ts';
import { counted } from './amounts.ts';
import { CountedSheet } from './sheet.ts';
import { versionOfProgram } from './version.ts';

const paths: ReadonlyMap<string, string> = new Map(
  chartOfAccounts.map((each) => [each.account, pathOf(each)]),
);
const pathFor = (account: string): string => paths.get(account) ?? account;

/** The journal as plain-text accounting, which hledger and ledger read. Of people and cases it has the ids alone. */
export class PlainTextSheet extends CountedSheet<EntryView> {
  /** The entries of the last transaction: the next page may have more of it. */
  #open: TextEntry[] = [];
  #transactions = 0;

  protected override async write(page: Stamped<Paged<EntryView>>, isFirst: boolean): Promise<void> {
    let text = isFirst ? journalHead(headOf(page.stamp), chartOfAccounts) : '';
    for (const row of page.rows) {
      const entry = entryOf(row);
      const [last] = this.#open;
      if (last !== undefined && (last.position !== entry.position || last.on !== entry.on))
        text += this.#close();
      this.#open.push(entry);
    }
    await this.desk.print(text);
  }

  protected override async end(): Promise<void> {
    const last = this.#close();
    await this.desk.print(`${last}\n${remark(`end of ${counted(this.#transactions, 'transaction')}`)}`);
  }

  #close(): string {
    if (this.#open.length === 0) return '';
    const text = transaction(this.#open, pathFor);
    this.#open = [];
    this.#transactions += 1;
    return text;
  }
}

/** What it is a journal of, so that it can be asked for again. */
function headOf({ position, asOf, knownAt }: Stamp): readonly string[] {
  return [
    `journal of restitution ${versionOfProgram()}, at position ${String(position)} of the log`,
    `as of ${asOf ?? 'every day'}, as known at ${knownAt ?? 'that position'}`,
  ];
}

function entryOf(row: EntryView): TextEntry {
  const { position, effectiveOn: on, debit, credit, amount } = row;
  const subjects = {
    ...(row.victimId !== null && { victim: row.victimId }),
    ...(row.caseId !== null && { case: row.caseId }),
    ...(row.defendantId !== null && { defendant: row.defendantId }),
    ...(row.orderId !== null && { order: row.orderId }),
    ...(row.receiptId !== null && { receipt: row.receiptId }),
  };
  return { position, on, debit, credit, amount, subjects };
}
