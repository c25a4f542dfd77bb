import type { CalendarDate } from '../calendar-date.ts';
import { liabilityKey, liabilityOf } from '../liability/liability-index.ts';
import type { Liability } from '../liability/liability.ts';
import type { Paying } from '../liability/taken-back.ts';
import { atLeastNothing, noMoney, subtract, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { headroom } from '../statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { creditedUnder, receiptOf } from './keys.ts';
import type { Credit } from './parts-of-state.ts';
import { received, recoveredBy } from './recovery.ts';
import { counts, type VictimState } from './state.ts';

/** What the victim may still be credited with; undefined, without limit, where there is no cap yet. */
export function roomOf(state: VictimState, policies: Policies): Money | undefined {
  return headroom(state.greatestLoss, countedSoFar(state, policies));
}

/** What the victim was credited with above the cap. */
export function creditedAbove(state: VictimState, policies: Policies): Money {
  const { greatestLoss: cap } = state;
  return cap === undefined ? noMoney : atLeastNothing(subtract(countedSoFar(state, policies), cap));
}

/** What takes from the room: what was credited, or what of that was received, where collection goes on until then (P-06). */
export function countedSoFar(state: VictimState, policies: Policies): Money {
  return policies['P-06'] === 'FREEZE' ? recoveredBy(state, policies) : received(state, policies);
}

/** What a receipt pays on a liability, that takes from the room. */
export interface CountedCredit extends Omit<Paying, 'payee'> {
  readonly liability: Liability;
  /** The day of the payment. */
  readonly paidOn: CalendarDate;
  /** What it asked for. */
  readonly asked: Money;
}

/**
 * The credits that take from the room under liabilities that the cap ends, so that there is more room by what is taken back of
 * them. What the Crime Victims Fund holds is not among them where that is no recovery of the victim's (P-29).
 */
export function countedCredits(state: VictimState, policies: Policies): readonly CountedCredit[] {
  const counted: CountedCredit[] = [];
  for (const [key, credit] of state.credits.entries()) {
    if (credit.isReversed || credit.total === noMoney || !isInTheSum(credit, policies)) continue;
    const liability = state.liabilities.get(liabilityOf(creditedUnder(key)));
    if (liability === undefined || !isCounted(state, liability, policies)) continue;
    const { on, paidOn, asked, total: amount } = credit;
    counted.push({ receiptId: receiptOf(key), on, paidOn, asked, amount, liability });
  }
  return counted;
}

function isCounted(state: VictimState, liability: Liability, policies: Policies): boolean {
  if (!counts(liability, policies)) return false;
  if (liability.isVacated && policies['P-18'] === 'DO_NOT_COUNT') return false;
  if (policies['P-29'] === 'ASSIGNED_COUNTS_AS_RECEIVED') return true;
  return (state.assigned.get(liabilityKey(liability))?.amount ?? noMoney) === noMoney;
}

/** Where collection goes on until the money is received, what is not received yet takes nothing from the room (P-05, P-06). */
function isInTheSum({ isCleared }: Credit, policies: Policies): boolean {
  if (policies['P-06'] === 'FREEZE' || policies['P-05'] === 'PAID_THROUGH_COURT') return true;
  return policies['P-05'] === 'CLEARED' && isCleared;
}
