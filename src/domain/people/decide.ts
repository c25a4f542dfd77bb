import type { CalendarDate } from '../calendar-date.ts';
import type { DefendantId } from '../ids.ts';
import { reject } from '../rejection.ts';
import { fitsLife, mayBeNamed } from '../statutes/18-usc-2259-c-4-victim.ts';
import type {
  AssignInterest,
  AssumeRights,
  EndRepresentation,
  HeirNamed,
  PeopleCommand,
  RecordAbuseConviction,
  RecordSameVictim,
  RecordSuccession,
  RecordVictimDeath,
  RevokeAssignment,
  TakeOverIdentity,
} from './commands.ts';
import type { Heir, PeopleEvent } from './events.ts';
import {
  defendantsWhoAre,
  holdsOn,
  isConvicted,
  isSameInterest,
  type Interest,
  type People,
} from './people.ts';

type Events = readonly PeopleEvent[];

/** Whether a defendant is ordered to pay the victim, by an order that stands and that the victim's stream has heard of. */
export type IsOrderedToPay = (defendantId: DefendantId) => boolean;

/** What is reported of the people beside a victim: recorded, unless it cannot be true or the law knows no such person. */
export function whatHappensToPeople(
  command: PeopleCommand,
  people: People,
  { isOrderedToPay, policyVersion }: { isOrderedToPay: IsOrderedToPay; policyVersion: number },
): Events {
  switch (command.type) {
    case 'AssumeRights':
      return assume(command, people, isOrderedToPay);
    case 'EndRepresentation':
      return end(command, people);
    case 'RecordAbuseConviction':
      return convict(command, people);
    case 'RecordVictimDeath':
      return die(command, people);
    case 'RecordSuccession':
      return succeed(command, people);
    case 'AssignInterest':
      return assign(command, people);
    case 'RevokeAssignment':
      return revoke(command, people);
    case 'RecordSameVictim':
      return absorb(command, people, policyVersion);
  }
}

/** One person acts for the victim in one capacity at a time; and in no event the defendant. */
function assume(command: AssumeRights, people: People, isOrderedToPay: IsOrderedToPay): Events {
  const { victimId, representativeId, capacity, on } = command;
  const until = command.until ?? undefined;
  const defendantId = command.defendantId ?? undefined;
  const before = people.representations.filter((each) => each.representativeId === representativeId);
  const isHeard = before.some((each) => {
    const isSame = each.capacity === capacity && each.given === until && each.defendantId === defendantId;
    return isSame && each.from === on;
  });
  if (isHeard) return [];
  if (until !== undefined && until < on) reject('ended-before-assumed', '/until');
  const overlaps = before.some((each) => {
    return (each.until === undefined || on < each.until) && (until === undefined || each.from < until);
  });
  if (overlaps) reject('representation-recorded-differently', '/representativeId');
  expectMayBeNamed(command, people, isOrderedToPay);
  if (!fitsLife(capacity, on, people.diedOn)) reject('capacity-unfit', '/capacity');
  const data = {
    ...{ victimId, representativeId, capacity },
    ...(until !== undefined && { until }),
    ...(defendantId !== undefined && { defendantId }),
  };
  return [{ type: 'RightsAssumed', effectiveOn: on, data }];
}

/** @throws Rejection in the words of 18 U.S.C. 2259(c)(4) */
function expectMayBeNamed(command: AssumeRights, people: People, isOrderedToPay: IsOrderedToPay): void {
  const { representativeId, defendantId, until } = command;
  const known = [
    ...defendantsWhoAre(people, representativeId),
    ...(defendantId === null ? [] : [defendantId]),
  ];
  const isDefendant = command.isOrderedToPay === true || known.some(isOrderedToPay);
  const convicted = isConvicted(people, representativeId, until ?? undefined);
  if (mayBeNamed({ isDefendant, isConvicted: convicted })) return;
  if (isDefendant)
    reject('representative-is-defendant', defendantId === null ? '/representativeId' : '/defendantId');
  reject('representative-convicted', '/representativeId');
}

function end({ representativeId, on }: EndRepresentation, people: People): Events {
  const own = people.representations.filter((each) => each.representativeId === representativeId);
  const found = own.find((each) => holdsOn(each, on));
  if (!found) {
    if (own.some(({ until }) => until === on)) return [];
    reject('representation-not-found', '/representativeId');
  }
  const { victimId, from: assumedOn } = found;
  const data = { victimId, representativeId, assumedOn, reason: 'REPORTED' } as const;
  return [{ type: 'RepresentationEnded', effectiveOn: on, data }];
}

