import type { VictimId } from '../ids.ts';
import { formatMoney, least, noMoney, subtract, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { OverpaymentTakenBack } from './events.ts';
import { overpaid, refOf, type Liability } from './liability.ts';
import { lastFirst, type NotPaidOut, type Paying } from './taken-back.ts';

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
  { paying, notPaidOut, policies }: { paying: readonly Paying[]; notPaidOut: NotPaidOut; policies: Policies },
): readonly OverpaymentTakenBack[] {
  const above = least(overpaid(liability), liability.paid);
  return takeable(paying.toSorted(lastFirst), notPaidOut, above).map(
    ({ of: { receiptId }, amount: taken }) => {
      const { amendments: amendment, lastOn: effectiveOn } = liability;
      const said = { receiptId, amendment, amount: formatMoney(taken), policyVersion: policies.version };
      return { type: 'OverpaymentTakenBack', effectiveOn, data: { ...refOf(liability), ...said } };
    },
  );
}

/** So much may be taken of what one receipt had paid. */
interface Takeable {
  readonly of: Paying;
  readonly amount: Money;
}

/** Of each, in this order, what may be taken: no more than was paid, than is held for its payee, and than the limit of all. */
function takeable(paying: readonly Paying[], held: NotPaidOut, limit: Money): readonly Takeable[] {
  const left = { ...held };
  let open = limit;
  return paying.flatMap((of) => {
    const amount = least(least(of.amount, open), left[of.payee]);
    if (amount <= noMoney) return [];
    open = subtract(open, amount);
    left[of.payee] = subtract(left[of.payee], amount);
    return [{ of, amount }];
  });
}
