import type { CaseId } from '../ids.ts';
import { liabilityKey, type LiabilityOf } from '../liability/liability-index.ts';
import type { PaidOut, Paying } from '../liability/overpayments.ts';
import { add, atLeastNothing, noMoney, subtract, sum, type Money } from '../money.ts';
import { tracks } from '../statutes/restitution-statutes.ts';
import { creditedUnder, receiptOf } from './keys.ts';
import { emptyAccount, type CaseAccount } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

/** The receipts that pay on a liability, as this stream credited them. */
export function payingOn({ credits }: VictimState, of: LiabilityOf): readonly Paying[] {
  const under = liabilityKey(of);
  const paying: Paying[] = [];
  for (const [key, { total, isReversed, on }] of credits.entries()) {
    if (isReversed || total === noMoney || creditedUnder(key) !== under) continue;
    paying.push({ receiptId: receiptOf(key), on, amount: total });
  }
  return paying;
}

/**
 * What the victim has not been paid out of what this stream credited in the case. A payment out is taken first to be money that
 * came in beside it, as everywhere (P-05).
 */
export function ownNotPaidOut({ accounts }: VictimState, caseId: CaseId): Money {
  const account = accounts.get(caseId) ?? emptyAccount;
  const gone = add(subtract(account.disbursed, account.paidBeside), account.unclaimed);
  return atLeastNothing(subtract(creditedHere(account), gone));
}

/** What went out of the victim’s money of the case, for the case to know what is left of what it has credited itself. */
export function paidOutOf({ accounts }: VictimState, caseId: CaseId): Omit<PaidOut, 'ids'> {
  const account = accounts.get(caseId) ?? emptyAccount;
  const { disbursed, paidBeside: beside, unclaimed } = account;
  return { left: subtract(creditedHere(account), add(disbursed, unclaimed)), beside };
}

function creditedHere({ credited }: CaseAccount): Money {
  return sum(tracks.map((track) => credited[track]));
}
