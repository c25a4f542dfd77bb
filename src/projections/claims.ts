import { add, least, noMoney, parseMoney, subtract, type Money } from '../domain/money.ts';
import type { LiabilityRow } from './liability-row.ts';
import type { Told } from './told.ts';

/**
 * What had been paid above the amount ordered before an amendment. The event does not say it, but what was paid is the
 * same on both sides, and on each side paid + terminated + owed = ordered + overpaid.
 */
export function overpaidBefore({ data }: Told<'LiabilityAmended'>): Money {
  const after = add(parseMoney(data.terminatedAfter), parseMoney(data.outstandingAfter));
  const paid = subtract(add(parseMoney(data.amount), parseMoney(data.overpaid)), after);
  const before = add(parseMoney(data.terminatedBefore), parseMoney(data.outstandingBefore));
  return subtract(add(paid, before), parseMoney(data.amountBefore));
}

/** How a reversal divides: money that was paid too much is too much no longer, and the rest is a claim again, or none. */
export interface Reversal {
  readonly overpaid: Money;
  readonly receivable: Money;
  readonly vacated: Money;
}

/** What a reversed payment had been for; under an order that was set aside, nothing is owed again. */
export function reversalOf(
  { overpaid, isVacated }: Pick<LiabilityRow, 'overpaid' | 'isVacated'>,
  amount: Money,
): Reversal {
  const tooMuch = least(amount, overpaid);
  const rest = subtract(amount, tooMuch);
  return isVacated === 1
    ? { overpaid: tooMuch, receivable: noMoney, vacated: rest }
    : { overpaid: tooMuch, receivable: rest, vacated: noMoney };
}
