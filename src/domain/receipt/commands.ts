import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, RefundId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { PaymentMethod, PaymentReturnReason } from './events.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface OnReceipt {
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
}

/** Good funds came in from one defendant in one case, for an order if the payor named one. */
export interface RecordPayment extends OnReceipt {
  readonly type: 'RecordPayment';
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly amount: Money;
  readonly method: PaymentMethod;
}

/** The bank took the money back. */
export interface RecordPaymentReturn extends OnReceipt {
  readonly type: 'RecordPaymentReturn';
  readonly reason: PaymentReturnReason;
}

/** Money held as excess was paid back to the payor. */
export interface RecordRefund extends OnReceipt {
  readonly type: 'RecordRefund';
  readonly refundId: RefundId;
  readonly amount: Money;
}

/** What the passage asks of a receipt when a case could place no more of it; no door sends this. */
export interface HoldExcess extends OnReceipt {
  readonly type: 'HoldExcess';
  readonly amount: Money;
}

export type ReceiptCommand = RecordPayment | RecordPaymentReturn | RecordRefund | HoldExcess;
