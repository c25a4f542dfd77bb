/** What the ledger answers of the law itself: what does not agree with it, and what it asks for by a day. */
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type {
  CaseId,
  DebtId,
  DefendantId,
  OrderId,
  ReceiptId,
  RepresentativeId,
  VictimId,
} from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { DeadlineKind } from '../../projections/deadlines.ts';
import type { ReviewReason } from '../../projections/review-row.ts';

/** Something recorded that a person should look at: why, under which law, and on whose authority. */
export interface ReviewView {
  readonly position: number;
  readonly effectiveOn: CalendarDate;
  readonly reason: ReviewReason;
  readonly citation: string;
  readonly authority: string | null;
  /** Of what was paid beyond what was held, by how much; null of all else. */
  readonly amount: MoneyText | null;
  /** Null of what is about no case of this ledger. */
  readonly caseId: CaseId | null;
  readonly orderId: OrderId | null;
  /** The fine or other debt beside restitution that it is about. */
  readonly debtId: DebtId | null;
  /** The payment that came in, where it is about one. */
  readonly receiptId: ReceiptId | null;
  readonly victimId: VictimId | null;
  readonly defendantId: DefendantId | null;
  readonly representativeId: RepresentativeId | null;
}

/** `due`: to be determined. `overdue`: the day has passed. `pending`: a petition awaits the court. `met`: done, or over. */
type DeadlineStatus = 'due' | 'overdue' | 'pending' | 'met';

/** A term of 18 U.S.C. 3664(d)(5), or of a representation, and how it stands. */
export interface DeadlineView {
  readonly position: number;
  readonly kind: DeadlineKind;
  /** The day from which the term ran: of sentencing, of discovery, or of the rights assumed. */
  readonly startedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** The day of the deferral, or of the petition. */
  readonly on: CalendarDate;
  readonly metOn: CalendarDate | null;
  readonly status: DeadlineStatus;
  readonly caseId: CaseId | null;
  readonly orderId: OrderId | null;
  readonly victimId: VictimId | null;
  readonly defendantId: DefendantId | null;
  readonly representativeId: RepresentativeId | null;
}

/** The case of a question, where it is about one. */
export interface CaseFilter {
  readonly caseId?: CaseId;
}
