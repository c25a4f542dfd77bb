import type { CalendarDate } from '../calendar-date.ts';
import { liabilityKey, type LiabilityOf } from '../liability/liability-index.ts';
import type { LiabilityExpired, RecoveryTakenBack, TakingGround } from '../liability/events.ts';
import { expiredAgain } from '../liability/expired.ts';
import { changeDay, refOf, reversedOn } from '../liability/liability.ts';
import { isOfCap } from '../liability/taken-back.ts';
import { formatMoney, least, noMoney, parseMoney, subtract, sum, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { invariant } from '../rejection.ts';
import type { CountedCredit } from './counted-credits.ts';
import type { VictimEvent } from './events.ts';
import { evolveVictim } from './evolve.ts';
import { byLaw } from './lists.ts';
import { notPaidOutIn, payeeOf } from './not-paid-out.ts';
import { draftOf, type VictimState } from './state.ts';

/** What is to be taken back for the cap, and of which credits. */
interface Taking {
  /** In the order in which they give. */
  readonly credits: readonly Pick<CountedCredit, 'receiptId' | 'on' | 'liability' | 'amount'>[];
  /** No more than this of all of them together. */
  readonly amount: Money;
  readonly ground: TakingGround;
  readonly on: CalendarDate;
  readonly policies: Policies;
}

/**
 * Takes back what receipts had paid, as far as the victim was not paid it out in their cases: what was paid out stays, and no
 * statute asks it back (P-20).
 */
export function takenBackForCap(
  state: VictimState,
  { credits, amount, ground, on, policies }: Taking,
): readonly (RecoveryTakenBack | LiabilityExpired)[] {
  const draft = draftOf(state);
  let left = amount;
  return credits.flatMap((credit) => {
    const liability = draft.liabilities.get(credit.liability);
    invariant(liability !== undefined, 'what was paid is taken back of what was never owed');
    const held = notPaidOutIn(draft, liability.caseId)[payeeOf(draft, liability, credit.on)];
    const taken = least(least(credit.amount, left), held);
    if (taken <= noMoney) return [];
    left = subtract(left, taken);
    const { receiptId } = credit;
    const said = { receiptId, taking: takingsOf(draft, liability) + 1, ground, amount: formatMoney(taken) };
    const effectiveOn = changeDay(liability, on);
    const data = { ...refOf(liability), ...said, ...byLaw(policies) };
    const event: RecoveryTakenBack = { type: 'RecoveryTakenBack', effectiveOn, data };
    const over = expiredAgain(liability, reversedOn(liability, effectiveOn, taken), on);
    for (const each of [event, ...over]) evolveVictim(draft, each);
    return [event, ...over];
  });
}

/** How much of it was taken back. */
export function amountTaken(events: readonly VictimEvent[]): Money {
  return sum(
    events.flatMap(({ type, data }) => (type === 'RecoveryTakenBack' ? [parseMoney(data.amount)] : [])),
  );
}

/** How often something was taken back under the liability for the cap. */
function takingsOf({ takenBack }: VictimState, of: LiabilityOf): number {
  return (takenBack.get(liabilityKey(of)) ?? []).filter(isOfCap).length;
}
