import type { EventType } from '../domain/events.ts';
import type {
  CaseId,
  DisbursementId,
  RepresentativeId,
  RunId,
  SignatoryId,
  VictimId,
} from '../domain/ids.ts';
import { formatMoney, money } from '../domain/money.ts';
import type { PaidTo } from '../domain/victim/events.ts';
import { amountOf, dayOf, type Frame } from './query-frame.ts';
import type {
  PaymentStatus,
  RunPaymentView,
  RunStatus,
  RunView,
  SignedView,
} from './views-of-disbursements.ts';

interface RunCells {
  readonly type: bigint;
  readonly effectiveOn: bigint;
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
  const payments = paymentsIn(frame, run, proposed.contentHash ?? 0n);
  const totalOf = (statuses: readonly PaymentStatus[]): RunView['total'] => {
    const counted = payments.filter(({ cells }) => statuses.includes(cells.status));
    return formatMoney(money(counted.reduce((sum, { amount }) => sum + amount, 0n)));
  };
  return {
    runId,
    status: statusOf(step),
    caseId: frame.termOrNull(proposed.caseId) as CaseId | null,
    contentHash: frame.termOrNull(proposed.contentHash) ?? '',
    proposed: signed(frame, proposed),
    approved: approved === undefined ? null : signed(frame, approved),
    releasedOn: released === undefined ? null : dayOf(released.effectiveOn),
    total: amountOf(proposed.amount ?? 0n),
    ...{ made: totalOf(['paid', 'returned']), withheld: totalOf(['withheld']) },
    payments: payments.map(({ cells }) => cells),
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
  readonly disbursementId: bigint;
  readonly victimId: bigint;
  readonly caseId: bigint;
  readonly amount: bigint;
  readonly paidTo: bigint | null;
  readonly representativeId: bigint | null;
  readonly type: bigint | null;
  readonly reason: bigint | null;
}

/** The last thing that happened to a payment says how it stands. */
const lines = `SELECT p.*, l.type, l.reason FROM listed_payments p
  LEFT JOIN payment_lives l ON l.position = (SELECT max(k.position) FROM payment_lives k
    WHERE k.disbursementId = p.disbursementId AND k.victimId = p.victimId AND k.position <= :position AND k.effectiveOn <= :day)
  WHERE p.runId = :run AND p.contentHash = :content AND p.position <= :position ORDER BY p.position, p.line`;

function paymentsIn(
  frame: Frame,
  run: number,
  content: bigint,
): readonly { readonly cells: RunPaymentView; readonly amount: bigint }[] {
  const found = frame.all(lines, { run, content }) as readonly LineCells[];
  return found.map(({ amount, type, reason, ...ids }) => ({
    amount,
    cells: {
      disbursementId: frame.term(ids.disbursementId) as DisbursementId,
      victimId: frame.term(ids.victimId) as VictimId,
      caseId: frame.term(ids.caseId) as CaseId,
      paidTo: (frame.termOrNull(ids.paidTo) ?? 'VICTIM') as PaidTo,
      representativeId: frame.termOrNull(ids.representativeId) as RepresentativeId | null,
      amount: amountOf(amount),
      status: type === null ? 'planned' : statusAfter(frame.term(type) as EventType),
      reason: frame.termOrNull(reason),
    },
  }));
}

function statusAfter(type: EventType): PaymentStatus {
  if (type === 'DisbursementWithheld') return 'withheld';
  return type === 'DisbursementReturned' ? 'returned' : 'paid';
}
