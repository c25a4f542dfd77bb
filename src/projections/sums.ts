import type { Account } from '../domain/chart-of-accounts.ts';
import { pairNumber, pairOf } from './flows.ts';
import type { EntryRow } from './journal.ts';
import { tableOf, type Change } from './read-model.ts';

/**
 * What went from one account to another on one day, among the positions of one block: the journal in so few rows that a
 * balance on both clocks is summed up at once, however long it is.
 *
 * Block 0 of 16,384 positions holds those from 1 to 16,384, and each after it the next as many; above 64 of them stands one
 * block of 1,048,576. What was known by a position is the blocks that end by it, the large ones first, and the rows
 * of the journal behind them.
 */
export interface SumRow {
  /** The number of positions of the block. */
  readonly span: number;
  readonly block: number;
  readonly effectiveOn: string;
  readonly debit: Account;
  readonly credit: Account;
  /** In cents; above nothing. */
  readonly amount: bigint;
}

/** The sums of the journal, by block of positions, day and pair of accounts. */
export const sumTable = tableOf<SumRow>({
  name: 'sums',
  columns: {
    span: 'integer',
    block: 'integer',
    effectiveOn: 'day',
    debit: 'word',
    credit: 'word',
    amount: 'amount',
  },
  key: ['span', 'block', 'effectiveOn', 'debit', 'credit'],
  indexes: [],
});

/** How many positions are one block. */
export const smallSpan = 16_384;
/** How many are one large one. */
export const largeSpan = 64 * smallSpan;

/** Up to where blocks answer for what was known by a position, and the rows of the journal for the rest. */
export interface Blocks {
  /** Large blocks before this one are whole. */
  readonly large: number;
  /** So are small ones from this one on, behind the large ones… */
  readonly firstSmall: number;
  /** …and before this one. */
  readonly small: number;
  /** The last position that a whole block holds. */
  readonly end: number;
}

/** The blocks that end by this position. */
export function wholeBlocks(position: number): Blocks {
  const large = Math.floor(position / largeSpan);
  const small = Math.floor(position / smallSpan);
  return { large, firstSmall: large * (largeSpan / smallSpan), small, end: small * smallSpan };
}

/** The sums of some entries, to be added to those of before. */
export class Sums {
  readonly #days = new Map<string, SumsOfDay>();
  /** Entries one after the other are mostly of one block and one day. */
  #last: SumsOfDay = { block: -1, effectiveOn: '', cells: new Map() };

  count({ position, effectiveOn, debit, credit, amount }: EntryRow): void {
    const block = Math.floor((position - 1) / smallSpan);
    if (block !== this.#last.block || effectiveOn !== this.#last.effectiveOn)
      this.#last = this.#of(block, effectiveOn);
    const { cells } = this.#last;
    const pair = pairNumber(debit, credit);
    cells.set(pair, (cells.get(pair) ?? 0n) + amount);
  }

  changes(): readonly Change[] {
    return [...this.#days.values()].flatMap(({ block, effectiveOn, cells }) =>
      [...cells].flatMap(([pair, amount]) => {
        const { debit, credit } = pairOf(pair);
        const large = Math.floor((block * smallSpan) / largeSpan);
        return [
          added({ span: smallSpan, block, effectiveOn, debit, credit, amount }),
          added({ span: largeSpan, block: large, effectiveOn, debit, credit, amount }),
        ];
      }),
    );
  }

  #of(block: number, effectiveOn: string): SumsOfDay {
    const name = `${String(block)} ${effectiveOn}`;
    const known = this.#days.get(name) ?? { block, effectiveOn, cells: new Map<number, bigint>() };
    this.#days.set(name, known);
    return known;
  }
}

/** What went between each pair of accounts, by the number of the pair. */
interface SumsOfDay {
  readonly block: number;
  readonly effectiveOn: string;
  readonly cells: Map<number, bigint>;
}

function added(row: SumRow): Change {
  const { span, block, effectiveOn, debit, credit, amount } = row;
  return {
    key: [String(span), String(block), effectiveOn, debit, credit],
    to: (before) => ({ ...row, amount: ((before as SumRow | undefined)?.amount ?? 0n) + amount }),
  };
}
