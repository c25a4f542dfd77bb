import type { BankLine } from './bank-line.ts';
import type { Fault } from './fault.ts';
import type { ProofBook } from './file-proof.ts';
import type { Bytes, Encoding } from './lines.ts';

/** What a reader gives: lines in the order of the file, and what is wrong with it; its totals go into the book. */
export type Reading = AsyncGenerator<BankLine | Fault, void>;

/** What every reader is given beside the bytes. */
export interface ReadingWith {
  readonly book: ProofBook;
  readonly encoding: Encoding;
}

/** Reads the files of one format. */
export type Reader = (bytes: Bytes, given: ReadingWith) => Reading;
