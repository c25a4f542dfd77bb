import type { House } from '../application/house.ts';
import type { ReleaseDisbursementRun } from '../domain/disbursement/commands.ts';
import { numberAt } from '../domain/disbursement/run.ts';
import type { RunId } from '../domain/ids.ts';
import { Failure } from './failure.ts';

/**
 * Cheques that would have the numbers of others are not sent out by mistake: a register that was begun at the wrong number is
 * found before a bank finds it.
 *
 * @throws Failure where payments of other runs have such numbers
 */
export async function expectFreeNumbers(
  { queries }: House,
  runId: RunId,
  { numbered }: Pick<ReleaseDisbursementRun, 'numbered'>,
): Promise<void> {
  if (numbered === undefined) return;
  const run = await queries.disbursements.run(runId, {});
  const ours = [...(run?.payments ?? []), ...(run?.refunds ?? [])].map((each) =>
    'refundId' in each ? each.refundId : each.disbursementId,
  );
  const numbers = ours.map((_, place) => numberAt(numbered, place));
  const taken = await queries.disbursements.numbersTaken(numbered.instrument, numbers);
  const others = taken.filter(({ paymentId }) => !new Set<string>(ours).has(paymentId));
  if (others.length === 0) return;
  const some = others.slice(0, 5).map(({ number, paymentId }) => `${number} (${paymentId})`);
  const more = others.length > 5 ? `, and ${String(others.length - 5)} more` : '';
  throw new Failure(
    'conflict',
    `Other payments have such numbers already: ${some.join(', ')}${more}.`,
    'Write --first-number and the number of the first cheque that is at hand; or add --reuse-numbers, where they are of another account. Nothing was released.',
  );
}
