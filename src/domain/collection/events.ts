/**
 * What bears on the collection of what a defendant owes in a case: terms of interest, schedules, release and death.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { AnnualRateText } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DebtId, DefendantId, OrderId, ReceiptId, VictimId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { Interval } from '../statutes/18-usc-3572-d-payment.ts';

/** The obligation meant: restitution under an order, or a debt; the other id is null. */
export interface ObligationRef {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly debtId: DebtId | null;
}

/** Whether interest is that of 18 U.S.C. 3612(f), is waived under 3612(f)(3)(A), or is that of 28 U.S.C. 1961. */
export type InterestTerms = 'STATUTE' | 'WAIVED' | 'CIVIL';

/** The judgment, or a later order, says on which terms an obligation bears interest. */
export type InterestTermsSet = DomainEvent<
  'InterestTermsSet',
  ObligationRef & {
    readonly terms: InterestTerms;
    readonly limit: MoneyText | null;
    readonly endsOn: CalendarDate | null;
  }
>;

/** All at once on a day, in instalments, or in nominal periodic payments. */
export type PaymentManner = 'LUMP_SUM' | 'INSTALMENTS' | 'NOMINAL';

/** The court set how an obligation is to be paid. */
export type PaymentScheduleSet = DomainEvent<
  'PaymentScheduleSet',
  ObligationRef & {
    readonly manner: PaymentManner;
    readonly firstOn: CalendarDate;
    readonly amount: MoneyText | null;
    readonly every: Interval | null;
  }
>;

interface OfDefendant {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
}

/** The defendant was released from imprisonment: twenty years of liability may run from this day. */
export type DefendantReleased = DomainEvent<'DefendantReleased', OfDefendant>;

/** The judgment imposed no imprisonment: the twenty years of liability run from judgment alone. */
export type ImprisonmentNotImposed = DomainEvent<'ImprisonmentNotImposed', OfDefendant>;

/** The defendant died: a fine ends, and the estate is liable for restitution. */
export type DefendantDied = DomainEvent<'DefendantDied', OfDefendant>;

/** The yield that sets the rate of interest on an obligation came to be known in its case; another, later one corrects it. */
export type InterestRateFixed = DomainEvent<
  'InterestRateFixed',
  ObligationRef & {
    /** The first day on which the defendant is liable for interest. */
    readonly liableFrom: CalendarDate;
    readonly weekEndingOn: CalendarDate;
    readonly rate: AnnualRateText;
  }
>;

/** Money of a receipt was credited to interest that had accrued: of an order, to the victim named; of a debt, to the public. */
export type InterestCredited = DomainEvent<
  'InterestCredited',
  ObligationRef & OfReceipt & { readonly victimId: VictimId | null; readonly round: number }
>;

/**
 * Money of a receipt is tendered as interest on an order whose victims' streams have the last word, for it counts as
 * recovery (P-10). What of it was accepted, `InterestCredited` says; the rest goes on.
 */
export type InterestTendered = DomainEvent<
  'InterestTendered',
  ObligationRef &
    OfReceipt & { readonly orderId: OrderId; readonly victimId: VictimId; readonly round: number }
>;

/** The receipt came back: what it had paid of interest is owed again. */
export type InterestReversed = DomainEvent<
  'InterestReversed',
  ObligationRef & OfReceipt & { readonly victimId: VictimId | null }
>;

/** Money of a receipt was credited to a penalty for delinquency or default, which is due to the public. */
export type PenaltyCredited = DomainEvent<
  'PenaltyCredited',
  ObligationRef & OfReceipt & { readonly round: number }
>;

/** The receipt came back: what it had paid of penalties is owed again. */
export type PenaltyReversed = DomainEvent<'PenaltyReversed', ObligationRef & OfReceipt>;

interface OfReceipt {
  readonly receiptId: ReceiptId;
  readonly amount: MoneyText;
}

/** Why it cannot be said what interest an obligation bears. */
export type InterestUnknown = 'YIELD_MISSING' | 'EARLIER_LAW' | 'OWED_JOINTLY';

/** Money of the receipt was left over and could not go to interest on the obligation, for nobody can say how much is owed. */
export type InterestNotKnown = DomainEvent<
  'InterestNotKnown',
  ObligationRef & {
    readonly receiptId: ReceiptId;
    readonly why: InterestUnknown;
    /** The week whose yield is missing; null where it is not that. */
    readonly weekEndingOn: CalendarDate | null;
  }
>;

interface Waived extends ObligationRef {
  /** Null where all of it was waived, also what is still to accrue. */
  readonly amount: MoneyText | null;
  readonly citation: string;
}

/** The Attorney General waived interest: 18 U.S.C. 3612(h). */
export type InterestWaived = DomainEvent<'InterestWaived', Waived>;

/** The Attorney General waived penalties: 18 U.S.C. 3612(h). */
export type PenaltyWaived = DomainEvent<'PenaltyWaived', Waived>;

/** Of what notice is given: to the defendant of a delinquency or a default, or to the Attorney General of a receipt. */
export type Notice = 'DELINQUENCY' | 'DEFAULT' | 'RECEIPT';

/** Notice was given: of an obligation that is late, or of a receipt. The ids of what it is not about are null. */
export type NoticeGiven = DomainEvent<
  'NoticeGiven',
  ObligationRef & { readonly receiptId: ReceiptId | null; readonly notice: Notice }
>;

/** The term of liability under an order was over, or the defendant’s death ended it. */
export type OrderExpired = DomainEvent<
  'OrderExpired',
  {
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    readonly orderId: OrderId;
    readonly citation: string;
    readonly policyVersion: number;
  }
>;

/** That an order had expired was recorded in error. */
export type OrderExpiryUndone = DomainEvent<
  'OrderExpiryUndone',
  { readonly caseId: CaseId; readonly defendantId: DefendantId; readonly orderId: OrderId }
>;

/** Money to interest and penalties, and back. */
export type AccessoryEvent =
  | InterestRateFixed
  | InterestTendered
  | InterestCredited
  | InterestReversed
  | PenaltyCredited
  | PenaltyReversed
  | InterestNotKnown;

export type CollectionEvent =
  | InterestTermsSet
  | PaymentScheduleSet
  | DefendantReleased
  | ImprisonmentNotImposed
  | DefendantDied
  | InterestWaived
  | PenaltyWaived
  | NoticeGiven
  | OrderExpired
  | OrderExpiryUndone
  | AccessoryEvent;
