/**
 * What crosses cases for one victim: losses found, liabilities for them, recoveries, the cap and what reaching it ends.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { ByLaw } from '../by-law.ts';
import type { DomainEvent } from '../decider.ts';
import type { RecoveryEvent } from '../elsewhere/events.ts';
import type {
  CaseId,
  DefendantId,
  DisbursementId,
  OrderId,
  RepresentativeId,
  RunId,
  VictimId,
} from '../ids.ts';
import type { DisbursementReturnReason, HeadFound, PaidTo } from './found-and-paid.ts';
import type { HistoriesJoined, HistoryTakenOver } from './history-events.ts';
import type { LiabilityEvent, RecoveryCleared, RecoveryTakenBack } from '../liability/events.ts';
import type { MoneyText } from '../money.ts';
import type { PaymentEvent } from '../payment/events.ts';
import type { PeopleEvent } from '../people/events.ts';
import type { AmendmentAuthority } from '../statutes/18-usc-3664-o-final-judgment.ts';
import type { CreditMethod } from '../statutes/18-usc-3664-h-joint-and-several.ts';
import type { LossCategory } from '../statutes/18-usc-2259-c-2-losses.ts';
import type { RestitutionStatute } from '../statutes/restitution-statutes.ts';
import type { AssistanceEvent } from './assistance-events.ts';
import type { InterestEvent } from './interest-events.ts';

/** The ledger knows this victim, by an id that says nothing of the person. */
export type VictimRegistered = DomainEvent<'VictimRegistered', { readonly victimId: VictimId }>;

/** A court found the full amount of the victim's losses in one case; a finding of a later day in the same case replaces it. */
export type LossDetermined = DomainEvent<
  'LossDetermined',
  {
    readonly victimId: VictimId;
    readonly caseId: CaseId;
    readonly category: LossCategory;
    readonly amount: MoneyText;
    readonly heads: readonly HeadFound[];
    /** Under which statute; not there where the finding named none, and then as under section 2259(c)(2). */
    readonly statute?: RestitutionStatute;
    /** What of the amount is still to come; not there where the finding did not say. */
    readonly projected?: MoneyText;
    /** What the court deducted for assistance (2259(d)(2)(C)) before it came to the amount; not there where it deducted nothing. */
    readonly assistanceDeducted?: MoneyText;
    /** The answers by which heads were taken for losses; not there where no policy was asked. */
    readonly policyVersion?: number;
  }
>;

/** Under these orders of one case, defendants owe the victim's losses jointly and severally. */
export type LiabilitiesMadeJoint = DomainEvent<
  'LiabilitiesMadeJoint',
  {
    readonly victimId: VictimId;
    readonly caseId: CaseId;
    readonly orderIds: readonly OrderId[];
    /** Which declaration of the case it is, counted from 1. */
    readonly declaration: number;
    /** How the judgment credits one with what another pays; not there where it is silent. */
    readonly crediting?: CreditMethod;
  }
>;

/** The cap moved: the greatest loss found in any case with a final order; null where no final case has found one. */
export type GreatestLossChanged = DomainEvent<
  'GreatestLossChanged',
  ByLaw & {
    readonly victimId: VictimId;
    readonly greatestLoss: MoneyText | null;
    readonly previous: MoneyText | null;
  }
>;

/** The victim has received the full amount of the losses: from here on nobody owes for them. */
export type FullRecoveryReached = DomainEvent<
  'FullRecoveryReached',
  ByLaw & {
    readonly victimId: VictimId;
    /** Counts the times full recovery was reached, from 1; ids of what follows are made from it. */
    readonly epoch: number;
    readonly greatestLoss: MoneyText;
    readonly recovered: MoneyText;
  }
>;

/** These liabilities ended by law, each with what was still owed; stored in the same append as what ended them. */
export type LiabilitiesTerminated = DomainEvent<
  'LiabilitiesTerminated',
  ByLaw & {
    readonly victimId: VictimId;
    readonly epoch: number;
    readonly liabilities: readonly LiabilityAmount[];
  }
>;

/** A return took the victim below the cap again: the recovery of this epoch is full no more. */
export type FullRecoveryUndone = DomainEvent<
  'FullRecoveryUndone',
  ByLaw & {
    readonly victimId: VictimId;
    readonly epoch: number;
    readonly greatestLoss: MoneyText | null;
    readonly recovered: MoneyText;
    /** There where a court’s order of reinstatement undid it: then only what the court names comes back. */
    readonly byCourt?: true;
  }
