import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId, OrderId, RefundId } from '../ids.ts';
import { noMoney, type Money } from '../money.ts';
import type { Rung } from '../statutes/obligations.ts';
import type { PaymentOrigin } from '../statutes/payment-origins.ts';
import type { PaymentMethod, PaymentReturnReason } from './events.ts';

/** What a decision about one receipt must know. */
export interface ReceiptState {
  received: Received | undefined;
  returned: { readonly on: CalendarDate; readonly reason: PaymentReturnReason } | undefined;
  /** What was held for refund, less what was released of it. */
  excess: Money;
  /** Whether no case could place more of it, and what was left is held. */
  isHeld: boolean;
  refunded: Money;
  /** Where it went on to from the case that it came in for, in order; and where it began once more, when it was released. */
  readonly passes: Pass[];
  /** How many of them were taken back: all, once the receipt has come back and was unwound. */
  takenBack: number;
  readonly refunds: Map<RefundId, { readonly amount: Money; readonly on: CalendarDate }>;
}

/** What one case passed on to another. */
export interface Pass {
  readonly fromCaseId: CaseId;
  readonly caseId: CaseId;
  readonly amount: Money;
  readonly reach: readonly Rung[] | null;
  readonly isAssessed: boolean;
  readonly isLast: boolean;
  /** Whether it comes out of what was held, and from no other case. */
  readonly isRelease: boolean;
}

/** What came in, from whom, and when. */
export interface Received {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly amount: Money;
  readonly method: PaymentMethod;
  readonly origin: PaymentOrigin | undefined;
  readonly benefits: Money | undefined;
  readonly on: CalendarDate;
}

/** A receipt that has not been heard of. */
export function emptyReceipt(): ReceiptState {
  return {
    received: undefined,
    returned: undefined,
    excess: noMoney,
    isHeld: false,
    refunded: noMoney,
    passes: [],
    takenBack: 0,
    refunds: new Map(),
  };
}
