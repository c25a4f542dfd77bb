import type { CalendarDate } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import { formatMoney, least, noMoney } from '../money.ts';
import { isFullyRecovered } from '../statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { ineligibilityIn } from './assistance.ts';
import { theCourtRevives } from './court-revival.ts';
import type { VictimEvent } from './events.ts';
import { whatIsAboveTheCapIsTakenBack, whatWasTakenBackEnds } from './above-cap.ts';
import { evolveVictim } from './evolve.ts';
import { capDay, endDay, factDay, recoveryDay, type DayOf } from './frontier.ts';
import type { VictimId } from '../ids.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { creditsComeToMore } from './credits-of-courts.ts';
import { byLaw, ending, reinstated } from './lists.ts';
import { assistanceTwiceIsNoted } from './identities.ts';
import { overRecoveryIsClaimed, overRecoveryIsNoted } from './over-recovery.ts';
import { capMovers, theCapMoves, written } from './cap-moves.ts';
import { hasAny, type Matter, type Rule } from './matter.ts';
import { payeesAreQuestioned } from './payees.ts';
import { payoutsAreHeld, representationsEnd } from './people-by-law.ts';
import { isLargerLossPending, mayRaiseCap, openLiabilities, reachedAt, received } from './recovery.ts';
import { draftOf, type VictimState } from './state.ts';

/** What was reported, and on which day. */
interface Facts extends Context {
  readonly victimId: VictimId;
  readonly on: CalendarDate;
  readonly happened: readonly VictimEvent[];
}

/** What concerns people, and then 18 U.S.C. 2259(b)(2)(C), in the order in which consequences arise; each rests on facts of its own. */
const rules: readonly { readonly rule: Rule; readonly dayOf: DayOf }[] = [
  { rule: representationsEnd, dayOf: factDay },
  { rule: payoutsAreHeld, dayOf: factDay },
  { rule: payeesAreQuestioned, dayOf: factDay },
  { rule: assistanceTwiceIsNoted, dayOf: factDay },
  { rule: ineligibilityIsNoted, dayOf: capDay },
  { rule: theCapMoves, dayOf: capDay },
  { rule: whatIsAboveTheCapIsTakenBack, dayOf: recoveryDay },
  { rule: whatWasUndoneMeanwhileComesBack, dayOf: recoveryDay },
  { rule: recoveryIsUndone, dayOf: recoveryDay },
  { rule: theCourtRevives, dayOf: recoveryDay },
  { rule: creditsComeToMore, dayOf: recoveryDay },
  { rule: recoveryIsFull, dayOf: endDay },
  { rule: whatWasTakenBackEnds, dayOf: endDay },
  { rule: laterLiabilitiesEnd, dayOf: endDay },
  { rule: overRecoveryIsNoted, dayOf: recoveryDay },
  { rule: overRecoveryIsClaimed, dayOf: recoveryDay },
];

/**
 * What the law makes of the facts: each rule sees what the rules before it have brought about. Without facts, every
 * rule is asked anew, as after a change of policy.
 */
export function whatFollows(state: VictimState, facts: Facts): readonly VictimEvent[] {
  const { victimId, happened } = facts;
  // The id is closed with it: the law is asked about the person under the one that goes on, whatever was answered since.
  if (happened.some(({ type }) => type === 'IdentityAbsorbed')) return [];
  const victim = draftOf(state);
  for (const event of happened) evolveVictim(victim, event);
  const brought: VictimEvent[] = [];
  for (const { rule, dayOf } of rules) {
    const events = rule({ victimId, happened, brought, victim, ...when(dayOf, victim, facts) });
    for (const event of events) evolveVictim(victim, event);
    brought.push(...events);
  }
  return brought;
}

/**
 * What the last decision has not listed yet, because the store takes no append so large, and whoever wrote it came no
 * further. Whoever decides on the victim next writes it first; so nothing is ever decided between the parts.
 */
export function whatIsLeftOut(state: VictimState, { policies, policiesOn }: Context): readonly VictimEvent[] {
  const { tail } = state;
  if (tail === undefined) return [];
  const { victimId, on } = tail;
  const facts: Facts = {
    ...{ victimId, on, happened: [], policies: policiesOn?.(on) ?? policies },
    ...(policiesOn && { policiesOn }),
  };
  const victim = draftOf(state);
  const matter = { victimId, happened: [], brought: [], victim, ...when(recoveryDay, victim, facts) };
  const told = (rule: Rule): readonly VictimEvent[] => {
    const events = rule(matter);
    for (const event of events) evolveVictim(victim, event);
    return events;
  };
  const lists = [
    ...[whatIsUndoneComesBack, whatTheCourtRevives, creditsComeToMore],
    ...[whatWasOwedEnds, laterLiabilitiesEnd],
  ].flatMap(told);
  return lists.length === 0 ? [] : [...lists, ...[overRecoveryIsNoted, overRecoveryIsClaimed].flatMap(told)];
}

function whatTheCourtRevives(matter: Matter): readonly VictimEvent[] {
  return matter.victim.tail?.ofCourt === undefined ? [] : theCourtRevives(matter);
}

function whatIsUndoneComesBack(matter: Matter): readonly VictimEvent[] {
  const { victim, policies } = matter;
  const undone = victim.tail?.undone ?? [];
  if (undone.length === 0) return [];
  if (isRevived(matter)) return epochsOf(victim).flatMap((epoch) => reinstated(matter, epoch));
  if (policies['P-19'] !== 'REINSTATE') return [];
  return undone.flatMap((epoch) => reinstated(matter, epoch));
}

