/** What the victim's stream hears of interest on orders under section 2259, where it counts (P-10). No door sends any of it. */
import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, VictimId } from '../ids.ts';
import type { Money } from '../money.ts';

/** Of which receipt, under which order; `on` is the legal day on which it takes effect. */
interface OfReceipt {
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly defendantId: DefendantId;
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
}

/** Part of a receipt is tendered as interest; the answer is what of it was accepted. */
export interface ReceiveInterest extends OfReceipt {
  readonly type: 'ReceiveInterest';
  readonly round: number;
  readonly offered: Money;
}

/** Interest was credited already, and is told now. */
export interface TellInterest extends OfReceipt {
  readonly type: 'TellInterest';
  readonly round: number;
  readonly amount: Money;
  /** What the case itself has credited the victim with, interest among it. */
  readonly besideInCase: Money;
}

/** The receipt came back, with what it had brought as interest. */
export interface ReturnInterest extends OfReceipt {
  readonly type: 'ReturnInterest';
}

/** The receipt has cleared, with what it brought as interest. */
export interface ClearInterest extends OfReceipt {
  readonly type: 'ClearInterest';
}

/** All that cases had credited of interest to this id before is told. */
export interface TellPastInterest {
  readonly type: 'TellPastInterest';
  readonly victimId: VictimId;
  readonly on: CalendarDate;
}

export type InterestCommand =
  ReceiveInterest | TellInterest | ReturnInterest | ClearInterest | TellPastInterest;
