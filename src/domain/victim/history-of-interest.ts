/**
 * What of interest that counts (P-10) one id of a person hands to another.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, OrderId, ReceiptId, VictimId } from '../ids.ts';
import type { MoneyText } from '../money.ts';

/** What stands of interest: what receipts brought, and what had gone out before it was told. */
export type InterestHistoryLine = InterestLine | InterestPaidOutLine;

/** What one receipt has brought as interest under one order (P-10). */
interface InterestLine {
  readonly kind: 'INTEREST';
  readonly receiptId: ReceiptId;
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  /** What was received of it in which round. */
  readonly rounds: readonly { readonly round: number; readonly amount: MoneyText }[];
  readonly isReversed?: true;
  readonly isCleared?: true;
  readonly movedOn: CalendarDate;
}

/** What of interest had gone out of a case before it was told, and was taken for other money until then. */
interface InterestPaidOutLine {
  readonly kind: 'INTEREST_PAID_OUT';
  readonly caseId: CaseId;
  readonly amount: MoneyText;
}
