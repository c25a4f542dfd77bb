import { holding, type CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId, OrderId, RepresentativeId, RequestId, VictimId } from '../ids.ts';
import type { Assigned } from '../statutes/18-usc-3664-g-2-assignment.ts';
import type { Capacity } from '../statutes/18-usc-2259-c-4-victim.ts';
import type { Heir, PeopleEvent, SuccessionSource } from './events.ts';

/** The people beside one victim. Never changed, only replaced: there are few. */
export interface People {
  readonly representations: readonly Representation[];
  readonly convictions: readonly Conviction[];
  readonly diedOn: CalendarDate | undefined;
  readonly successions: readonly Succession[];
  /** The heir for whose sake money is held, and since when (P-30). */
  readonly held: Conviction | undefined;
  readonly assignments: readonly OwnAssignment[];
  /** Under which id this victim is known from a day on. */
  readonly absorbedBy: AbsorbedBy | undefined;
  /** The ids that were found to be this victim. */
  readonly takenOver: readonly TakenOver[];
  /** The requests of which it was noted that one person was ordered assistance more than once. */
  readonly twice: readonly RequestId[];
}

/** Under which other id a victim is known. */
interface AbsorbedBy {
  readonly survivorId: VictimId;
  readonly on: CalendarDate;
  /** Whether nothing is decided under this id any more, and not only no assistance. */
  readonly isClosed: boolean;
}

/** An assignment, with the id for which it was made: it is about payments to that one. */
interface OwnAssignment extends Assigned<CaseId, OrderId> {
  readonly victimId: VictimId;
}

/** Another id of the same person, with the assistance that was ordered for it and stands. */
interface TakenOver {
  readonly absorbedId: VictimId;
  readonly requestIds: readonly RequestId[];
}

/** That somebody acts for the victim, from a day on and until another. */
export interface Representation {
  readonly victimId: VictimId;
  readonly representativeId: RepresentativeId;
  readonly capacity: Capacity;
  readonly defendantId: DefendantId | undefined;
  readonly from: CalendarDate;
  /** The day from which it is over. */
  readonly until: CalendarDate | undefined;
  /** The same, as it was given when the rights were assumed. */
  readonly given: CalendarDate | undefined;
}

/** Something that is so of a representative, from a day on. */
interface Conviction {
  readonly representativeId: RepresentativeId;
  readonly on: CalendarDate;
}

interface Succession {
  readonly on: CalendarDate;
  readonly heirs: readonly Heir[];
  readonly source: SuccessionSource;
}

/** Nobody beside the victim is known. */
export const nobody: People = {
  representations: [],
  convictions: [],
  diedOn: undefined,
  successions: [],
  held: undefined,
  assignments: [],
  absorbedBy: undefined,
  takenOver: [],
  twice: [],
};

type Of<Type extends PeopleEvent['type']> = Extract<PeopleEvent, { type: Type }>;

const types: Readonly<Record<PeopleEvent['type'], true>> = {
  RightsAssumed: true,
  RepresentationEnded: true,
  RepresentativeConvicted: true,
  VictimDied: true,
  SuccessionRecorded: true,
  PayoutHeld: true,
  PayoutReleased: true,
  InterestAssigned: true,
  AssignmentRevoked: true,
  PayeeQuestioned: true,
  IdentityAbsorbed: true,
  IdentityTakenOver: true,
  AssistanceTwiceNoted: true,
};

/** Whether an event tells of the people beside a victim. */
export function isOfPeople(event: { readonly type: string }): event is PeopleEvent {
  return Object.hasOwn(types, event.type);
}

/** The people beside the victim with one event more. */
export function peopleWith(people: People, event: PeopleEvent): People {
  const { effectiveOn: on } = event;
  switch (event.type) {
    case 'RightsAssumed':
      return { ...people, representations: [...people.representations, assumed(event)] };
    case 'RepresentationEnded':
      return { ...people, representations: people.representations.map((each) => ended(each, event)) };
    case 'RepresentativeConvicted':
      return { ...people, convictions: [...people.convictions, { ...event.data, on }] };
    case 'VictimDied':
      return { ...people, diedOn: on };
    case 'SuccessionRecorded':
      return { ...people, successions: [...people.successions, { ...event.data, on }] };
    case 'PayoutHeld':
      return { ...people, held: { representativeId: event.data.representativeId, on } };
    case 'PayoutReleased':
      return { ...people, held: undefined };
    case 'InterestAssigned':
      return {
        ...people,
        assignments: [...people.assignments, { ...interestOf(event), from: on, until: undefined }],
      };
    case 'AssignmentRevoked':
      return { ...people, assignments: people.assignments.map((each) => revoked(each, event)) };
    case 'PayeeQuestioned':
      return people;
    default:
      return identityWith(people, event);
  }
}

