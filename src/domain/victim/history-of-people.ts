/**
 * What is handed over of the people beside a victim.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId, OrderId, RepresentativeId, VictimId } from '../ids.ts';
import type { Heir, SuccessionSource } from '../people/events.ts';
import type { Capacity } from '../statutes/18-usc-2259-c-4-victim.ts';

/** One thing that is so of the people beside a victim. */
export type PeopleLine = RepresentationLine | OfSomebodyLine | DeathLine | SuccessionLine | AssignmentLine;

interface RepresentationLine {
  readonly kind: 'REPRESENTATION';
  readonly victimId: VictimId;
  readonly representativeId: RepresentativeId;
  readonly capacity: Capacity;
  readonly defendantId?: DefendantId;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  /** The end as it was given when the rights were assumed. */
  readonly given?: CalendarDate;
}

/** That somebody was convicted of having abused the victim, or is the heir for whose sake money is held. */
interface OfSomebodyLine {
  readonly kind: 'CONVICTION' | 'HELD';
  readonly representativeId: RepresentativeId;
  readonly on: CalendarDate;
}

interface DeathLine {
  readonly kind: 'DEATH';
  readonly on: CalendarDate;
}

interface SuccessionLine {
  readonly kind: 'SUCCESSION';
  readonly on: CalendarDate;
  readonly heirs: readonly Heir[];
  readonly source: SuccessionSource;
}

interface AssignmentLine {
  readonly kind: 'ASSIGNMENT';
  readonly victimId: VictimId;
  readonly caseId?: CaseId;
  readonly orderId?: OrderId;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}
