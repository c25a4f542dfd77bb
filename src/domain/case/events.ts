/**
 * One criminal case: its defendants, their orders, and how each receipt was divided among what they owe.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { AppealEvent } from '../appeal/events.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { CollectionEvent } from '../collection/events.ts';
import type { DebtEvent } from '../debt/events.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DefendantId, EventId, OrderId, RecoveryId, VictimId } from '../ids.ts';
import type { FinalityGround, LiabilityEvent, LiabilityRef } from '../liability/events.ts';
import type { MoneyText } from '../money.ts';
import type { CreditMethod } from '../statutes/18-usc-3664-h-joint-and-several.ts';
import type { AmendmentAuthority } from '../statutes/18-usc-3664-o-final-judgment.ts';
import type { GroundToDecline } from '../statutes/grounds-to-decline.ts';
import type { Offence } from '../statutes/offences.ts';
import type { Payee } from '../statutes/18-usc-3664-i-several-victims.ts';
import type { RestitutionStatute, Track } from '../statutes/restitution-statutes.ts';
import type { AllocationEvent } from './allocation-events.ts';

export type CaseRegistered = DomainEvent<'CaseRegistered', { readonly caseId: CaseId }>;

export type DefendantRegistered = DomainEvent<
  'DefendantRegistered',
  { readonly caseId: CaseId; readonly defendantId: DefendantId }
>;

/** A court ordered one defendant to pay restitution: a share for each victim, on one track of the statute each. */
export type OrderEntered = DomainEvent<
  'OrderEntered',
  {
    readonly caseId: CaseId;
    readonly orderId: OrderId;
    readonly defendantId: DefendantId;
    readonly statute: RestitutionStatute;
    /** The day of the offence, which decides which law applies; the latest, where there are several. */
    readonly offenceOn: CalendarDate;
    readonly lines: readonly OrderLine[];
    readonly policyVersion: number;
    /** The offences of conviction; not there where the order was entered without them. */
    readonly offences?: readonly Offence[];
    readonly override?: OverrideAuthority;
  }
>;

/** On whose word an order is recorded that the law does not let a court write; not there where none was given. */
export type OverrideAuthority = 'JUDGMENT_CONFIRMED' | 'PLEA_AGREEMENT' | 'APPELLATE_MANDATE';

export interface OrderLine {
  readonly victimId: VictimId;
  readonly track: Track;
  readonly amount: MoneyText;
  /** Not there where the payee is the victim. */
  readonly payee?: Exclude<Payee, 'VICTIM'>;
  /** The rank that the court gave the line, from 1: who has a greater one waits. Not there where the court gave none. */
  readonly priority?: number;
}

export type OrderBecameFinal = DomainEvent<
  'OrderBecameFinal',
  { readonly caseId: CaseId; readonly orderId: OrderId; readonly ground: FinalityGround }
>;

/** Lines named here have a new amount; lines not named stay as they were. */
export type OrderAmended = DomainEvent<
  'OrderAmended',
  {
    readonly caseId: CaseId;
    readonly orderId: OrderId;
    readonly authority: AmendmentAuthority;
    readonly lines: readonly OrderLine[];
    readonly policyVersion: number;
    readonly override?: OverrideAuthority;
  }
>;

/** A court decided that a defendant pays no restitution under a statute: to one victim, or, where null, to none at all. */
export type RestitutionDeclined = DomainEvent<
  'RestitutionDeclined',
  {
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    readonly victimId: VictimId | null;
    readonly statute: RestitutionStatute;
    readonly ground: GroundToDecline;
  }
>;

/** A court put off the final determination of losses to a day after sentencing: of one victim, or, where null, of all. */
export type FindingDeferred = DomainEvent<
  'FindingDeferred',
  {
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    readonly victimId: VictimId | null;
    readonly sentencedOn: CalendarDate;
    /** The day that the court set; one later than the statute allows is recorded all the same. */
    readonly finalOn: CalendarDate;
  }
>;

/** A victim asked the court to amend an order for losses discovered after it. */
export type LaterLossesPetitioned = DomainEvent<
  'LaterLossesPetitioned',
  {
    readonly caseId: CaseId;
    readonly orderId: OrderId;
    readonly victimId: VictimId;
    readonly defendantId: DefendantId;
    readonly discoveredOn: CalendarDate;
    readonly goodCause: GoodCause;
  }
>;

/** Whether cause was shown for leaving the losses out of the first claim. */
export type GoodCause = 'SHOWN' | 'NOT_SHOWN';

export type OrderVacated = DomainEvent<
  'OrderVacated',
  { readonly caseId: CaseId; readonly orderId: OrderId }
>;

/** Under these orders, defendants owe the losses of the same victims jointly and severally. */
export type OrdersMadeJoint = DomainEvent<
  'OrdersMadeJoint',
  {
    readonly caseId: CaseId;
    readonly orderIds: readonly OrderId[];
    /** How the judgment credits one with what another pays; not there where it is silent. */
    readonly crediting?: CreditMethod;
  }
>;

/** Notice in the case that a liability under one of its orders ended by law; the cause stands in the victim's stream. */
export type LiabilityTerminated = DomainEvent<'LiabilityTerminated', TerminationNotice>;

/** Notice in the case that a liability is owed again. */
export type LiabilityReinstated = DomainEvent<'LiabilityReinstated', TerminationNotice>;

/** One liability out of those that an event of the victim's stream ended, or reinstated; `ending` is that event's id. */
export interface TerminationNotice {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly defendantId: DefendantId;
  readonly epoch: number;
  readonly ending: EventId;
  readonly amount: MoneyText;
  readonly citation: string;
}

/** What stands of a credit for a civil recovery that the victim's stream decided; 0.00 where it holds no more. */
export type ReductionNoted = DomainEvent<
  'ReductionNoted',
  LiabilityRef & { readonly recoveryId: RecoveryId; readonly amount: MoneyText }
>;

export type CaseEvent =
  | AppealEvent
  | LiabilityEvent
  | DebtEvent
  | CollectionEvent
  | CaseRegistered
  | DefendantRegistered
  | OrderEntered
  | OrderBecameFinal
  | OrderAmended
  | OrderVacated
  | OrdersMadeJoint
  | RestitutionDeclined
  | FindingDeferred
  | LaterLossesPetitioned
  | AllocationEvent
  | LiabilityTerminated
  | LiabilityReinstated
  | ReductionNoted;
