import type { EventType } from '../../domain/events.ts';
import type { CaseId, DefendantId, OrderId, RepresentativeId, VictimId } from '../../domain/ids.ts';
import { holding, type CalendarDate } from '../../domain/calendar-date.ts';
import type { EndOfRepresentation, SuccessionSource } from '../../domain/people/events.ts';
import type { Capacity } from '../../domain/statutes/18-usc-2259-c-4-victim.ts';
import { dayOf, type Frame } from './frame.ts';
import { payeesOf } from './payees.ts';
import { othersOf, type Person } from './persons.ts';
import type { AssignmentView, HeirView, PeopleView, RepresentationView } from '../views/people.ts';

interface PeopleCells {
  readonly position: bigint;
  readonly type: bigint;
  readonly representativeId: bigint | null;
  readonly defendantId: bigint | null;
  readonly caseId: bigint | null;
  readonly orderId: bigint | null;
  readonly otherId: bigint | null;
  readonly word: bigint | null;
  readonly beganOn: bigint | null;
  readonly untilOn: bigint | null;
  readonly effectiveOn: bigint;
}

/** What was said of the people beside one victim, in the order of recording. */
interface Saying {
  readonly position: number;
  readonly type: EventType;
  readonly representativeId: RepresentativeId;
  readonly defendantId: DefendantId | null;
  readonly caseId: CaseId | null;
  readonly orderId: OrderId | null;
  readonly otherId: VictimId | null;
  readonly word: string | null;
  readonly beganOn: CalendarDate | null;
  readonly untilOn: CalendarDate | null;
  readonly on: CalendarDate;
}

/** Who stands beside the victim, as far as it was known and in effect. */
export function peopleOf(frame: Frame, victim: number, person: Person): PeopleView {
  const own = sayingsOf(frame, victim);
  const others = person.ids.filter((id) => id !== victim);
  const said = [...own, ...others.flatMap((id) => sayingsOf(frame, id))].sort(byPlace);
  return {
    diedOn: said.find(({ type }) => type === 'VictimDied')?.on ?? null,
    representatives: representativesIn(said),
    heirs: heirsIn(said),
    payoutHeld: heldIn(said),
    assignments: assignmentsIn(said),
    survivorId: own.findLast(({ type }) => type === 'IdentityAbsorbed')?.otherId ?? null,
    absorbedIds: absorbedIn(own),
    oneWith: othersOf(frame, person, victim),
    payees: payeesOf(frame, person.ids),
  };
}

/** The assignments of the victim's interest, as far as they were known and in effect. */
export function assignmentsOf(frame: Frame, victim: number): readonly AssignmentView[] {
  return assignmentsIn(sayingsOf(frame, victim));
}

function sayingsOf(frame: Frame, victim: number): readonly Saying[] {
  const found = frame.all(
    `SELECT * FROM people WHERE victimId = :victim AND position <= :position AND effectiveOn <= :day
       ORDER BY position, line`,
    { victim },
  ) as readonly PeopleCells[];
  return found.map((cells) => ({
    position: Number(cells.position),
    type: frame.term(cells.type) as EventType,
    representativeId: frame.termOrNull(cells.representativeId) as RepresentativeId,
    defendantId: frame.termOrNull(cells.defendantId) as DefendantId | null,
    caseId: frame.termOrNull(cells.caseId) as CaseId | null,
    orderId: frame.termOrNull(cells.orderId) as OrderId | null,
    otherId: frame.termOrNull(cells.otherId) as VictimId | null,
    word: frame.termOrNull(cells.word),
    beganOn: cells.beganOn === null ? null : dayOf(cells.beganOn),
    untilOn: cells.untilOn === null ? null : dayOf(cells.untilOn),
    on: dayOf(cells.effectiveOn),
  }));
}

function byPlace(one: Saying, other: Saying): number {
  return one.position - other.position;
}

function representativesIn(said: readonly Saying[]): readonly RepresentationView[] {
  const ends = said.filter(({ type }) => type === 'RepresentationEnded');
  return said
    .filter(({ type }) => type === 'RightsAssumed')
    .map(({ representativeId, defendantId, word, untilOn, on: from }) => {
      const end = ends.findLast(
        (each) => each.representativeId === representativeId && each.beganOn === from,
      );
      const ended = (end?.word ?? null) as EndOfRepresentation | null;
      const until = end?.on ?? untilOn;
      return { representativeId, capacity: word as Capacity, defendantId, from, until, ended };
    });
}

function heirsIn(said: readonly Saying[]): readonly HeirView[] {
  const successions = said.filter(({ type }) => type === 'SuccessionRecorded');
  const last = holding(successions);
  return successions
    .filter(({ position }) => position === last?.position)
    .map(({ representativeId, defendantId, word, on }) => {
      return { representativeId, defendantId, source: word as SuccessionSource, on };
    });
}

function heldIn(said: readonly Saying[]): PeopleView['payoutHeld'] {
  const last = said.findLast(({ type }) => type === 'PayoutHeld' || type === 'PayoutReleased');
  return last?.type === 'PayoutHeld' ? { representativeId: last.representativeId, on: last.on } : null;
}

function absorbedIn(said: readonly Saying[]): readonly VictimId[] {
  const taken = said.filter(({ type }) => type === 'IdentityTakenOver');
  return [...new Set(taken.flatMap(({ otherId }) => otherId ?? []))];
}

function assignmentsIn(said: readonly Saying[]): readonly AssignmentView[] {
  const assignments: AssignmentView[] = [];
  for (const { type, caseId, orderId, on } of said) {
    if (type === 'InterestAssigned') assignments.push({ caseId, orderId, from: on, until: null });
    if (type !== 'AssignmentRevoked') continue;
    const at = assignments.findIndex((each) => {
      return each.caseId === caseId && each.orderId === orderId && each.until === null;
    });
    const meant = assignments[at];
    if (meant) assignments[at] = { ...meant, until: on };
  }
  return assignments;
}
