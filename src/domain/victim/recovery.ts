import { isFinal, outstanding, type Liability } from '../liability/liability.ts';
import { least, noMoney, subtract, sum, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { greatestLossOf } from '../statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { tracks, type Track } from '../statutes/restitution-statutes.ts';
import { counts, findingOf, type CaseAccount, type VictimState } from './state.ts';

/** What has been credited to the victim of the losses that the cap measures (P-03, P-18): what headroom is taken from. */
export function recovered(account: CaseAccount, policies: Policies): Money {
  const credited = sum(countedTracks(policies).map((track) => account.credited[track]));
  if (policies['P-18'] === 'COUNT') return credited;
  return subtract(credited, sum(countedTracks(policies).map((track) => account.underVacated[track])));
}

/** What the victim has received in the sense of the statute (P-05): credited through the court, or paid out. */
export function received(state: VictimState, policies: Policies): Money {
  if (policies['P-05'] === 'PAID_THROUGH_COURT') return recovered(state.total, policies);
  const paidOut = [...state.accounts.values()].map((account) =>
    least(recovered(account, policies), account.disbursed),
  );
  return sum(paidOut);
}

/** The greatest loss found in any case with a final order (P-01, P-02, P-03), measured anew over all cases. */
export function greatestLoss(state: VictimState, policies: Policies): Money | undefined {
  return greatestLossOf(lossesInFinalCases(state, policies));
}

function* lossesInFinalCases(state: VictimState, policies: Policies): Iterable<Money> {
  for (const liability of state.liabilities.values()) {
    if (!counts(liability.track, policies) || !isFinal(liability, policies)) continue;
    const losses = lossesFound(state, liability);
    if (losses !== undefined) yield losses;
    else if (policies['P-02'] === 'ORDERED_AS_LOWER_BOUND') yield liability.ordered;
  }
}

/** The cap at which the last full recovery stands; undefined where there was none yet, or it was undone. */
export function reachedAt({ standing, epoch }: VictimState): Money | undefined {
  return standing.find((each) => each.epoch === epoch)?.at;
}

/** The losses found in the case of the liability, of the category that it is for. */
function lossesFound(state: VictimState, { caseId, track }: Liability): Money | undefined {
  return findingOf(state, caseId, track === 'TRAFFICKING' ? 'TRAFFICKING' : 'PRODUCTION');
}

/** The liabilities for the losses that the cap measures under which something is owed. */
export function openLiabilities(state: VictimState, policies: Policies): readonly Liability[] {
  const open: Liability[] = [];
  for (const liability of state.liabilities.values()) {
    if (counts(liability.track, policies) && outstanding(liability) > noMoney) open.push(liability);
  }
  return open;
}

/**
 * Whether an order entered after full recovery may still prove to be for a larger loss: it is not final, and its case
 * has found no losses yet, or more than the cap. Until then nothing can be collected under it (P-16).
 */
export function mayRaiseCap(state: VictimState, liability: Liability, policies: Policies): boolean {
  if (isFinal(liability, policies)) return false;
  const losses = lossesFound(state, liability);
  return losses === undefined || state.greatestLoss === undefined || losses > state.greatestLoss;
}

function countedTracks(policies: Policies): readonly Track[] {
  return tracks.filter((track) => counts(track, policies));
}
