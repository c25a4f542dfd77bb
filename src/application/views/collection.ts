/** What the ledger answers about the collection of what defendants owe: plain objects, amounts as decimal text. */
import type { AnnualRateText } from '../../domain/annual-rate.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { NoticeStanding } from '../../domain/collection/arrears.ts';
import type { PaymentManner } from '../../domain/collection/events.ts';
import type { Bearing, NoInterest } from '../../domain/collection/interest-owed.ts';
import type { CaseId, DebtId, DefendantId, OrderId } from '../../domain/ids.ts';
import type { Standpoint } from './ledger.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { Obligation } from '../../domain/statutes/obligations.ts';

/** Interest on one obligation, and when its liability ends. One of `orderId` and `debtId` is null. */
export interface InterestView {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly debtId: DebtId | null;
  readonly obligation: Obligation;
  readonly judgmentOn: CalendarDate;
  readonly ordered: MoneyText;
  /** The principal that is still owed. */
  readonly outstanding: MoneyText;
  /** Why it bears none, or why that cannot be said; null where interest accrues. */
  readonly noInterest: NoInterest | null;
  readonly liableFrom: CalendarDate | null;
  /** The Friday of the week whose yield is the rate. */
  readonly weekEndingOn: CalendarDate | null;
  readonly rate: AnnualRateText | null;
  /** Up to this day, which does not count itself. */
  readonly until: CalendarDate | null;
  readonly days: number | null;
  /** Null where it cannot be said. */
  readonly accrued: MoneyText | null;
  /** What was paid of it. */
  readonly paid: MoneyText;
  /** What is left of it after waivers and payments; null where it cannot be said. */
  readonly owed: MoneyText | null;
  /** Penalties that were incurred by a schedule of the court; nothing where it set none. */
  readonly penalties: MoneyText;
  readonly penaltiesPaid: MoneyText;
  readonly penaltiesOwed: MoneyText;
  /** The day before which liability does not end, as far as is known of release and death; null where no section that the ledger knows sets an end. */
  readonly liabilityEndsOn: CalendarDate | null;
  /** Whether that day is certain: no, where nobody recorded a release, nor that the judgment imposed no imprisonment. */
  readonly isEndKnown: boolean;
  /** Whether the end was recorded, so that nothing is owed any more. */
  readonly isExpired: boolean;
}

/** The interest on one obligation, with what it is worked out from. */
export interface InterestBasis {
  readonly standpoint: Standpoint;
  readonly view: InterestView;
  readonly bearing: Bearing;
}

/** A fine or restitution of which a payment is late. One of `orderId` and `debtId` is null. */
export interface ArrearsView {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly debtId: DebtId | null;
  readonly obligation: Obligation;
  /** Null where the court set no schedule, and all was due with the judgment. */
  readonly manner: PaymentManner | null;
  readonly outstanding: MoneyText;
  readonly standing: 'OVERDUE' | 'DELINQUENT' | 'DEFAULT';
  /** What was due before the day, and is unpaid: all of it, once all is due after notice of the default. */
  readonly overdue: MoneyText;
  /** The day on which the oldest unpaid cent was due. */
  readonly dueOn: CalendarDate;
  readonly delinquentOn: CalendarDate;
  readonly delinquencyNoticeDueOn: CalendarDate;
  readonly delinquencyNotice: NoticeStanding;
  /** Null where it was not given. */
  readonly delinquencyNoticeGivenOn: CalendarDate | null;
  readonly defaultOn: CalendarDate;
  readonly defaultNoticeDueOn: CalendarDate;
  readonly defaultNotice: NoticeStanding;
  readonly defaultNoticeGivenOn: CalendarDate | null;
  /** The day by which all is due, thirty days after notice of the default; null where it was not given. */
  readonly balanceDueOn: CalendarDate | null;
  /** Those that would be due on the day of the question; not charged where the court set no schedule. */
  readonly delinquencyPenalty: MoneyText;
  readonly defaultPenalty: MoneyText;
}

/** Whose obligations are meant; every field given must match. */
export interface ObligationFilter {
  readonly orderId?: OrderId;
  readonly debtId?: DebtId;
  readonly caseId?: CaseId;
  readonly defendantId?: DefendantId;
}
