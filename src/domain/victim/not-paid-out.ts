import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId } from '../ids.ts';
import { liabilityKey, liabilityOf } from '../liability/liability-index.ts';
import type { Liability } from '../liability/liability.ts';
import type { PaidOut } from '../liability/overpayments.ts';
import type { NotPaidOut, Payee, Paying } from '../liability/taken-back.ts';
import { add, atLeastNothing, least, noMoney, subtract, sum, type Money } from '../money.ts';
import { isAssigned } from '../statutes/18-usc-3664-g-2-assignment.ts';
import { tracks } from '../statutes/restitution-statutes.ts';
import { creditedUnder, receiptOf } from './keys.ts';
import { emptyAccount, type CaseAccount } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

/** The receipts that pay on a liability, as this stream credited them, and for whom. */
export function payingOn(state: VictimState, liability: Liability): readonly Paying[] {
  const under = liabilityKey(liability);
  const paying: Paying[] = [];
  for (const [key, { total, isReversed, on }] of state.credits.entries()) {
    if (isReversed || total === noMoney || creditedUnder(key) !== under) continue;
    const payee = payeeOf(state, liability, on);
    paying.push({ receiptId: receiptOf(key), on, amount: total, payee });
  }
  return paying;
}

/** For whom a credit of that day under the liability is held. */
export function payeeOf(
  { people: { assignments } }: VictimState,
  liability: Liability,
  on: CalendarDate,
): Payee {
  if (assignments.length === 0) return 'VICTIM';
  const { caseId, orderId, victimId } = liability;
  const own = assignments.filter((each) => each.victimId === victimId);
  return isAssigned(own, { caseId, orderId, on }) ? 'FUND' : 'VICTIM';
}

/**
 * What the victim, and what the Crime Victims Fund, has not been paid out of what this stream credited in the case. A payment out
 * to the victim is taken first to be money that came in beside it, as everywhere (P-05).
 */
export function notPaidOutIn(state: VictimState, caseId: CaseId): NotPaidOut {
  const account = state.accounts.get(caseId) ?? emptyAccount;
  const { disbursed, paidBeside, toFund, unclaimed } = account;
  const besidePrincipal = add(add(toFund, paidBeside), interestIn(account));
  const toVictim = atLeastNothing(subtract(add(disbursed, unclaimed), besidePrincipal));
  const all = atLeastNothing(subtract(creditedHere(account), add(toFund, toVictim)));
  const fund = least(all, atLeastNothing(subtract(assignedInCase(state, caseId), toFund)));
  return { VICTIM: subtract(all, fund), FUND: fund };
}

function assignedInCase({ assigned, liabilities }: VictimState, caseId: CaseId): Money {
  const inCase = [...assigned.entries()].filter(
    ([key]) => liabilities.get(liabilityOf(key))?.caseId === caseId,
  );
  return sum(inCase.map(([, { amount }]) => amount));
}

/** What went out of the victim’s money of the case, for the case to know what is left of what it has credited itself. */
export function paidOutOf({ accounts }: VictimState, caseId: CaseId): Omit<PaidOut, 'ids'> {
  const account = accounts.get(caseId) ?? emptyAccount;
  const { disbursed, paidBeside, unclaimed } = account;
  // The case has credited that interest too, and none of it is what it takes back.
  const beside = add(paidBeside, interestIn(account));
  return { left: subtract(creditedHere(account), add(disbursed, unclaimed)), beside };
}

function interestIn({ interest: { credited } }: CaseAccount): Money {
  return sum(tracks.map((track) => credited[track]));
}

function creditedHere({ credited }: CaseAccount): Money {
  return sum(tracks.map((track) => credited[track]));
}