>;

/** Liabilities ended only because of a recovery that was undone are owed again; to be reviewed by a person. */
export type LiabilitiesReinstated = DomainEvent<
  'LiabilitiesReinstated',
  ByLaw & {
    readonly victimId: VictimId;
    readonly epoch: number;
    readonly liabilities: readonly LiabilityAmount[];
  }
>;

/**
 * The victim has received `amount` more than the cap; nothing is taken back, and a person should know. `0.00` says that
 * this is over.
 */
export type OverRecoveryNoted = DomainEvent<
  'OverRecoveryNoted',
  ByLaw & { readonly victimId: VictimId; readonly amount: MoneyText }
>;

/**
 * What was received above the cap is claimed from the victim, in the books: `amount` in all, in the place of `previous`.
 * Nothing collects it. `0.00` says that the claim is over.
 */
export type OverRecoveryClaimed = DomainEvent<
  'OverRecoveryClaimed',
  ByLaw & { readonly victimId: VictimId; readonly amount: MoneyText; readonly previous: MoneyText }
>;

/** A court ordered that what had ended by law under these orders is owed to the victim again; whether it is, P-15 and P-19 say. */
export type ReinstatementOrdered = DomainEvent<
  'ReinstatementOrdered',
  {
    readonly victimId: VictimId;
    readonly orderIds: readonly OrderId[];
    /** By which power, as an amendment names it. */
    readonly authority: AmendmentAuthority;
  }
>;

/** Money of one case was paid out to the victim; recorded even where the ledger knows of no funds for it. */
export type RestitutionDisbursed = DomainEvent<
  'RestitutionDisbursed',
  {
    readonly victimId: VictimId;
    readonly caseId: CaseId;
    readonly disbursementId: DisbursementId;
    readonly amount: MoneyText;
    /** Whom it was paid to, where that was not the victim. */
    readonly paidTo?: Exclude<PaidTo, 'VICTIM'>;
    /** Which representative, where it was one. */
    readonly representativeId?: RepresentativeId;
    /** The run that it went out with; not there where it went out by itself. */
    readonly runId?: RunId;
    /** What of it had come in beside what this stream credits: as interest, or under another statute; nothing, where it is not there. */
    readonly beside?: MoneyText;
    /** The payment that came back, and that it takes the place of; not there where there is none. */
    readonly replaces?: DisbursementId;
  }
>;

/** A payment to the victim came back; the defendant keeps the credit, and the money is held for the victim again. */
export type DisbursementReturned = DomainEvent<
  'DisbursementReturned',
  {
    readonly victimId: VictimId;
    readonly caseId: CaseId;
    readonly disbursementId: DisbursementId;
    readonly amount: MoneyText;
    readonly reason: DisbursementReturnReason;
    /** What of it was told to be interest after it had gone out (P-10); nothing, where it is not there. */
    readonly interest?: MoneyText;
  }
>;

export interface LiabilityAmount {
  readonly orderId: OrderId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly amount: MoneyText;
  /** The last amendment of the order that had been heard of, counted from 1; not there where there was none. */
  readonly amendment?: number;
  /** Under which id the order names the victim; not there where that is the one under which the ledger decides. */
  readonly victimId?: VictimId;
  /** The number under which the case heard of the full recovery that ended it; not there where that is the event's. */
  readonly heardAs?: number;
}

export type VictimEvent =
  | LiabilityEvent
  | RecoveryCleared
  | RecoveryTakenBack
  | PeopleEvent
  | RecoveryEvent
  | HistoryTakenOver
  | HistoriesJoined
  | InterestEvent
  | AssistanceEvent
  | VictimRegistered
  | LossDetermined
  | LiabilitiesMadeJoint
  | GreatestLossChanged
  | FullRecoveryReached
  | LiabilitiesTerminated
  | FullRecoveryUndone
  | LiabilitiesReinstated
  | OverRecoveryNoted
  | OverRecoveryClaimed
  | ReinstatementOrdered
  | RestitutionDisbursed
  | PaymentEvent
  | DisbursementReturned;