function whatWasOwedEnds(matter: Matter): readonly VictimEvent[] {
  const { victim, policies } = matter;
  const toEnd = victim.tail?.toEnd;
  if (toEnd === undefined || toEnd.size === 0) return [];
  const open = openLiabilities(victim, policies).filter((each) => toEnd.has(liabilityKey(each)));
  return ending(matter, open, victim.epoch);
}

/** The day of what a rule makes of the facts, and the answers of that day: these may say which facts it rests on. */
function when(
  dayOf: DayOf,
  { frontier }: VictimState,
  facts: Facts,
): Pick<Matter, 'effectiveOn' | 'policies'> {
  const { policies, policiesOn } = facts;
  const answers = policiesOn?.(dayOf(frontier, policies, facts)) ?? policies;
  return { effectiveOn: dayOf(frontier, answers, facts), policies: answers };
}

/** An order for assistance against the words of 2259(d)(3) stands, and a person should know. */
function ineligibilityIsNoted({ happened }: Matter): readonly VictimEvent[] {
  return happened.flatMap((event) => (event.type === 'AssistanceOrdered' ? ineligibilityIn(event) : []));
}

/**
 * A return has taken the victim below what a full recovery stood on (P-19), or a larger finding revives all (P-15). An
 * earlier full recovery, at a lower cap, stands as long as the victim has that much.
 */
function recoveryIsUndone(matter: Matter): readonly VictimEvent[] {
  const { victim, policies, victimId, effectiveOn } = matter;
  const { standing, greatestLoss: cap } = victim;
  if (standing.length === 0) return [];
  const sofar = received(victim, policies);
  const isAllRevived = isRevived(matter);
  const undone = standing.filter(
    ({ at }) => isAllRevived || sofar < (cap === undefined ? at : least(cap, at)),
  );
  const amounts = { greatestLoss: written(cap), recovered: formatMoney(sofar) };
  const events = undone.map(({ epoch }): VictimEvent => {
    const data = { ...byLaw(policies), victimId, epoch, ...amounts };
    return { type: 'FullRecoveryUndone', effectiveOn, data };
  });
  if (isAllRevived) return [...events, ...epochsOf(victim).flatMap((epoch) => reinstated(matter, epoch))];
  if (policies['P-19'] !== 'REINSTATE') return events;
  return [...events, ...undone.flatMap(({ epoch }) => reinstated(matter, epoch))];
}

/** A liability that was taken to be over when a full recovery was undone was not reinstated then: it is now (P-19). */
function whatWasUndoneMeanwhileComesBack(matter: Matter): readonly VictimEvent[] {
  const { victim, policies, happened } = matter;
  if (policies['P-19'] !== 'REINSTATE') return [];
  return happened.flatMap((event): readonly VictimEvent[] => {
    if (event.type !== 'LiabilityExpiryUndone') return [];
    const liability = victim.liabilities.get(event.data);
    const undone = liability?.ended.filter(({ epoch }) => isUndone(victim, epoch)) ?? [];
    return undone.flatMap(({ epoch }) => reinstated(matter, epoch, event.data));
  });
}

function isUndone({ standing }: VictimState, epoch: number): boolean {
  return !standing.some((each) => each.epoch === epoch);
}

/** Whether a larger loss revives whatever has ended (P-15). */
function isRevived({ victim, policies }: Matter): boolean {
  const { greatestLoss: cap } = victim;
  return policies['P-15'] === 'REVIVE_ALL' && cap !== undefined && received(victim, policies) < cap;
}

function epochsOf({ epoch }: VictimState): readonly number[] {
  return Array.from({ length: epoch }, (_, index) => index + 1);
}

/** The victim has received the full amount, for the first time or at a greater cap: every open liability ends. */
function recoveryIsFull(matter: Matter): readonly VictimEvent[] {
  const { victim, policies, victimId, effectiveOn } = matter;
  const { greatestLoss: cap } = victim;
  const before = reachedAt(victim);
  const sofar = received(victim, policies);
  if (cap === undefined || !isFullyRecovered(cap, sofar)) return [];
  // A court that found no losses leaves nothing to be collected; but nobody has been made whole by receiving nothing.
  if (sofar === noMoney) return [];
  if (before !== undefined && cap <= before) return [];
  if (policies['P-14'] === 'HOLD' && isLargerLossPending(victim, policies)) return [];
  const epoch = victim.epoch + 1;
  const amounts = { greatestLoss: formatMoney(cap), recovered: formatMoney(sofar) };
  const data = { ...byLaw(policies), victimId, epoch, ...amounts };
  const reached: VictimEvent = { type: 'FullRecoveryReached', effectiveOn, data };
  return [reached, ...ending(matter, openLiabilities(victim, policies), epoch)];
}

/** Orders entered or enlarged after full recovery have nothing left to collect (P-16), unless a larger loss may stand behind. */
function laterLiabilitiesEnd(matter: Matter): readonly VictimEvent[] {
  const { victim, policies } = matter;
  if (!hasAny(matter, openers) || policies['P-16'] !== 'TERMINATED_AT_ONCE') return [];
  if (reachedAt(victim) === undefined) return [];
  if (!isFullyRecovered(victim.greatestLoss, received(victim, policies))) return [];
  const ended = openLiabilities(victim, policies).filter((each) => !mayRaiseCap(victim, each, policies));
  return ending(matter, ended, victim.epoch);
}

/** Facts that can move the cap, and those that make more owed under a liability. */
const openers: ReadonlySet<VictimEvent['type']> = new Set([
  ...capMovers,
  'RecoveryReversed',
  'ReductionReversed',
]);
