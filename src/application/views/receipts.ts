/** What the ledger answers of one payment: plain objects, amounts as decimal text. */
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type {
  CaseId,
  DebtId,
  DefendantId,
  OrderId,
  ReceiptId,
  RefundId,
  RunId,
  VictimId,
} from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { DebtKind } from '../../domain/statutes/obligations.ts';
import type { PaymentOrigin } from '../../domain/statutes/payment-origins.ts';

/** `settling`: money is on its way between the case and the victim. */
export type ReceiptStatus = 'settling' | 'applied' | 'excess held' | 'refunded' | 'returned';

/** A payment as a list of payments has it. */
export interface ReceiptRow {
  readonly receiptId: ReceiptId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly method: string;
  /** Where the money came from; null where that was not said. */
  readonly origin: string | null;
  readonly receivedOn: CalendarDate;
  readonly amount: MoneyText;
  readonly applied: MoneyText;
  /** Held for refund: nothing that its payor owes, in this case or another, could take it. */
  readonly excess: MoneyText;
  /** Paid back, or waiting for the payor where nobody claims it. */
  readonly refunded: MoneyText;
  readonly settling: MoneyText;
  readonly returnedOn: CalendarDate | null;
  /** The day on which it cleared, as far as that was recorded; it may have come back all the same. */
  readonly clearedOn: CalendarDate | null;
  readonly status: ReceiptStatus;
}

/** Which payments are meant; every field given must match. */
export interface ReceiptFilter {
  readonly caseId?: CaseId;
  readonly defendantId?: DefendantId;
  readonly origin?: PaymentOrigin;
  readonly status?: ReceiptStatus;
  /** The first day of receipt, and the last. */
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
}

/** What became of one payment, and of each part of it. */
export interface ReceiptView extends ReceiptRow {
  /** What it paid of interest, and of penalties for lateness; both are among what was applied. */
  readonly interest: MoneyText;
  readonly penalties: MoneyText;
  /** Whether a court must say what becomes of what is held (P-09 `SUSPENSE`, P-40): until then nothing of it is paid back. */
  readonly awaitsCourt: boolean;
  /** The last day on which notice of it to the Attorney General is in time: 18 U.S.C. 3612(a). */
  readonly noticeDueOn: CalendarDate;
  /** The day on which notice was first given; null where it was not. */
  readonly noticeGivenOn: CalendarDate | null;
  readonly parts: readonly {
    readonly orderId: OrderId;
    readonly victimId: VictimId;
    readonly amount: MoneyText;
  }[];
  /** What it paid of interest and of penalties, by what they accrued on: principal, these and debts are all that was applied. */
  readonly accessories: readonly {
    readonly kind: 'INTEREST' | 'PENALTY';
    /** Null where it accrued on a debt beside restitution. */
    readonly orderId: OrderId | null;
    readonly debtId: DebtId | null;
    /** To whom interest on restitution goes; null of what goes to the public. */
    readonly victimId: VictimId | null;
    readonly amount: MoneyText;
  }[];
  /** What went on to other cases of its payor, and stayed there: it is among what was applied. */
  readonly otherCases: readonly { readonly caseId: CaseId; readonly amount: MoneyText }[];
  /** What went back to its payor, in the order of recording; those that came back are among them. */
  readonly refunds: readonly {
    readonly refundId: RefundId;
    readonly amount: MoneyText;
    readonly refundedOn: CalendarDate;
    readonly returnedOn: CalendarDate | null;
    /** Null where it went out in no run. */
    readonly runId: RunId | null;
  }[];
  /** What it paid on assessments, fines and other debts beside restitution. */
  readonly debts: readonly {
    readonly debtId: DebtId;
    readonly kind: DebtKind;
    readonly amount: MoneyText;
  }[];
}
