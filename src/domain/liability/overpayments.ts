import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { ReceiptId, VictimId } from '../ids.ts';
import { formatMoney, least, noMoney, subtract, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { OverpaymentTakenBack } from './events.ts';
import { overpaid, refOf, type Liability } from './liability.ts';

/** What one receipt pays on a liability, and since which day. */
export interface Paying {
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
  readonly amount: Money;
}

/** That so much of what a receipt had paid was taken back for an amendment of the order. */
export interface TakenBack extends Paying {
  readonly amendment: number;
}

/** What went out of a victim’s money of one case, as the victim’s stream has it. */
export interface PaidOut {
  /** All ids of that person: what is held for one person is there once. */
  readonly ids: readonly VictimId[];
  /** What that stream has credited, less all that went out or waits unclaimed: below nothing where more did. */
  readonly left: Money;
  /** What of what went out the case itself had credited: as interest, or under other statutes than section 2259. */
  readonly beside: Money;
}

/**
 * What was paid above the amount that a court has lowered, receipt by receipt: those that paid last give first, and of one
 * day those of the greater id, so that whoever asks finds the same. What the victim was paid out stays with the victim.
 *
 * @param liability as amended, on the day on which the amendment took effect
 */
export function overpaymentsTakenBack(
  liability: Liability,
  { paying, notPaidOut, policies }: { paying: readonly Paying[]; notPaidOut: Money; policies: Policies },
): readonly OverpaymentTakenBack[] {
  let left = least(least(overpaid(liability), liability.paid), notPaidOut);
  return paying.toSorted(lastFirst).flatMap(({ receiptId, amount }) => {
    const taken = least(amount, left);
    if (taken <= noMoney) return [];
    left = subtract(left, taken);
    const { amendments: amendment, lastOn: effectiveOn } = liability;
    const said = { receiptId, amendment, amount: formatMoney(taken), policyVersion: policies.version };
    return [{ type: 'OverpaymentTakenBack', effectiveOn, data: { ...refOf(liability), ...said } } as const];
  });
}

function lastFirst(one: Paying, other: Paying): number {
  if (one.on !== other.on) return one.on < other.on ? 1 : -1;
  return one.receiptId < other.receiptId ? 1 : -1;
}

/** The latest of the days, on which all of it is free to go on. */
export function freeOn([first, ...others]: readonly [CalendarDate, ...CalendarDate[]]): CalendarDate {
  return others.reduce(laterOf, first);
}
