import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId, OrderId, RepresentativeId, RequestId, VictimId } from '../ids.ts';
import type { Capacity } from '../statutes/18-usc-2259-c-4-victim.ts';
import type { Heir, SuccessionSource } from './events.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface ForVictim {
  readonly victimId: VictimId;
  readonly on: CalendarDate;
}

interface OfRepresentative extends ForVictim {
  readonly representativeId: RepresentativeId;
}

/** Somebody assumes the victim's rights. */
export interface AssumeRights extends OfRepresentative {
  readonly type: 'AssumeRights';
  readonly capacity: Capacity;
  /** The day from which it is over; null where it is open. */
  readonly until: CalendarDate | null;
  /** Who that is as a defendant of the ledger; null where it is none. */
  readonly defendantId: DefendantId | null;
  /** A case of that defendant, whose orders the passage looks through; null where none is named. */
  readonly caseId: CaseId | null;
  /** Whether an order of that case makes the defendant pay this victim; the passage adds it. */
  readonly isOrderedToPay?: boolean;
}

/** A representative acts for the victim no more. */
export interface EndRepresentation extends OfRepresentative {
  readonly type: 'EndRepresentation';
}

/** A representative or heir was convicted of having abused the victim. */
export interface RecordAbuseConviction extends OfRepresentative {
  readonly type: 'RecordAbuseConviction';
}

/** The victim died. */
export interface RecordVictimDeath extends ForVictim {
  readonly type: 'RecordVictimDeath';
}

/** Who takes what was the victim's. */
export interface RecordSuccession extends ForVictim {
  readonly type: 'RecordSuccession';
  readonly heirs: readonly HeirNamed[];
  readonly source: SuccessionSource;
}

/** One who takes, as reported: the case is one of that defendant, whose orders the passage looks through. */
export interface HeirNamed extends Heir {
  readonly caseId?: CaseId;
}

/** Which interest in payments is meant. */
interface OfInterest extends ForVictim {
  /** Null where it is that in all payments. */
  readonly caseId: CaseId | null;
  /** Null where it is that in all payments of the case. */
  readonly orderId: OrderId | null;
}

/** The victim assigns the interest in restitution payments to the Crime Victims Fund. */
export interface AssignInterest extends OfInterest {
  readonly type: 'AssignInterest';
}

/** An assignment is taken back. */
export interface RevokeAssignment extends OfInterest {
  readonly type: 'RevokeAssignment';
}

/** Two ids are one victim: from here on, assistance is asked for and ordered under the id that survives. */
export interface RecordSameVictim extends ForVictim {
  readonly type: 'RecordSameVictim';
  readonly survivorId: VictimId;
}

/** What the stream of the survivor hears of the other id; no door sends this. */
export interface TakeOverIdentity extends ForVictim {
  readonly type: 'TakeOverIdentity';
  readonly absorbedId: VictimId;
  readonly requestIds: readonly RequestId[];
  /** Whether ids have absorbed each other in a ring, which this one is to survive. */
  readonly isRing?: boolean;
}

export type PeopleCommand =
  | AssumeRights
  | EndRepresentation
  | RecordAbuseConviction
  | RecordVictimDeath
  | RecordSuccession
  | AssignInterest
  | RevokeAssignment
  | RecordSameVictim;
