import { hash } from 'node:crypto';
import type { ProposeDisbursementRun, RunPlan } from '../domain/disbursement/commands.ts';
import type { Listed, ListedPayment, ListedRefund } from '../domain/disbursement/events.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Digest, DisbursementId, RefundId, RunId } from '../domain/ids.ts';
import { reject } from '../domain/rejection.ts';
import { UnknownSubject } from './queries/unknown-subject.ts';
import type {
  DisbursementQueries,
  PlanFilter,
  PlannedPaymentView,
  PlannedRefundView,
} from './views/disbursements.ts';

/** What would be paid out on the day of the proposal; what is paid is decided later. @throws Rejection */
export async function planned(
  disbursements: Pick<DisbursementQueries, 'plan' | 'refundPlan'>,
  { runId, caseId, purpose, on }: ProposeDisbursementRun,
): Promise<RunPlan> {
  const asked = { runId, filter: caseId === null ? {} : { caseId }, on };
  const found = purpose === 'REFUNDS' ? refunds(disbursements, asked) : payments(disbursements, asked);
  const { listed, policyVersion, stamp } = await found.catch(refused);
  return {
    payments: listed,
    contentHash: contentHashOf(listed),
    ...{ plannedAt: stamp.position, policyVersion },
  };
}

interface Asked {
  readonly runId: RunId;
  readonly filter: PlanFilter;
  readonly on: CalendarDate;
}

async function payments(queries: Pick<DisbursementQueries, 'plan'>, { runId, filter, on }: Asked) {
  const plan = await queries.plan(filter, { asOf: on });
  return { ...plan, listed: plan.payments.map((payment) => listedPayment(runId, payment)) };
}

async function refunds(queries: Pick<DisbursementQueries, 'refundPlan'>, { runId, filter, on }: Asked) {
  const plan = await queries.refundPlan(filter, { asOf: on });
  return { ...plan, listed: plan.refunds.map((refund) => listedRefund(runId, refund)) };
}

/** Of a case that the ledger has never heard of, nothing can be paid. @throws Rejection */
function refused(error: unknown): never {
  if (error instanceof UnknownSubject) reject('case-not-registered', '/caseId');
  throw error;
}

function listedPayment(
  runId: RunId,
  { victimId, caseId, paidTo, representativeId, amount }: PlannedPaymentView,
): ListedPayment {
  return {
    disbursementId: `p-${lettersOf([runId, victimId, caseId, paidTo])}` as DisbursementId,
    ...{ victimId, caseId, amount },
    ...(paidTo !== 'VICTIM' && { paidTo }),
    ...(representativeId !== null && { representativeId }),
  };
}

function listedRefund(
  runId: RunId,
  { receiptId, caseId, defendantId, amount }: PlannedRefundView,
): ListedRefund {
  const refundId = `f-${lettersOf([runId, receiptId])}` as RefundId;
  return { refundId, receiptId, caseId, defendantId, amount };
}

/** What is approved: every payment, with its payee and its cents. */
function contentHashOf(payments: readonly Listed[]): Digest {
  return hash('sha256', JSON.stringify(payments), 'hex') as Digest;
}

/** The letters of ids: digits, and small consonants without `l`. */
const alphabet = '0123456789bcdfghjkmnpqrstvwxyz';

/** What the id of a payment says, made from what it pays: planned again, it is the same. */
function lettersOf(of: readonly string[]): string {
  let number = BigInt(`0x${hash('sha256', of.join('|'), 'hex')}`);
  let letters = '';
  for (let place = 0; place < 24; place += 1) {
    letters += alphabet.charAt(Number(number % 30n));
    number /= 30n;
  }
  return letters;
}
