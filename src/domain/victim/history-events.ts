/**
 * What one id of a person hands to another, once both are known to be one: all that decisions about the victim rest on, in
 * numbered parts, and then that the two histories are one. Parts count for nothing until that is said.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { RecoveryElsewhere } from '../elsewhere/recovery.ts';
import type { CaseId, DisbursementId, RecoveryId, RepresentativeId, RequestId, VictimId } from '../ids.ts';
import type { InterestHistoryLine } from './history-of-interest.ts';
import type { CreditLine, JointLine, LiabilityLine } from './history-of-liabilities.ts';
import type { QuestionedLine, WithheldLine } from './history-of-payments.ts';
import type { PeopleLine } from './history-of-people.ts';
import type { PresentedBy } from '../payment/events.ts';
import type { InstrumentLife, Unclaimed } from '../payment/instrument.ts';

import type { LiabilityRef } from '../liability/events.ts';
import type { MoneyText } from '../money.ts';
import type { LossCategory } from '../statutes/18-usc-2259-c-2-losses.ts';
import type { AmendmentAuthority } from '../statutes/18-usc-3664-o-final-judgment.ts';
import type { RestitutionStatute } from '../statutes/restitution-statutes.ts';
import type { DisbursementReturnReason, HeadFound, PaidTo } from './found-and-paid.ts';
import type { Frontier } from './latest-days.ts';

/** A part of what stood under another id was taken over; it counts once the histories are joined. */
export type HistoryTakenOver = DomainEvent<
  'HistoryTakenOver',
  {
    readonly victimId: VictimId;
    readonly absorbedId: VictimId;
    /** From 1. */
    readonly part: number;
    readonly lines: readonly HistoryLine[];
  }
>;

/** What stood under the other id counts from here on as the victim’s own: one cap over both (P-31). */
export type HistoriesJoined = DomainEvent<
  'HistoriesJoined',
  {
    readonly victimId: VictimId;
    readonly absorbedId: VictimId;
    /** The ids that had been joined with the other before; not there where there were none. */
    readonly joinedBefore?: readonly VictimId[];
    /** How many parts there were. */
    readonly parts: number;
    /** The cap of the other id, as it had moved last; null where no final case had found a loss. */
    readonly greatestLoss: MoneyText | null;
    /** How many full recoveries had been counted under the other id, and those that stand, as counted there. */
    readonly epochs: number;
    readonly standing: readonly { readonly epoch: number; readonly greatestLoss: MoneyText }[];
    /** The latest days of what the law looked at under the other id. */
    readonly days: Omit<Frontier, 'cleared'> & Partial<Pick<Frontier, 'cleared'>>;
    readonly policyVersion: number;
  }
>;

/** One thing that stood under the other id. Each names the id that the court, or the bank, wrote. */
export type HistoryLine =
  | FindingLine
  | LiabilityLine
  | JointLine
  | CreditLine
  | InterestHistoryLine
  | DisbursementLine
  | InstrumentLine
  | AssistanceLine
  | RecoveryLine
  | QuestionedLine
  | WithheldLine
  | ReinstatementLine
  | ClaimedLine
  | PeopleLine;

interface FindingLine {
  readonly kind: 'FINDING';
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly category: LossCategory;
  readonly on: CalendarDate;
  readonly amount: MoneyText;
  readonly heads: readonly HeadFound[];
  readonly statute?: RestitutionStatute;
  readonly projected?: MoneyText;
  readonly assistanceDeducted?: MoneyText;
}

interface DisbursementLine {
  readonly kind: 'DISBURSEMENT';
  readonly disbursementId: DisbursementId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly amount: MoneyText;
  readonly on: CalendarDate;
  readonly paidTo?: Exclude<PaidTo, 'VICTIM'>;
  readonly representativeId?: RepresentativeId;
  /** What of it had come in beside what the victim's stream credits. */
  readonly beside?: MoneyText;
  readonly returned?: { readonly on: CalendarDate; readonly reason: DisbursementReturnReason };
  readonly replaces?: DisbursementId;
}

/** What has become of one payment at the bank. */
interface InstrumentLine {
  readonly kind: 'INSTRUMENT';
  readonly victimId: VictimId;
  readonly disbursementId: DisbursementId;
  readonly issued?: NonNullable<InstrumentLife['issued']>;
  readonly presented?: readonly (PresentedBy & { readonly amount: MoneyText; readonly on: CalendarDate })[];
  readonly unclaimed?: Unclaimed & { readonly caseId: CaseId; readonly amount: MoneyText };
}

interface AssistanceLine {
  readonly kind: 'ASSISTANCE';
  readonly victimId: VictimId;
  readonly requestId: RequestId;
  readonly caseId: CaseId;
  readonly orderedOn: CalendarDate;
  readonly amount: MoneyText;
  readonly isVacated?: true;
  readonly payments: readonly {
    readonly disbursementId: DisbursementId;
    readonly on: CalendarDate;
    readonly representativeId?: RepresentativeId;
    readonly isReturned?: true;
  }[];
}

interface RecoveryLine extends Pick<
  RecoveryElsewhere,
  'source' | 'category' | 'receivedOn' | 'reportedOn' | 'lastOn'
> {
  readonly kind: 'RECOVERY';
  readonly victimId: VictimId;
  readonly recoveryId: RecoveryId;
  readonly amount: MoneyText;
  readonly rejected?: NonNullable<RecoveryElsewhere['rejected']>;
  readonly verified?: { readonly on: CalendarDate; readonly amount: MoneyText };
  readonly withdrawn?: NonNullable<RecoveryElsewhere['withdrawn']>;
}

/** What a court has ordered to be owed again of one liability, and whether it waits for that still. */
interface ReinstatementLine extends Pick<LiabilityRef, 'orderId' | 'victimId'> {
  readonly kind: 'REINSTATEMENT';
  readonly ordered: readonly { readonly authority: AmendmentAuthority; readonly on: CalendarDate }[];
  readonly isWaiting?: true;
}

/** What is claimed in the books of what was received above the cap. */
interface ClaimedLine {
  readonly kind: 'CLAIMED';
  readonly amount: MoneyText;
}

/** The line of one kind. */
export type LineOf<Kind extends HistoryLine['kind']> = Extract<HistoryLine, { kind: Kind }>;
