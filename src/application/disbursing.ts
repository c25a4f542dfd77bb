import { hash } from 'node:crypto';
import type { Command } from '../domain/commands.ts';
import type { ProposeDisbursementRun, RunPlan } from '../domain/disbursement/commands.ts';
import type { ListedPayment } from '../domain/disbursement/events.ts';
import type { Digest, DisbursementId, RunId } from '../domain/ids.ts';
import { invariant } from '../domain/rejection.ts';
import type { DisbursementQueries, PlannedPaymentView } from './views-of-disbursements.ts';

/** Works out what a run would pay. */
export type Planner = (proposal: ProposeDisbursementRun) => Promise<RunPlan>;

/**
 * The command with what it would pay, where it proposes a run. That is worked out before the command has its turn, for it may
 * take long; what is paid is decided later.
 */
export async function withPlan(command: Command, plan: Planner | undefined): Promise<Command> {
  if (command.type !== 'ProposeDisbursementRun') return command;
  invariant(plan !== undefined, 'a run is proposed to a ledger that plans no payments');
  return { ...command, plan: await plan(command) };
}

/** A planner that asks what would be paid out on the day of the proposal. */
export function plannerOver(queries: Pick<DisbursementQueries, 'plan'>): Planner {
  return async ({ runId, caseId, on }) => {
    const filter = caseId === null ? {} : { caseId };
    const { payments, policyVersion, stamp } = await queries.plan(filter, { asOf: on });
    const listed = payments.map((payment) => listedPayment(runId, payment));
    return {
      payments: listed,
      contentHash: contentHashOf(listed),
      ...{ plannedAt: stamp.position, policyVersion },
    };
  };
}

function listedPayment(
  runId: RunId,
  { victimId, caseId, paidTo, representativeId, amount }: PlannedPaymentView,
): ListedPayment {
  return {
    disbursementId: paymentIdOf([runId, victimId, caseId, paidTo]),
    ...{ victimId, caseId, amount },
    ...(paidTo !== 'VICTIM' && { paidTo }),
    ...(representativeId !== null && { representativeId }),
  };
}

/** What is approved: every payment, with its payee and its cents. */
function contentHashOf(payments: readonly ListedPayment[]): Digest {
  return hash('sha256', JSON.stringify(payments), 'hex') as Digest;
}

/** The letters of ids: digits, and small consonants without `l`. */
const letters = '0123456789bcdfghjkmnpqrstvwxyz';

/** The id of a payment, made from what it pays: planned again, it is the same. */
function paymentIdOf(of: readonly string[]): DisbursementId {
  let number = BigInt(`0x${hash('sha256', of.join('|'), 'hex')}`);
  let id = '';
  for (let place = 0; place < 24; place += 1) {
    id += letters.charAt(Number(number % 30n));
    number /= 30n;
  }
  return `p-${id}` as DisbursementId;
}
