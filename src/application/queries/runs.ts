import type { RunPurpose } from '../../domain/disbursement/events.ts';
import type { EventType } from '../../domain/events.ts';
import type {
  CaseId,
  DefendantId,
  DisbursementId,
  ReceiptId,
  RefundId,
  RepresentativeId,
  RunId,
  SignatoryId,
  VictimId,
} from '../../domain/ids.ts';
import { formatMoney, money } from '../../domain/money.ts';
import type { PaidTo } from '../../domain/victim/found-and-paid.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type {
  PaymentStatus,
  RunPaymentView,
  RunRefundView,
  RunStatus,
  RunView,
  SignedView,
} from '../views/disbursements.ts';

interface RunCells {
  readonly type: bigint;
  readonly effectiveOn: bigint;
  readonly purpose: bigint | null;
  readonly caseId: bigint | null;
  readonly contentHash: bigint | null;
  readonly amount: bigint | null;
  readonly signatoryId: bigint | null;
}

/** How a run stands; undefined where it had not been proposed by then. */
export function runOf(frame: Frame, runId: RunId): RunView | undefined {
  const run = frame.numberOf(runId);
  const steps = frame.all(
    'SELECT * FROM disbursement_runs WHERE runId = :run AND position <= :position AND effectiveOn <= :day ORDER BY position',
    { run },
  ) as readonly RunCells[];
  const step = (type: EventType): RunCells | undefined =>
    steps.find((cells) => frame.term(cells.type) === type);
  const proposed = step('DisbursementRunProposed');
  if (!proposed) return undefined;
  const [approved, released] = [step('DisbursementRunApproved'), step('DisbursementRunReleased')];
  const lines = linesIn(frame, run, proposed.contentHash ?? 0n);
  const totalOf = (statuses: readonly PaymentStatus[]): RunView['total'] => {
    const counted = lines.filter(({ type }) => statuses.includes(statusAfter(frame, type)));
    return formatMoney(money(counted.reduce((sum, { amount }) => sum + amount, 0n)));
  };
  return {
    runId,
    purpose: (frame.termOrNull(proposed.purpose) ?? 'VICTIMS') as RunPurpose,
    status: statusOf(step),
    caseId: frame.termOrNull(proposed.caseId) as CaseId | null,
    contentHash: frame.termOrNull(proposed.contentHash) ?? '',
    proposed: signed(frame, proposed),
    approved: approved === undefined ? null : signed(frame, approved),
    releasedOn: released === undefined ? null : dayOf(released.effectiveOn),
    total: amountOf(proposed.amount ?? 0n),
    ...{ made: totalOf(['paid', 'returned']), withheld: totalOf(['withheld']) },
    payments: lines.flatMap((line) => (line.defendantId === null ? [paymentOf(frame, line)] : [])),
    refunds: lines.flatMap((line) => (line.defendantId === null ? [] : [refundOf(frame, line)])),
  };
}

function statusOf(step: (type: EventType) => RunCells | undefined): RunStatus {
  if (step('DisbursementRunCompleted')) return 'completed';
  if (step('DisbursementRunReleased')) return 'released';
  return step('DisbursementRunApproved') ? 'approved' : 'proposed';
}

function signed(frame: Frame, { signatoryId, effectiveOn }: RunCells): SignedView {
  return { by: frame.termOrNull(signatoryId) as SignatoryId, on: dayOf(effectiveOn) };
}

interface LineCells {
  readonly paymentId: bigint;
  readonly ownerId: bigint;
  readonly defendantId: bigint | null;
  readonly caseId: bigint;
  readonly amount: bigint;
  readonly paidTo: bigint | null;
  readonly representativeId: bigint | null;
  readonly type: bigint | null;
  readonly reason: bigint | null;
}

/** The last thing that happened to a payment says how it stands. */
const linesSql = `SELECT p.*, l.type, l.reason FROM listed_payments p
  LEFT JOIN payment_lives l ON l.position = (SELECT max(k.position) FROM payment_lives k
    WHERE k.paymentId = p.paymentId AND k.ownerId = p.ownerId AND k.position <= :position AND k.effectiveOn <= :day)
  WHERE p.runId = :run AND p.contentHash = :content AND p.position <= :position ORDER BY p.position, p.line`;

function linesIn(frame: Frame, run: number, content: bigint): readonly LineCells[] {
  return frame.all(linesSql, { run, content }) as readonly LineCells[];
}

function paymentOf(frame: Frame, line: LineCells): RunPaymentView {
  return {
    disbursementId: frame.term(line.paymentId) as DisbursementId,
    victimId: frame.term(line.ownerId) as VictimId,
    caseId: frame.term(line.caseId) as CaseId,
    paidTo: (frame.termOrNull(line.paidTo) ?? 'VICTIM') as PaidTo,
    representativeId: frame.termOrNull(line.representativeId) as RepresentativeId | null,
    amount: amountOf(line.amount),
    ...becameOf(frame, line),
  };
}

function refundOf(frame: Frame, line: LineCells): RunRefundView {
  return {
    refundId: frame.term(line.paymentId) as RefundId,
    receiptId: frame.term(line.ownerId) as ReceiptId,
    caseId: frame.term(line.caseId) as CaseId,
    defendantId: frame.termOrNull(line.defendantId) as DefendantId,
    amount: amountOf(line.amount),
    ...becameOf(frame, line),
  };
}

function becameOf(frame: Frame, { type, reason }: LineCells): Pick<RunPaymentView, 'status' | 'reason'> {
  return { status: statusAfter(frame, type), reason: frame.termOrNull(reason) };
}

function statusAfter(frame: Frame, number: bigint | null): PaymentStatus {
  const type = frame.termOrNull(number) as EventType | null;
  if (type === null) return 'planned';
  if (type === 'DisbursementWithheld' || type === 'RefundWithheld') return 'withheld';
  return type === 'DisbursementReturned' || type === 'RefundReturned' ? 'returned' : 'paid';
}
