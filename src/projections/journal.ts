import { noMoney, subtract } from '../domain/money.ts';
import type { Account } from '../domain/chart-of-accounts.ts';
import { movesOf, type Found } from './moves.ts';
import { tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/**
 * One entry of the journal: the amount goes from the credited account to the debited one, so that no entry can be out
 * of balance. `item` is that of the timeline's row, which says whom it concerns; `line` counts the entries of an item.
 */
export interface EntryRow {
  readonly position: number;
  readonly item: number;
  readonly line: number;
  readonly effectiveOn: string;
  readonly debit: Account;
  readonly credit: Account;
  /** In cents; above nothing. */
  readonly amount: bigint;
}

/** The journal, the root of every balance. */
export const journalTable = tableOf<EntryRow>({
  name: 'journal',
  columns: {
    position: 'integer',
    item: 'integer',
    line: 'integer',
    effectiveOn: 'day',
    debit: 'word',
    credit: 'word',
    amount: 'amount',
  },
  key: ['position', 'item', 'line'],
  indexes: [],
});

const noEntries: readonly EntryRow[] = [];

/** The entries of one event, in order; none for nothing. */
export function entriesOf(event: Told, found: Found): readonly EntryRow[] {
  const moves = movesOf(event, found);
  if (moves.length === 0) return noEntries;
  const { position, effectiveOn } = event;
  const entries: EntryRow[] = [];
  for (const { item: within, debit, credit, amount } of moves) {
    if (amount === noMoney) continue;
    const item = event.item + within;
    const last = entries.at(-1);
    const line = last?.item === item ? last.line + 1 : 0;
    entries.push(
      amount > noMoney
        ? { position, item, line, effectiveOn, debit, credit, amount }
        : {
            position,
            item,
            line,
            effectiveOn,
            debit: credit,
            credit: debit,
            amount: subtract(noMoney, amount),
          },
    );
  }
  return entries;
}
