import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId, OrderId, RefundId } from '../ids.ts';
import { noMoney, type Money } from '../money.ts';
import type { PaymentMethod, PaymentReturnReason } from './events.ts';

/** What a decision about one receipt must know. */
export interface ReceiptState {
  received: Received | undefined;
  returned: { readonly on: CalendarDate; readonly reason: PaymentReturnReason } | undefined;
  /** What was held for refund; undefined until a case has said that it could place no more. */
  excess: Money | undefined;
  refunded: Money;
  readonly refunds: Map<RefundId, { readonly amount: Money; readonly on: CalendarDate }>;
}

/** What came in, from whom, and when. */
export interface Received {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly amount: Money;
  readonly method: PaymentMethod;
  readonly on: CalendarDate;
}

/** A receipt that has not been heard of. */
export function emptyReceipt(): ReceiptState {
  return {
    received: undefined,
    returned: undefined,
    excess: undefined,
    refunded: noMoney,
    refunds: new Map(),
  };
}