function convict({ victimId, representativeId, on }: RecordAbuseConviction, people: People): Events {
  if (isConvicted(people, representativeId)) return [];
  return [{ type: 'RepresentativeConvicted', effectiveOn: on, data: { victimId, representativeId } }];
}

function die({ victimId, on }: RecordVictimDeath, { diedOn }: People): Events {
  if (diedOn === on) return [];
  if (diedOn !== undefined) reject('death-recorded-differently', '/on');
  return [{ type: 'VictimDied', effectiveOn: on, data: { victimId } }];
}

/** Recorded also where an heir has offended: what follows for the money is another question (P-30). */
function succeed({ victimId, heirs, source, on }: RecordSuccession, people: People): Events {
  if (heirs.length === 0) reject('succession-without-heirs', '/heirs');
  const ids = heirs.map(({ representativeId }) => representativeId);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
  if (twice >= 0) reject('heir-named-twice', `/heirs/${String(twice)}/representativeId`);
  if (people.diedOn === undefined || on < people.diedOn) reject('victim-not-dead', '/on');
  const named = heirs.map(written);
  const isHeard = people.successions.some((each) => {
    return each.on === on && each.source === source && areSame(each.heirs, named);
  });
  if (isHeard) return [];
  return [{ type: 'SuccessionRecorded', effectiveOn: on, data: { victimId, heirs: named, source } }];
}

function written({ representativeId, defendantId, orderedToPayIn }: HeirNamed): Heir {
  return {
    representativeId,
    ...(defendantId !== undefined && { defendantId }),
    ...(orderedToPayIn !== undefined && { orderedToPayIn }),
  };
}

function areSame(one: readonly Heir[], other: readonly Heir[]): boolean {
  return one.length === other.length && one.every((each, at) => isSameHeir(each, other[at]));
}

function isSameHeir(one: Heir, other: Heir | undefined): boolean {
  const isSamePerson =
    one.representativeId === other?.representativeId && one.defendantId === other.defendantId;
  return isSamePerson && one.orderedToPayIn === other.orderedToPayIn;
}

/**
 * An id is found to be another once, and then it is that other. Where that was recorded before one cap could be measured
 * over both (P-31), saying it again closes the id to all else.
 */
function absorb(
  { victimId, survivorId, on }: RecordSameVictim,
  { absorbedBy }: People,
  policyVersion: number,
): Events {
  const isSame = absorbedBy?.survivorId === survivorId;
  if (isSame && absorbedBy.isClosed) return [];
  if (absorbedBy !== undefined && !isSame) reject('victim-absorbed', '/victimId');
  if (survivorId === victimId) reject('victim-named-twice', '/survivorId');
  return [{ type: 'IdentityAbsorbed', effectiveOn: on, data: { victimId, survivorId, policyVersion } }];
}

/** May be told again: what stands of the other id's assistance may have changed since. */
export function takeOver(command: TakeOverIdentity, { takenOver, absorbedBy }: People): Events {
  const { victimId, absorbedId, requestIds, isRing = false, on } = command;
  if (absorbedBy?.isClosed === true && !isRing) return [];
  const before = takenOver.find((each) => each.absorbedId === absorbedId);
  const opens = isRing && absorbedBy !== undefined;
  if (!opens && before?.requestIds.join() === requestIds.join()) return [];
  const data = { victimId, absorbedId, requestIds, ...(opens && { isRing: true as const }) };
  return [{ type: 'IdentityTakenOver', effectiveOn: on, data }];
}

/** Of one interest, one assignment holds at a time. */
function assign(command: AssignInterest, { assignments }: People): Events {
  const { on } = command;
  const interest = interestOf(command);
  const before = assignments.filter((each) => isSameInterest(each, interest));
  if (before.some(({ from }) => from === on)) return [];
  const overlaps = before.some(({ until }) => until === undefined || on < until);
  if (overlaps) reject('assignment-recorded-differently', '/on');
  return [{ type: 'InterestAssigned', effectiveOn: on, data: interest }];
}

function revoke(command: RevokeAssignment, { assignments }: People): Events {
  const { on } = command;
  const interest = interestOf(command);
  const before = assignments.filter((each) => isSameInterest(each, interest));
  if (before.some(({ until }) => until === on)) return [];
  if (!before.some((each) => isOpenOn(each, on))) reject('assignment-not-found', '/on');
  return [{ type: 'AssignmentRevoked', effectiveOn: on, data: interest }];
}

function isOpenOn({ from, until }: People['assignments'][number], on: CalendarDate): boolean {
  return from <= on && until === undefined;
}

function interestOf({ victimId, caseId, orderId }: AssignInterest | RevokeAssignment): Interest {
  return { victimId, ...(caseId !== null && { caseId }), ...(orderId !== null && { orderId }) };
}
