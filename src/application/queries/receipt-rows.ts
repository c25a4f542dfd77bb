import type { CaseId, DefendantId, OrderId, ReceiptId } from '../../domain/ids.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { ReceiptRow, ReceiptStatus } from '../views/receipts.ts';

/** The columns of the table `receipts` that a row is made of. */
export const receiptColumns = `receiptId, caseId, defendantId, orderId, method, origin, receivedOn, amount, applied, excess, refunded,
  settling, returnedOn, clearedOn`;

/** A receipt as it stands where the log ends. */
export interface ReceiptCells extends StandingCells {
  readonly receiptId: bigint;
  readonly caseId: bigint;
  readonly defendantId: bigint;
  readonly orderId: bigint | null;
  readonly method: bigint;
  readonly origin: bigint | null;
  readonly receivedOn: bigint;
  readonly amount: bigint;
}

/** Where its money is. */
interface StandingCells {
  readonly applied: bigint;
  readonly excess: bigint;
  readonly refunded: bigint;
  readonly settling: bigint;
  readonly returnedOn: bigint | null;
  readonly clearedOn: bigint | null;
}

/** The receipt on the clocks of the frame. */
export function receiptRow(frame: Frame, cells: ReceiptCells): ReceiptRow {
  const standing = frame.isNow ? cells : standingThen(frame, Number(cells.receiptId));
  return {
    receiptId: frame.term(cells.receiptId) as ReceiptId,
    caseId: frame.term(cells.caseId) as CaseId,
    defendantId: frame.term(cells.defendantId) as DefendantId,
    orderId: frame.termOrNull(cells.orderId) as OrderId | null,
    method: frame.term(cells.method),
    origin: frame.termOrNull(cells.origin),
    receivedOn: dayOf(cells.receivedOn),
    amount: amountOf(cells.amount),
    applied: amountOf(standing.applied),
    excess: amountOf(standing.excess),
    refunded: amountOf(standing.refunded),
    settling: amountOf(standing.settling),
    returnedOn: standing.returnedOn === null ? null : dayOf(standing.returnedOn),
    clearedOn: standing.clearedOn === null ? null : dayOf(standing.clearedOn),
    status: statusOf(standing),
  };
}

/** A receipt that came back is that before all else; then, what is not yet settled; then, where the rest of it is. */
function statusOf({ returnedOn, settling, excess, refunded }: StandingCells): ReceiptStatus {
  if (returnedOn !== null) return 'returned';
  if (settling !== 0n) return 'settling';
  if (excess > 0n) return 'excess held';
  return refunded > 0n ? 'refunded' : 'applied';
}

/** What stands in the journal under one receipt, on the clocks of the frame. */
export const itsEntries = `FROM timeline t CROSS JOIN journal j ON j.position = t.position AND j.item = t.item
  WHERE t.receiptId = :receipt AND t.position <= :position AND t.effectiveOn <= :day`;

/** What an account holds of it; the account is a parameter of the question. */
export function balanceOf(account: string): string {
  return `coalesce(sum(j.amount * ((j.debit = :${account}) - (j.credit = :${account}))), 0)`;
}

/** It moves no money, and so has no entry. */
const clearedOn = `(SELECT max(c.effectiveOn) FROM timeline c WHERE c.receiptId = :receipt AND +c.type = :PaymentCleared
  AND c.position <= :position AND c.effectiveOn <= :day)`;

function standingThen(frame: Frame, receipt: number): StandingCells {
  const cells = frame.first(
    `SELECT ${balanceOf('satisfied')} + ${balanceOf('discharged')} + ${balanceOf('interest')} + ${balanceOf('penalties')} AS applied, -${balanceOf('refund')} AS excess, -${balanceOf('unapplied')} AS settling,
         coalesce(sum(CASE WHEN t.type IN (:RefundMade, :SetAside) THEN j.amount
           WHEN t.type = :RefundReturned OR (t.type = :Claimed AND j.credit = :refund) THEN -j.amount END), 0) AS refunded,
         max(CASE WHEN t.type = :PaymentReturned THEN t.effectiveOn END) AS returnedOn,
         ${clearedOn} AS clearedOn ${itsEntries}`,
    {
      receipt,
      satisfied: frame.numberOf('satisfied'),
      discharged: frame.numberOf('discharged'),
      interest: frame.numberOf('interest-paid'),
      penalties: frame.numberOf('penalties-paid'),
      refund: frame.numberOf('refund-payable'),
      unapplied: frame.numberOf('unapplied'),
      RefundMade: frame.numberOf('RefundMade'),
      RefundReturned: frame.numberOf('RefundReturned'),
      SetAside: frame.numberOf('UnclaimedRefundSetAside'),
      Claimed: frame.numberOf('UnclaimedRefundWithdrawn'),
      PaymentReturned: frame.numberOf('PaymentReturned'),
      PaymentCleared: frame.numberOf('PaymentCleared'),
    },
  ) as StandingCells | undefined;
  return cells ?? { applied: 0n, excess: 0n, refunded: 0n, settling: 0n, returnedOn: null, clearedOn: null };
}
