import type { CaseId } from '../ids.ts';
import { isFinal, outstanding, type Liability } from '../liability/liability.ts';
import { add, atLeastNothing, greatest, least, noMoney, subtract, sum, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { greatestLossOf } from '../statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { grossLosses } from '../statutes/18-usc-2259-d-2-c-deduction.ts';
import { lossesFor, tracks, type Track } from '../statutes/restitution-statutes.ts';
import { assignedAway, assignedCredits, assignedIn, ownOf, type AssignedCredit } from './assigned.ts';
import { countedElsewhere } from './count-elsewhere.ts';
import { findingsKey, foundFor, type FindingsKey, type FoundFor } from './keys.ts';
import type { CameIn, CaseAccount } from './parts-of-state.ts';
import { counts, countsOn, findingOf, type Finding, type VictimState } from './state.ts';

/** What has been credited to the victim of the losses that the cap measures (P-03, P-18): what headroom is taken from. */
export function recovered(account: CreditedIn, policies: Policies): Money {
  return add(countedOf(account, policies), recoveredAsInterest(account, policies));
}

/** What of it is interest on restitution, as far as that counts (P-10). */
export function recoveredAsInterest({ interest }: CreditedIn, policies: Policies): Money {
  return policies['P-10'] === 'COUNTS' ? countedOf(interest, policies) : noMoney;
}

/** What came in of principal, and of interest. */
export interface CreditedIn extends Sums {
  readonly interest: Sums;
}

type Sums = Pick<CaseAccount, 'credited' | 'underVacated'>;

function countedOf(account: Sums, policies: Policies): Money {
  const credited = sum(countedTracks(policies).map((track) => account.credited[track]));
  if (policies['P-18'] === 'COUNT') return credited;
  return subtract(credited, sum(countedTracks(policies).map((track) => account.underVacated[track])));
}

/** What recovery is measured from. */
export interface Received extends Pick<VictimState, 'assisted'> {
  readonly total: CreditedIn;
  readonly assigned: readonly AssignedCredit[];
  readonly elsewhere: Pick<VictimState['elsewhere'], 'sums'>;
}

/**
 * The same less what was assigned away (P-29), with assistance, where that counts (P-12), for it is recovery for the losses
 * of trafficking; and with what was recovered elsewhere, as far as that counts (P-13, P-43, P-44).
 */
export function recoveredInAll({ total, assigned, ...beside }: Received, policies: Policies): Money {
  const own = subtract(recovered(total, policies), assignedAway(assigned, policies));
  return add(own, besideReceipts(beside, policies));
}

/** The same, of a victim's state. */
export function recoveredBy(state: VictimState, policies: Policies): Money {
  return recoveredInAll(receivedBy(state, policies), policies);
}

/** Of ten thousand orders whose interest was assigned a list is made only where it bears on the sum: it is asked for at every payment. */
function receivedBy(state: VictimState, policies: Policies): ReceivedByCase {
  const { total, assisted, elsewhere, accounts } = state;
  const assigned = policies['P-29'] === 'ASSIGNED_COUNTS_AS_RECEIVED' ? [] : assignedCredits(state);
  return { total, cleared: clearedOf(total), assisted, elsewhere, assigned, accounts: accounts.entries() };
}

/** What counts of assistance and of recoveries elsewhere: the victim holds both, whether or not a court paid out. */
function besideReceipts(
  { assisted, elsewhere }: Pick<Received, 'assisted' | 'elsewhere'>,
  policies: Policies,
): Money {
  return add(assistanceCounted(assisted, policies), countedElsewhere(elsewhere.sums, policies));
}

/** What of the assistance received counts toward the cap: all of it, where the cap is measured by gross findings. */
function assistanceCounted(assisted: Money, policies: Policies): Money {
  return policies['P-12'] === 'COUNT_AGAINST_GROSS' ? assisted : noMoney;
}

/** The same, with what has cleared, and with what came in and went out by case. */
export interface ReceivedByCase extends Received {
  /** What of the total has cleared. */
  readonly cleared: Received['total'];
  readonly accounts: Iterable<readonly [CaseId, CaseAccount]>;
}

/** What the victim has received in the sense of the statute (P-05). */
export function received(state: VictimState, policies: Policies): Money {
  return receivedInAll(receivedBy(state, policies), policies);
}

/**
 * What counts as received in the sense of the statute (P-05): what was credited through the court, what of it has cleared, or
 * was paid out. A payment out
 * does not say what it was for: it is taken first to be money that the cap does not count, so that nothing ends too early.
 */
export function receivedInAll(all: ReceivedByCase, policies: Policies): Money {
  switch (policies['P-05']) {
    case 'PAID_THROUGH_COURT':
      return recoveredInAll(all, policies);
    case 'CLEARED':
      return recoveredInAll({ ...all, total: all.cleared, assigned: all.assigned.map(ofCleared) }, policies);
    case 'DISBURSED':
      return paidOutInAll(all, policies);
  }
}

/** What has cleared of an account, in the shape in which recovery is measured from what is credited. */
export function clearedOf(account: CaseAccount): CreditedIn {
  return { ...clearedIn(account), interest: clearedIn(account.interest) };
}

function clearedIn({ cleared, clearedUnderVacated }: CameIn): Sums {
  return { credited: cleared, underVacated: clearedUnderVacated };
}

/** What has cleared of it. */
export function ofCleared(credit: AssignedCredit): AssignedCredit {
  return { ...credit, amount: credit.cleared };
}

function paidOutInAll(all: ReceivedByCase, policies: Policies): Money {
  const paidOut = [...all.accounts].map(([caseId, account]) => {
    const inCase = all.assigned.filter((each) => each.caseId === caseId);
    const counted = subtract(recovered(account, policies), assignedAway(inCase, policies));
    const credited = subtract(creditedIn(account), assignedIn(inCase, policies));
    return least(counted, atLeastNothing(subtract(ownOf(account, policies), subtract(credited, counted))));
  });
  return add(sum(paidOut), besideReceipts(all, policies));
}

/** All that came in under section 2259: principal, and interest of which this stream was told. */
export function creditedIn({ credited, interest }: CreditedIn): Money {
  return sum(tracks.flatMap((track) => [credited[track], interest.credited[track]]));
}

/** The losses of a finding as the cap measures them: before what was deducted for assistance, or after (P-12). */
function lossesOf({ amount, deducted }: Pick<Finding, 'amount' | 'deducted'>, policies: Policies): Money {
  return policies['P-12'] === 'NET_FINDINGS_ONLY' ? amount : grossLosses(amount, deducted);
}

/** The greatest loss found in any case with a final order (P-01, P-02, P-03), measured anew over all cases. */
export function greatestLoss(state: VictimState, policies: Policies): Money | undefined {
  if (policies['P-02'] === 'ORDERED_AS_LOWER_BOUND') return greatestLossOrOrder(state, policies);
  return greatestLossOf(lossesFoundInFinalCases(state, policies));
}

/** Once for each final order: a case with two is measured twice, which costs less than to remember ten thousand cases. */
function* lossesFoundInFinalCases(state: VictimState, policies: Policies): Generator<Money> {
  const categories = countedTracks(policies).map((track) => lossesFor('18 U.S.C. 2259', track));
  for (const liability of state.liabilities.values()) {
    if (!counts(liability, policies) || !isFinal(liability, policies)) continue;
    let losses: Money | undefined;
    for (const category of categories) {
      const found = findingOf(state, liability, category);
      if (found !== undefined) losses = add(losses ?? noMoney, lossesOf(found, policies));
    }
    if (losses !== undefined) yield losses;
  }
}

/** The same, where what was ordered stands in for losses that were not found. */
function greatestLossOrOrder(state: VictimState, policies: Policies): Money | undefined {
  const final = finalSharesByCase(state, policies);
  const found = [...final].map(([key, shares]) => lossesInCase(state, foundFor(key), { shares, policies }));
  return greatestLossOf(found.filter((losses) => losses !== undefined));
}

/** The greatest share of each track that is ordered by a final order for one id, by the cases that have one. */
type Shares = Partial<Record<Track, Money>>;

function finalSharesByCase(state: VictimState, policies: Policies): ReadonlyMap<FindingsKey, Shares> {
  const byCase = new Map<FindingsKey, Shares>();
  for (const liability of state.liabilities.values()) {
    const { track, ordered } = liability;
    if (!counts(liability, policies) || !isFinal(liability, policies)) continue;
    const key = findingsKey(liability);
    const shares = byCase.get(key) ?? {};
    byCase.set(key, { ...shares, [track]: greatest(shares[track] ?? noMoney, ordered) });
  }
  return byCase;
}

/** The losses of one case, as found for one id: of every kind that counts together, for recoveries of every such kind count toward them. */
function lossesInCase(
  state: VictimState,
  of: FoundFor,
  { shares, policies }: { shares: Shares; policies: Policies },
): Money | undefined {
  const found = countedTracks(policies).flatMap((track) => {
    const standIn = policies['P-02'] === 'ORDERED_AS_LOWER_BOUND' ? shares[track] : undefined;
    const finding = findingOf(state, of, lossesFor('18 U.S.C. 2259', track));
    return (finding && lossesOf(finding, policies)) ?? standIn ?? [];
  });
  return found.length === 0 ? undefined : sum(found);
}

/** The cap at which the last full recovery stands; undefined where there was none yet, or it was undone. */
export function reachedAt({ standing, epoch }: VictimState): Money | undefined {
  return standing.find((each) => each.epoch === epoch)?.at;
}

/** The liabilities for the losses that the cap measures under which something is owed. */
export function openLiabilities(state: VictimState, policies: Policies): readonly Liability[] {
  const open: Liability[] = [];
  for (const liability of state.liabilities.values()) {
    if (counts(liability, policies) && outstanding(liability) > noMoney) open.push(liability);
  }
  return open;
}

/**
 * Whether an order entered after full recovery may still prove to be for a larger loss: it is not final, and its case
 * has found no such losses yet, or more than the cap. Until then nothing can be collected under it (P-16).
 */
export function mayRaiseCap(state: VictimState, liability: Liability, policies: Policies): boolean {
  if (isFinal(liability, policies)) return false;
  const { track } = liability;
  if (findingOf(state, liability, lossesFor('18 U.S.C. 2259', track)) === undefined) return true;
  const losses = lossesInCase(state, liability, { shares: {}, policies });
  return losses === undefined || state.greatestLoss === undefined || losses > state.greatestLoss;
}

/** Whether an order that is not final has a larger finding behind it than the cap (P-14). */
export function isLargerLossPending(state: VictimState, policies: Policies): boolean {
  for (const liability of state.liabilities.values()) {
    const isPending = !liability.isVacated && counts(liability, policies) && !isFinal(liability, policies);
    if (!isPending) continue;
    const losses = lossesInCase(state, liability, { shares: {}, policies });
    if (losses !== undefined && losses > (state.greatestLoss ?? noMoney)) return true;
  }
  return false;
}

/** The tracks on which losses and recoveries are those that the cap measures (P-03). */
export function countedTracks(policies: Policies): readonly Track[] {
  return tracks.filter((track) => countsOn(track, policies));
}
