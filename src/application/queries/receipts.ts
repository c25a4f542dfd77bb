import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, DebtId, OrderId, ReceiptId, RefundId, RunId, VictimId } from '../../domain/ids.ts';
import { receiptNoticeDueOn } from '../../domain/statutes/18-usc-3612-a-notification-of-receipt.ts';
import { awaitsCourt } from './awaiting-court.ts';
import { debtPartsOf } from './debts.ts';
import { dayOf, amountOf, type Frame } from './frame.ts';
import { balanceOf, itsEntries, receiptColumns, receiptRow, type ReceiptCells } from './receipt-rows.ts';
import type { ReceiptView } from '../views/receipts.ts';

/** What became of a receipt; undefined where the ledger did not know of it on these clocks. */
export function receiptOf(frame: Frame, receiptId: ReceiptId): ReceiptView | undefined {
  const receipt = frame.numberOf(receiptId);
  const cells = frame.first(
    `SELECT ${receiptColumns} FROM receipts
       WHERE receiptId = :receipt AND position <= :position AND receivedOn <= :day`,
    { receipt },
  ) as ReceiptCells | undefined;
  if (!cells) return undefined;
  return {
    ...receiptRow(frame, cells),
    ...beyondPrincipal(frame, receipt),
    awaitsCourt: awaitsCourt(frame, receipt),
    ...noticeOf(frame, receipt, dayOf(cells.receivedOn)),
    parts: partsOf(frame, receipt),
    accessories: accessoriesOf(frame, receipt),
    otherCases: otherCasesOf(frame, receipt),
    refunds: refundsOf(frame, receipt),
    debts: debtPartsOf(frame, receipt),
  };
}

/** What of it went to interest, and to penalties for lateness. */
function beyondPrincipal(frame: Frame, receipt: number): Pick<ReceiptView, 'interest' | 'penalties'> {
  const { interest, penalties } = frame.first(
    `SELECT ${balanceOf('interest')} AS interest, ${balanceOf('penalties')} AS penalties ${itsEntries}`,
    {
      receipt,
      interest: frame.numberOf('interest-paid'),
      penalties: frame.numberOf('penalties-paid'),
    },
  ) as { readonly interest: bigint; readonly penalties: bigint };
  return { interest: amountOf(interest), penalties: amountOf(penalties) };
}

/** By which day the Attorney General is to have notice of it, and when it was first given. */
function noticeOf(
  frame: Frame,
  receipt: number,
  receivedOn: CalendarDate,
): Pick<ReceiptView, 'noticeDueOn' | 'noticeGivenOn'> {
  const given = frame.first(
    `SELECT effectiveOn FROM collection_terms WHERE obligationId = :receipt AND type = :type AND position <= :position
       AND effectiveOn <= :day ORDER BY effectiveOn LIMIT 1`,
    { receipt, type: frame.numberOf('NoticeGiven') },
  ) as { readonly effectiveOn: bigint } | undefined;
  return {
    noticeDueOn: receiptNoticeDueOn(receivedOn),
    noticeGivenOn: given === undefined ? null : dayOf(given.effectiveOn),
  };
}

interface PartCells {
  readonly orderId: bigint;
  readonly victimId: bigint;
  readonly amount: bigint;
}

/** What it paid under each order to each victim, in the order of payment; what came back is not among it. */
function partsOf(frame: Frame, receipt: number): ReceiptView['parts'] {
  const parts = frame.all(
    `SELECT t.orderId, t.victimId, ${balanceOf('satisfied')} AS amount, min(t.position) AS first, t.item ${itsEntries}
         AND t.orderId IS NOT NULL AND t.victimId IS NOT NULL
         GROUP BY t.orderId, t.victimId HAVING ${balanceOf('satisfied')} <> 0 ORDER BY first, t.item`,
    { receipt, satisfied: frame.numberOf('satisfied') },
  ) as readonly PartCells[];
  return parts.map((cells) => ({
    orderId: frame.term(cells.orderId) as OrderId,
    victimId: frame.term(cells.victimId) as VictimId,
    amount: amountOf(cells.amount),
  }));
}

