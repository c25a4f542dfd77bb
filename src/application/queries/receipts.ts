import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, DebtId, DefendantId, OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import { receiptNoticeDueOn } from '../../domain/statutes/18-usc-3612-a-notification-of-receipt.ts';
import { debtPartsOf } from './debts.ts';
import { dayOf, amountOf, type Frame } from './frame.ts';
import type { ReceiptStatus, ReceiptView } from '../views/receipts.ts';

/** What never changes of a receipt. */
interface ReceiptCells {
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

/** What became of a receipt; undefined where the ledger did not know of it on these clocks. */
export function receiptOf(frame: Frame, receiptId: ReceiptId): ReceiptView | undefined {
  const receipt = frame.numberOf(receiptId);
  const cells = frame.first(
    `SELECT caseId, defendantId, orderId, method, origin, receivedOn, amount, applied, excess, refunded, settling, returnedOn,
         clearedOn
       FROM receipts WHERE receiptId = :receipt AND position <= :position AND receivedOn <= :day`,
    { receipt },
  ) as (ReceiptCells & StandingCells) | undefined;
  if (!cells) return undefined;
  const standing = frame.isNow ? cells : standingThen(frame, receipt);
  return {
    receiptId,
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
    ...beyondPrincipal(frame, receipt),
    ...noticeOf(frame, receipt, dayOf(cells.receivedOn)),
    status: statusOf(standing),
    parts: partsOf(frame, receipt),
    accessories: accessoriesOf(frame, receipt),
    otherCases: otherCasesOf(frame, receipt),
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

/** A receipt that came back is that before all else; then, what is not yet settled; then, where the rest of it is. */
function statusOf({ returnedOn, settling, excess, refunded }: StandingCells): ReceiptStatus {
  if (returnedOn !== null) return 'returned';
  if (settling !== 0n) return 'settling';
  if (excess > 0n) return 'excess held';
  return refunded > 0n ? 'refunded' : 'applied';
}

const itsEntries = `FROM timeline t CROSS JOIN journal j ON j.position = t.position AND j.item = t.item
  WHERE t.receiptId = :receipt AND t.position <= :position AND t.effectiveOn <= :day`;

function balanceOf(account: string): string {
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
