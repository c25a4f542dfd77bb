import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DebtId, DefendantId, OrderId, ReceiptId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Interval } from '../statutes/18-usc-3572-d-payment.ts';
import type { InterestTerms, Notice, PaymentManner } from './events.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface InCase {
  readonly caseId: CaseId;
  readonly on: CalendarDate;
}

/** Of which obligation something is said: one of the two is null. */
interface OfObligation extends InCase {
  readonly orderId: OrderId | null;
  readonly debtId: DebtId | null;
}

/** The judgment, or a later order, says on which terms an obligation bears interest: 18 U.S.C. 3612(f)(3), 28 U.S.C. 1961. */
export interface SetInterestTerms extends OfObligation {
  readonly type: 'SetInterestTerms';
  readonly terms: InterestTerms;
  /** The greatest total of interest; null where it is not limited. */
  readonly limit: Money | null;
  /** The first day on which no more interest accrues; null where its period is not limited. */
  readonly endsOn: CalendarDate | null;
}

/** The court set how an obligation is to be paid: 18 U.S.C. 3572(d), 3664(f)(2) to (3). */
export interface SetPaymentSchedule extends OfObligation {
  readonly type: 'SetPaymentSchedule';
  readonly manner: PaymentManner;
  /** The day of the lump sum, or of the first instalment. */
  readonly firstOn: CalendarDate;
  /** One instalment; null for a lump sum. */
  readonly amount: Money | null;
  /** Null for a lump sum. */
  readonly every: Interval | null;
}

/** A defendant was released from imprisonment under the judgment. */
export interface RecordRelease extends InCase {
  readonly type: 'RecordRelease';
  readonly defendantId: DefendantId;
}

/** The judgment imposed no imprisonment on a defendant: there is no release from which twenty years could run. */
export interface RecordNoImprisonment extends InCase {
  readonly type: 'RecordNoImprisonment';
  readonly defendantId: DefendantId;
}

/** A defendant died. */
export interface RecordDeath extends InCase {
  readonly type: 'RecordDeath';
  readonly defendantId: DefendantId;
}

/** The Attorney General waived interest or penalties on an obligation: 18 U.S.C. 3612(h). */
export interface Waive extends OfObligation {
  readonly type: 'WaiveInterest' | 'WaivePenalty';
  /** Null where all of it was waived, also what is still to accrue. */
  readonly amount: Money | null;
}

/** Notice was given of a delinquency or default (of an obligation), or of a receipt: 18 U.S.C. 3612(a), (d), (e). */
export interface RecordNotice extends OfObligation {
  readonly type: 'RecordNotice';
  readonly notice: Notice;
  /** The receipt that notice was given of; null for any other notice. */
  readonly receiptId: ReceiptId | null;
}

/** The liability for an obligation is to end, where its term is over: 18 U.S.C. 3013(c), 3613(b). */
export interface ExpireLiability extends OfObligation {
  readonly type: 'ExpireLiability';
}

/** That end was recorded in error: what it had ended is owed as if it never had. */
export interface UndoExpiry extends OfObligation {
  readonly type: 'UndoExpiry';
}

export type CollectionCommand =
  | SetInterestTerms
  | SetPaymentSchedule
  | RecordRelease
  | RecordNoImprisonment
  | RecordDeath
  | Waive
  | RecordNotice
  | ExpireLiability
  | UndoExpiry;
