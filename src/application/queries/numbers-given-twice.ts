import type { CaseId, DefendantId, ReceiptId, VictimId } from '../../domain/ids.ts';
import { formatMoney, money } from '../../domain/money.ts';
import { orderOfPayment } from '../../domain/statutes/18-usc-3612-c-order-of-payment.ts';
import type { ReviewView } from '../views/law.ts';
import { dayOf, type Frame } from './frame.ts';
import type { Listed } from './paging.ts';

/** No other reason to look at the number of a payment out has this line. */
const line = 1_002;

interface Cells {
  readonly position: bigint;
  readonly effectiveOn: bigint;
  readonly amount: bigint;
  readonly paymentId: bigint;
  readonly ownerId: bigint;
  readonly caseId: bigint;
  readonly victimId: bigint | null;
  readonly defendantId: bigint | null;
}

interface Asked {
  readonly caseId: CaseId | undefined;
  readonly after: readonly (string | number)[];
  readonly limit: number;
}

/** A later payment with the cheque, or the trace, of an earlier one; zeros in front are no part of a number. */
const given = `SELECT i.position, i.effectiveOn, i.amount, i.paymentId, i.ownerId, p.caseId, p.victimId, p.defendantId
  FROM instruments i
  JOIN payment_lives p ON p.paymentId = i.paymentId AND p.ownerId = i.ownerId AND p.type IN (:disbursed, :refunded)
  WHERE i.serial IS NOT NULL AND i.position <= :position AND i.effectiveOn <= :day
    AND (i.position, 0, ${String(line)}) > (:fromPosition, :item, :line)
    AND EXISTS (SELECT 1 FROM instruments o WHERE o.serial = i.serial AND o.instrument = i.instrument
      AND o.position < i.position AND o.effectiveOn <= :day
      AND NOT (o.paymentId = i.paymentId AND o.ownerId = i.ownerId))`;

/**
 * Payments out that were given the number of another. Both are recorded, for a register may be wrong; which of the two a bank
 * has paid, a person finds out.
 */
export function numbersGivenTwice(
  frame: Frame,
  { caseId, after, limit }: Asked,
): readonly Listed<ReviewView>[] {
  const [position = 0, item = 0, lastLine = 0] = after;
  const narrowed = caseId === undefined ? '' : 'AND p.caseId = :case';
  const found = frame.all(`${given} ${narrowed} ORDER BY i.position LIMIT :limit`, {
    ...{ disbursed: frame.numberOf('RestitutionDisbursed'), refunded: frame.numberOf('RefundMade') },
    ...{ fromPosition: Number(position), item: Number(item), line: Number(lastLine), limit },
    ...(caseId !== undefined && { case: frame.numberOf(caseId) }),
  }) as readonly Cells[];
  return found.map((cells) => ({ row: rowOf(frame, cells), place: [Number(cells.position), 0, line] }));
}

function rowOf(frame: Frame, cells: Cells): ReviewView {
  const isRefund = cells.victimId === null;
  return {
    position: Number(cells.position),
    effectiveOn: dayOf(cells.effectiveOn),
    reason: 'NUMBER_GIVEN_TWICE',
    citation: orderOfPayment.citation,
    authority: frame.term(cells.paymentId),
    amount: formatMoney(money(cells.amount)),
    caseId: frame.term(cells.caseId) as CaseId,
    victimId: frame.termOrNull(cells.victimId) as VictimId | null,
    defendantId: frame.termOrNull(cells.defendantId) as DefendantId | null,
    receiptId: isRefund ? (frame.term(cells.ownerId) as ReceiptId) : null,
    ...{ orderId: null, debtId: null, representativeId: null },
  };
}
