import { hash } from 'node:crypto';
import type { AccountId, StatementId } from '../../domain/ids.ts';
import type { LineRef, StatementLine } from '../../domain/statement/events.ts';
import type { BankLine, Party, References } from '../../formats/bank-line.ts';
import type { Directory, DirectoryEntry } from '../../store/directory.ts';

/** What a file says of a line beside its money: it may name somebody, and so it stands in the directory alone. */
export interface LinePaper {
  readonly references: References;
  readonly party?: Party | undefined;
  readonly remittance?: string | undefined;
  readonly reason?: string | undefined;
  readonly code?: string | undefined;
  /** Where in the file it stands. */
  readonly fileLine: number;
}

/** The id of a line: of its statement, and its number there. */
export function lineIdOf({ statementId, line }: LineRef): string {
  return `${statementId}.${String(line)}`;
}

/** Keeps what files say of lines, and knows a line again by it. */
export class LinePapers {
  readonly #directory: Directory;

  constructor(directory: Directory) {
    this.#directory = directory;
  }

  /** What the file said of a line; undefined where it was forgotten, or never kept. */
  of(ref: LineRef): Promise<LinePaper | undefined> {
    return this.#paperOf(lineIdOf(ref));
  }

  /** What a report said of the receipt; undefined where none did. */
  ofReceipt(receiptId: string): Promise<LinePaper | undefined> {
    return this.#paperOf(receiptId);
  }

  /** Keeps what a report said of a receipt, so that the bank's deposit of that number is known to have it. */
  async keepOfReceipt(receiptId: string, paper: LinePaper): Promise<void> {
    const label = JSON.stringify({ id: receiptId, paper });
    await this.#directory.putAll([{ kind: 'line', id: receiptId, label }]);
  }

  async #paperOf(id: string): Promise<LinePaper | undefined> {
    const label = await this.#directory.labelOf(id);
    return label === undefined ? undefined : (JSON.parse(label) as { paper: LinePaper }).paper;
  }

  /** Keeps what a file said of the lines of one statement. What is kept already is passed over. */
  async keep(statementId: StatementId, papers: readonly KnownLine[]): Promise<void> {
    const entries = papers.flatMap(({ line, paper, fingerprint }): readonly DirectoryEntry[] => {
      const id = lineIdOf({ statementId, line });
      return [
        { kind: 'line', id, label: JSON.stringify({ id, paper }) },
        { kind: 'fingerprint', id: `${id}.f`, label: fingerprint },
      ];
    });
    await this.#directory.putAll(entries);
  }

  /** The line of another statement that said the same before; undefined where none did. */
  async saidBefore(statementId: StatementId, fingerprint: string): Promise<LineRef | undefined> {
    const id = await this.#directory.idOf('fingerprint', fingerprint);
    const [before = '', line = ''] = id?.split('.') ?? [];
    if (id === undefined || before === statementId) return undefined;
    return { statementId: before as StatementId, line: Number(line) };
  }
}

/** A line with what the file said of it, and how it is known again. */
export interface KnownLine {
  readonly line: number;
  readonly paper: LinePaper;
  readonly fingerprint: string;
}

/**
 * How lines are known again in another file of the account: by all that they say, and the how-manieth of the file that
 * says so. Two equal deposits of one day are two; the same two in the file of the next day are the same two.
 */
export class Fingerprints {
  readonly #accountId: AccountId;
  readonly #said = new Map<string, number>();

  constructor(accountId: AccountId) {
    this.#accountId = accountId;
  }

  of({ on, direction, amount }: Pick<StatementLine, 'on' | 'direction' | 'amount'>, line: BankLine): string {
    const { kind, references, party = {}, remittance = '', reason = '' } = line;
    const words = [on, direction, amount, kind, Object.entries(references).sort(), party, remittance, reason];
    const digest = hash('sha256', JSON.stringify([this.#accountId, ...words]), 'base64url');
    const time = (this.#said.get(digest) ?? 0) + 1;
    this.#said.set(digest, time);
    return `${digest} ${String(time)}`;
  }
}