interface AccessoryCells {
  readonly type: bigint;
  readonly obligationId: bigint;
  readonly orderId: bigint | null;
  readonly victimId: bigint | null;
  readonly amount: bigint;
}

/** What it paid of interest and of penalties on each obligation, in the order of payment; what came back is not among it. */
function accessoriesOf(frame: Frame, receipt: number): ReceiptView['accessories'] {
  const found = frame.all(
    `SELECT c.type, c.obligationId, t.orderId, t.victimId, sum(c.amount) AS amount, min(t.position) AS first, t.item
       FROM timeline t CROSS JOIN collection_terms c ON c.position = t.position AND c.item = t.item
       WHERE t.receiptId = :receipt AND +c.type IN (:interest, :penalty)
         AND t.position <= :position AND t.effectiveOn <= :day
       GROUP BY c.type, c.obligationId, t.victimId HAVING sum(c.amount) <> 0 ORDER BY first, t.item`,
    {
      ...{ receipt, interest: frame.numberOf('InterestCredited') },
      penalty: frame.numberOf('PenaltyCredited'),
    },
  ) as readonly AccessoryCells[];
  return found.map((cells) => ({
    kind: frame.term(cells.type) === 'InterestCredited' ? 'INTEREST' : 'PENALTY',
    orderId: frame.termOrNull(cells.orderId) as OrderId | null,
    debtId: cells.orderId === null ? (frame.term(cells.obligationId) as DebtId) : null,
    victimId: frame.termOrNull(cells.victimId) as VictimId | null,
    amount: amountOf(cells.amount),
  }));
}

interface RefundCells {
  readonly paymentId: bigint;
  readonly amount: bigint;
  readonly refundedOn: bigint;
  readonly returnedOn: bigint | null;
  readonly runId: bigint | null;
}

/** What went back to the payor out of it, and what of that came back. */
function refundsOf(frame: Frame, receipt: number): ReceiptView['refunds'] {
  const found = frame.all(
    `SELECT p.paymentId, p.amount, p.effectiveOn AS refundedOn, p.runId,
         (SELECT max(x.effectiveOn) FROM payment_lives x WHERE x.paymentId = p.paymentId AND x.ownerId = :receipt
           AND x.type = :returned AND x.position <= :position AND x.effectiveOn <= :day) AS returnedOn
       FROM timeline t CROSS JOIN payment_lives p ON p.position = t.position
       WHERE t.receiptId = :receipt AND +t.type = :refunded AND t.position <= :position AND t.effectiveOn <= :day
       ORDER BY t.position`,
    { receipt, refunded: frame.numberOf('RefundMade'), returned: frame.numberOf('RefundReturned') },
  ) as readonly RefundCells[];
  return found.map((cells) => ({
    refundId: frame.term(cells.paymentId) as RefundId,
    amount: amountOf(cells.amount),
    refundedOn: dayOf(cells.refundedOn),
    returnedOn: cells.returnedOn === null ? null : dayOf(cells.returnedOn),
    runId: frame.termOrNull(cells.runId) as RunId | null,
  }));
}

/** What other cases have taken in of it, less what they passed on and what they gave back. */
function otherCasesOf(frame: Frame, receipt: number): ReceiptView['otherCases'] {
  const cases = frame.all(
    `SELECT t.caseId, -${balanceOf('between')} AS amount, min(t.position) AS first ${itsEntries}
         GROUP BY t.caseId HAVING -${balanceOf('between')} > 0 ORDER BY first`,
    { receipt, between: frame.numberOf('between-cases') },
  ) as readonly { readonly caseId: bigint; readonly amount: bigint }[];
  return cases.map(({ caseId, amount }) => ({
    caseId: frame.term(caseId) as CaseId,
    amount: amountOf(amount),
  }));
}