function identityWith(
  people: People,
  event: Of<'IdentityAbsorbed' | 'IdentityTakenOver' | 'AssistanceTwiceNoted'>,
): People {
  switch (event.type) {
    case 'IdentityAbsorbed': {
      const { survivorId, policyVersion } = event.data;
      const isClosed = policyVersion !== undefined;
      return { ...people, absorbedBy: { survivorId, on: event.effectiveOn, isClosed } };
    }
    case 'IdentityTakenOver': {
      const { absorbedId, requestIds, isRing = false } = event.data;
      const others = people.takenOver.filter((each) => each.absorbedId !== absorbedId);
      const absorbedBy = isRing ? undefined : people.absorbedBy;
      return { ...people, absorbedBy, takenOver: [...others, { absorbedId, requestIds }] };
    }
    case 'AssistanceTwiceNoted':
      return { ...people, twice: event.data.requestIds };
  }
}

function assumed({ data, effectiveOn: from }: Of<'RightsAssumed'>): Representation {
  const { victimId, representativeId, capacity, defendantId, until } = data;
  return { victimId, representativeId, capacity, defendantId, from, until, given: until };
}

function ended(
  each: Representation,
  { data, effectiveOn: until }: Of<'RepresentationEnded'>,
): Representation {
  const isMeant = each.representativeId === data.representativeId && each.from === data.assumedOn;
  return isMeant ? { ...each, until } : each;
}

function revoked(each: OwnAssignment, event: Of<'AssignmentRevoked'>): OwnAssignment {
  const isMeant = isSameInterest(each, event.data) && each.until === undefined;
  return isMeant ? { ...each, until: event.effectiveOn } : each;
}

function interestOf({ data: { victimId, caseId, orderId } }: Of<'InterestAssigned'>): Interest {
  return { victimId, ...(caseId !== undefined && { caseId }), ...(orderId !== undefined && { orderId }) };
}

/** Which payments an assignment is about. */
export type Interest = Pick<OwnAssignment, 'victimId' | 'caseId' | 'orderId'>;

/** Whether two assignments are about the same payments. */
export function isSameInterest(one: Interest, other: Interest): boolean {
  const isSameCase = one.victimId === other.victimId && one.caseId === other.caseId;
  return isSameCase && one.orderId === other.orderId;
}

/** Whether something that holds from a day until another does so on this one. */
export function holdsOn(
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate | undefined },
  on: CalendarDate,
): boolean {
  return from <= on && (until === undefined || on < until);
}

/** Whether somebody acts for the victim on a day. */
export function represents(people: People, id: RepresentativeId, on: CalendarDate): boolean {
  return people.representations.some((each) => each.representativeId === id && holdsOn(each, on));
}

/** The succession that counts on a day, of those that take effect by then. */
export function successionOn({ successions }: People, on: CalendarDate): Succession | undefined {
  return holding(successions.filter((each) => each.on <= on));
}

/** Whether somebody was convicted of having abused the victim: ever, or before a day. */
export function isConvicted(
  { convictions }: Pick<People, 'convictions'>,
  id: RepresentativeId,
  before?: CalendarDate,
): boolean {
  return convictions.some(
    ({ representativeId, on }) => representativeId === id && (before === undefined || on < before),
  );
}

/** As which defendants of the ledger somebody is known here. */
export function defendantsWhoAre(people: People, id: RepresentativeId): readonly DefendantId[] {
  const named = [...people.representations, ...people.successions.flatMap(({ heirs }) => heirs)];
  return named.flatMap(({ representativeId, defendantId }) =>
    representativeId === id ? (defendantId ?? []) : [],
  );
}
