import type { CalendarDate } from '../calendar-date.ts';
import type { RecoveryCommand } from '../elsewhere/commands.ts';
import type {
  CaseId,
  DefendantId,
  DisbursementId,
  OrderId,
  ReceiptId,
  RepresentativeId,
  RequestId,
  VictimId,
} from '../ids.ts';
import type { FinalityGround } from '../liability/events.ts';
import type { ReductionCommand } from '../liability/reductions.ts';
import type { Money } from '../money.ts';
import type { PeopleCommand, TakeOverIdentity } from '../people/commands.ts';
import type { AmendmentAuthority } from '../statutes/18-usc-3664-o-final-judgment.ts';
import type { CreditMethod } from '../statutes/18-usc-3664-h-joint-and-several.ts';
import type { LaborValues } from '../statutes/18-usc-1593-trafficking-in-persons.ts';
import type { LossCategory } from '../statutes/18-usc-2259-c-2-losses.ts';
import type { PropertyValues } from '../statutes/18-usc-3663-b-heads.ts';
import type { LossHead } from '../statutes/loss-heads.ts';
import type { RestitutionStatute, Track } from '../statutes/restitution-statutes.ts';
import type { PriceIndexes } from '../statutes/consumer-price-index.ts';
import type { DisbursementReturnReason, PaidTo } from './found-and-paid.ts';
import type { InterestCommand } from './commands-of-interest.ts';
import type { HistoryLine } from './history-events.ts';
import type { VictimState } from './state.ts';
import type {
  DepositUnclaimed,
  InstrumentCommand,
  MakeDisbursement,
  WithdrawUnclaimed,
} from './commands-of-payment.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface ForVictim {
  readonly victimId: VictimId;
  readonly on: CalendarDate;
}

/** The ledger is to know this victim, by an id that says nothing of the person. */
export interface RegisterVictim extends ForVictim {
  readonly type: 'RegisterVictim';
}

/** A court's finding of the full losses in one case; of a case and category, the finding of the latest day counts. */
export interface DetermineLoss extends ForVictim {
  readonly type: 'DetermineLoss';
  readonly caseId: CaseId;
  readonly category: LossCategory;
  readonly amount: Money;
  readonly heads: readonly LossUnderHead[];
  /** What of the amount is still to come, where the court said so. */
  readonly projected?: Money;
  readonly statute?: RestitutionStatute;
  /** What the court deducted for assistance before it came to the amount; not there where it deducted nothing. */
  readonly assistanceDeducted?: Money;
}

/** One head of a finding, with the values that it was reckoned from, where the court gave them. */
export interface LossUnderHead extends Partial<PropertyValues>, Partial<LaborValues> {
  readonly head: LossHead;
  readonly amount: Money;
}

/** A court ordered defined monetary assistance for the victim. */
export interface OrderAssistance extends ForVictim {
  readonly type: 'OrderAssistance';
  readonly requestId: RequestId;
  /** The case in which the court found the claimant a victim. */
  readonly caseId: CaseId;
  readonly amount: Money;
  /** Where the figures of the price index are found: the passage adds those that the ledger was told of. */
  readonly indexes?: PriceIndexes;
}

/** Money of one case was paid out to the victim, or to whom it goes in the victim's stead. */
export interface RecordDisbursement extends ForVictim {
  readonly type: 'RecordDisbursement';
  readonly disbursementId: DisbursementId;
  readonly caseId: CaseId;
  readonly amount: Money;
  /** Whom it was paid to; the victim, where nothing is said. */
  readonly paidTo?: PaidTo;
  /** Which representative, where it was one. */
  readonly representativeId?: RepresentativeId;
  /** What the case's own stream has credited the victim with, which no door says: nothing, where it is not there. */
  readonly creditedInCase?: Money;
  /** What of that is interest on orders under section 2259. */
  readonly interestInCase?: Money;
  /** The payment that it takes the place of, where that came back. */
  readonly replaces?: DisbursementId;
}

/** A payment to the victim came back. */
export interface RecordDisbursementReturn extends ForVictim {
  readonly type: 'RecordDisbursementReturn';
  readonly disbursementId: DisbursementId;
  readonly reason: DisbursementReturnReason;
}

/** What the victim's stream hears from the Reserve. */
interface FromReserve extends ForVictim {
  readonly requestId: RequestId;
}

/** The Reserve has paid. */
export interface ReceiveAssistance extends FromReserve {
  readonly type: 'ReceiveAssistance';
  readonly disbursementId: DisbursementId;
  /** The representative who was paid; not there where it was the victim. */
  readonly representativeId?: RepresentativeId;
}

/** That payment came back. */
export interface ReturnAssistance extends FromReserve {
  readonly type: 'ReturnAssistance';
  readonly disbursementId: DisbursementId;
}

