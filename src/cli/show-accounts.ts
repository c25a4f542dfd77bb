import type { AccountView, StatementPlace } from '../application/views/statements.ts';
import { counted, grouped } from './amounts.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { tableOf, type Column } from './table.ts';
import type { Asked } from './verb.ts';
import type { World } from './world.ts';

/** `restitution accounts`: the accounts that statements come for, and how far each is reconciled. */
export async function showAccounts(asked: Asked, world: World): Promise<Exit> {
  return atDesk(asked, world, async (desk) => {
    const found = await desk.house.queries.reconciliation.accounts(desk.clocks);
    await desk.answer(found, () => found.accounts.map((account) => accountInWords(account, desk)).join('\n'));
    if (found.accounts.length === 0) await desk.remark(howToOpen);
    return 'fine';
  });
}

const howToOpen =
  'No account is open. Open one with the command OpenAccount (`restitution commands OpenAccount`), then take in its files with `restitution take-in`.';

function accountInWords(account: AccountView, { names, style }: Desk): string {
  const { accountId, kind, purpose, balance, statements, openedOn } = account;
  const what = kind === 'BANK' ? 'a bank account' : 'a report of payments';
  const holds = kind === 'BANK' ? ` It holds ${grouped(balance)}.` : '';
  const of = purpose === 'RESERVE' ? ' of the Reserve' : '';
  const head = `${names.shown(accountId)} is ${what}${of}, opened on ${openedOn}.${holds}`;
  const list =
    statements.length === 0
      ? 'No statement was taken in yet.\n'
      : `${counted(statements.length, 'statement')}:\n\n${tableOf(statements, columns, style.dim)}`;
  return `${style.bold(head)} ${list}`;
}

const columns: readonly Column<StatementPlace>[] = [
  { title: 'statement', text: ({ statementId }) => statementId },
  { title: 'from', text: ({ from }) => from },
  { title: 'to', text: ({ to }) => to },
  { title: 'opening', isNumber: true, text: ({ opening }) => (opening === null ? '' : grouped(opening)) },
  { title: 'closing', isNumber: true, text: ({ closing }) => (closing === null ? '' : grouped(closing)) },
  { title: 'gap', isNumber: true, text: ({ gap }) => (gap === null ? '' : grouped(gap)) },
  { title: 'lines', isNumber: true, text: ({ lines }) => String(lines) },
  { title: 'open', isNumber: true, text: ({ open }) => (open === 0 ? '' : String(open)) },
  { title: 'waiting', isNumber: true, text: ({ suspended }) => (suspended === 0 ? '' : String(suspended)) },
  { title: 'signed', text: ({ signedAs }) => signedAs.join(', ').toLowerCase() },
];
