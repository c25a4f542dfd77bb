/**
 * The people beside a victim, in the victim's stream: who acts for the victim, who takes when the victim has died, whom
 * the interest was assigned to, and where money went to somebody whom the law does not know as its payee.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { ByLaw } from '../by-law.ts';
import type { DomainEvent } from '../decider.ts';
import type {
  CaseId,
  DefendantId,
  DisbursementId,
  OrderId,
  RepresentativeId,
  RequestId,
  VictimId,
} from '../ids.ts';
import type { Capacity } from '../statutes/18-usc-2259-c-4-victim.ts';

/** Somebody assumed the victim's rights, from the day of the event on. */
export type RightsAssumed = DomainEvent<
  'RightsAssumed',
  OfRepresentative & {
    readonly capacity: Capacity;
    /** The day from which it is over; not there where it is open. That a minor turns 18 is such a day. */
    readonly until?: CalendarDate;
    /** Who that is as a defendant of the ledger; not there where it is none. */
    readonly defendantId?: DefendantId;
  }
>;

/** From the day of the event on, the representative does not act for the victim any more. */
export type RepresentationEnded = DomainEvent<
  'RepresentationEnded',
  OfRepresentative & {
    /** The day from which the rights had been assumed. */
    readonly assumedOn: CalendarDate;
    readonly reason: EndOfRepresentation;
    /** Under which words, and by which answers; not there where somebody reported the end. */
    readonly citation?: string;
    readonly policyVersion?: number;
  }
>;

/** Why a representation came to an end: somebody said so, or the law does. */
export type EndOfRepresentation = 'REPORTED' | 'VICTIM_DIED' | 'IS_DEFENDANT' | 'CONVICTED';

/** A representative or heir was convicted of having abused the victim. */
export type RepresentativeConvicted = DomainEvent<'RepresentativeConvicted', OfRepresentative>;

/** The victim died. */
export type VictimDied = DomainEvent<'VictimDied', { readonly victimId: VictimId }>;

/** Who takes what was the victim's. Of several, the one of the latest day counts. */
export type SuccessionRecorded = DomainEvent<
  'SuccessionRecorded',
  {
    readonly victimId: VictimId;
    readonly heirs: readonly Heir[];
    readonly source: SuccessionSource;
  }
>;

/** On whose word: by will or by law, as reported; or by a court, which was asked. */
export type SuccessionSource = 'REPORTED' | 'DIRECTED_BY_COURT';

/** One who takes. */
export interface Heir {
  readonly representativeId: RepresentativeId;
  /** Who that is as a defendant of the ledger; not there where it is none. */
  readonly defendantId?: DefendantId;
  /** The case in which an order on that defendant for the victim stood; not there where none was found. */
  readonly orderedToPayIn?: CaseId;
}

/** An heir is somebody who owes the victim, or abused the victim: what is held for the victim stays held until a court is asked (P-30). */
export type PayoutHeld = DomainEvent<'PayoutHeld', OfRepresentative & ByLaw>;

/** The ground to hold the money is gone. */
export type PayoutReleased = DomainEvent<'PayoutReleased', OfRepresentative & ByLaw>;

/** The victim gave the interest in restitution payments to the Crime Victims Fund, from the day of the event on. */
export type InterestAssigned = DomainEvent<'InterestAssigned', AssignedInterest>;

/** An assignment holds no more, from the day of the event on. */
export type AssignmentRevoked = DomainEvent<'AssignmentRevoked', AssignedInterest>;

/** Which interest: in the payments under one order, in one case, or in all of them. */
interface AssignedInterest {
  readonly victimId: VictimId;
  /** Not there where it is all of them. */
  readonly caseId?: CaseId;
  /** Not there where it is all of the case. */
  readonly orderId?: OrderId;
}

/** Money went to somebody whom the law did not know as its payee on that day; a person should look at it. */
export type PayeeQuestioned = DomainEvent<
  'PayeeQuestioned',
  ByLaw & {
    readonly victimId: VictimId;
    readonly disbursementId: DisbursementId;
    /** The case whose money it was; not there where it was assistance. */
    readonly caseId?: CaseId;
    /** The request for assistance; not there where it was restitution. */
    readonly requestId?: RequestId;
    /** Who was paid, where that was a representative. */
    readonly representativeId?: RepresentativeId;
    readonly reason: PayeeDoubt;
  }
>;

/** The victim was found to be one person with another id, the survivor: assistance is asked for and ordered there. */
export type IdentityAbsorbed = DomainEvent<
  'IdentityAbsorbed',
  {
    readonly victimId: VictimId;
    readonly survivorId: VictimId;
    /** The answers by which one cap is measured over both ids (P-31); not there where only assistance was closed here. */
    readonly policyVersion?: number;
  }
>;

/** Another id was found to be this victim. What was ordered there from the Reserve was ordered for this victim. */
export type IdentityTakenOver = DomainEvent<
  'IdentityTakenOver',
  {
    readonly victimId: VictimId;
    readonly absorbedId: VictimId;
    /** The requests under which assistance was ordered for the other id, save those whose order was set aside. */
    readonly requestIds: readonly RequestId[];
    /** There where ids had absorbed each other in a ring, and this one was opened again to be the survivor of all. */
    readonly isRing?: true;
  }
>;

/** One person has been ordered assistance more than once, under two ids. */
export type AssistanceTwiceNoted = DomainEvent<
  'AssistanceTwiceNoted',
  ByLaw & { readonly victimId: VictimId; readonly requestIds: readonly RequestId[] }
>;

/** What speaks against the payee of a payment. */
export type PayeeDoubt =
  'NOT_REPRESENTING' | 'OFFENDER' | 'VICTIM_DIED' | 'PAYOUT_HELD' | 'ASSIGNED' | 'NOT_ASSIGNED';

interface OfRepresentative {
  readonly victimId: VictimId;
  readonly representativeId: RepresentativeId;
}

export type PeopleEvent =
  | RightsAssumed
  | RepresentationEnded
  | RepresentativeConvicted
  | VictimDied
  | SuccessionRecorded
  | PayoutHeld
  | PayoutReleased
  | InterestAssigned
  | AssignmentRevoked
  | PayeeQuestioned
  | IdentityAbsorbed
  | IdentityTakenOver
  | AssistanceTwiceNoted;