/** The order was set aside before it was paid. */
export interface VacateAssistance extends FromReserve {
  readonly type: 'VacateAssistance';
}

/** Nothing happened; the law is asked again, as after a change of policy. */
export interface ReviewLiabilities extends ForVictim {
  readonly type: 'ReviewLiabilities';
}

/** A court ordered that what ended by law under these orders is owed again. */
export interface OrderReinstatement extends ForVictim {
  readonly type: 'OrderReinstatement';
  readonly orderIds: readonly OrderId[];
  readonly authority: AmendmentAuthority;
}

/** What the victim's stream hears from a case: its orders, and money tendered under them. */
interface FromCase extends ForVictim {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly defendantId: DefendantId;
}

/** A case has an order under which this victim is owed. */
export interface ImposeLiability extends FromCase {
  readonly type: 'ImposeLiability';
  readonly track: Track;
  readonly isBeforeAct: boolean;
  readonly amount: Money;
}

/** That order became final. */
export interface MakeLiabilityFinal extends FromCase {
  readonly type: 'MakeLiabilityFinal';
  readonly ground: FinalityGround;
}

/** That order has another amount for this victim. */
export interface AmendLiability extends FromCase {
  readonly type: 'AmendLiability';
  /** Which amendment of the order this is, counted from 1. */
  readonly amendment: number;
  readonly amount: Money;
}

/** That order was set aside. */
export interface VacateLiability extends FromCase {
  readonly type: 'VacateLiability';
}

/** The term of liability under that order is over; or that this was said is an error. */
export interface ExpireVictimLiability extends FromCase {
  readonly type: 'ExpireVictimLiability' | 'UndoVictimExpiry';
  /** Which change of the term it is, counted from 1: an earlier one, heard late, changes nothing. */
  readonly change: number;
}

/** A case says that under these orders its defendants owe the victim jointly. */
export interface MakeLiabilitiesJoint extends ForVictim {
  readonly type: 'MakeLiabilitiesJoint';
  readonly caseId: CaseId;
  readonly orderIds: readonly OrderId[];
  readonly crediting: CreditMethod | undefined;
  /** Which declaration of the case it is, counted from 1: an earlier one, heard late, changes nothing. */
  readonly declaration: number;
}

/** Part of a receipt is tendered under that order; the answer is what of it was accepted. */
export interface CreditRecovery extends FromCase {
  readonly type: 'CreditRecovery';
  readonly receiptId: ReceiptId;
  readonly round: number;
  readonly offered: Money;
  /**
   * Where it is on its first way, in the case that it came in for: then payments of later days, or of its own, may give it
   * their room (P-08, P-45).
   */
  readonly first?: {
    /** What the case knows to have ended of the liability. */
    readonly ended: Money;
  };
}

/** The receipt came back; what it had brought under that order is to be reversed. */
export interface ReverseRecovery extends FromCase {
  readonly type: 'ReverseRecovery';
  readonly receiptId: ReceiptId;
}

/** The receipt has cleared: what it has credited under the order is good money; no door sends this. */
export interface ClearRecovery extends FromCase {
  readonly type: 'ClearRecovery';
  readonly receiptId: ReceiptId;
}

/** The stream of the survivor is handed a part of what stands under another id; no door sends this. */
export interface TakeOverHistory extends ForVictim {
  readonly type: 'TakeOverHistory';
  readonly absorbedId: VictimId;
  /** From 1. */
  readonly part: number;
  readonly lines: readonly HistoryLine[];
}

/** All parts are there; no door sends this. */
export interface JoinHistories extends ForVictim {
  readonly type: 'JoinHistories';
  readonly absorbedId: VictimId;
  readonly parts: number;
  /** What the other id hands over beside its lines. */
  readonly of: Pick<VictimState, 'joined' | 'greatestLoss' | 'epoch' | 'standing' | 'frontier'>;
}

export type VictimCommand =
  | TakeOverHistory
  | JoinHistories
  | PeopleCommand
  | TakeOverIdentity
  | RegisterVictim
  | DetermineLoss
  | RecordDisbursement
  | RecordDisbursementReturn
  | MakeDisbursement
  | InstrumentCommand
  | DepositUnclaimed
  | WithdrawUnclaimed
  | OrderAssistance
  | ReceiveAssistance
  | ReturnAssistance
  | VacateAssistance
  | RecoveryCommand
  | ReviewLiabilities
  | OrderReinstatement
  | ImposeLiability
  | MakeLiabilityFinal
  | AmendLiability
  | VacateLiability
  | ExpireVictimLiability
  | MakeLiabilitiesJoint
  | CreditRecovery
  | ReverseRecovery
  | ClearRecovery
  | InterestCommand
  | ReductionCommand;
