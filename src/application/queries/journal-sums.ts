import type { Account } from '../../domain/chart-of-accounts.ts';
import { money, subtract, sum, type Money } from '../../domain/money.ts';
import { largeSpan, smallSpan, wholeBlocks } from '../../projections/sums.ts';
import type { Frame } from './frame.ts';

/** All that went from one account to another. */
export interface Flow {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Money;
}

interface FlowCells {
  readonly debit: bigint;
  readonly credit: bigint;
  readonly amount: bigint;
}

/**
 * What went from account to account, on both clocks of the frame and, where a day is given, before it: one row for each pair
 * at most. It takes as long in a long ledger as in a short one: whole blocks of positions are summed up already.
 */
export function flowsOn(frame: Frame, before?: number): readonly Flow[] {
  const found =
    frame.isNow && before === undefined
      ? frame.all('SELECT debit, credit, amount FROM flows')
      : frame.all(onClocks, { ...blocksOf(frame), before: before ?? afterAll });
  return (found as readonly FlowCells[]).map(({ debit, credit, amount }) => ({
    debit: frame.term(debit) as Account,
    credit: frame.term(credit) as Account,
    amount: money(amount),
  }));
}

/** What stands in the account: what went into it, less what went out of it. */
export function balanceIn(flows: readonly Flow[], account: Account): Money {
  const of = (side: 'debit' | 'credit') =>
    sum(flows.filter((flow) => flow[side] === account).map(({ amount }) => amount));
  return subtract(of('debit'), of('credit'));
}

/** Later than any day, as rows have days. */
const afterAll = 99_999_999;

function blocksOf({ position }: Frame) {
  const { large, firstSmall, small, end } = wholeBlocks(position);
  return { ...{ largeSpan, smallSpan }, ...{ large, firstSmall, small, end } };
}

const kept = 'effectiveOn <= :day AND effectiveOn < :before';

const onClocks = `SELECT debit, credit, sum(amount) AS amount FROM (
    SELECT debit, credit, amount FROM sums WHERE span = :largeSpan AND block < :large AND ${kept}
    UNION ALL
    SELECT debit, credit, amount FROM sums
      WHERE span = :smallSpan AND block >= :firstSmall AND block < :small AND ${kept}
    UNION ALL
    SELECT debit, credit, amount FROM journal WHERE position > :end AND position <= :position AND ${kept}
  ) GROUP BY debit, credit`;

/**
 * The source of the entries, as `j`, that were recorded after `:after` and are in effect by `:last`, in the order of recording: of
 * blocks without any, none is looked at. To be asked with `laterParams`.
 */
export const laterEntriesSql = `(SELECT DISTINCT block FROM sums
     WHERE span = :smallSpan AND block >= :firstBlock AND block * :smallSpan < :position AND effectiveOn <= :last ORDER BY block) b
   CROSS JOIN journal j ON j.position > max(:after, b.block * :smallSpan)
     AND j.position <= min(:position, (b.block + 1) * :smallSpan) AND j.effectiveOn <= :last`;

/** The parameters of `laterEntriesSql`; the day as rows have it. */
export function laterParams(after: number, last: number) {
  return { after, last, smallSpan, firstBlock: Math.floor(after / smallSpan) };
}
