import type { CaseState } from '../domain/case/state.ts';
import type { VictimId } from '../domain/ids.ts';
import { add, formatMoney, noMoney, parseMoney, subtract, sum, type MoneyText } from '../domain/money.ts';
import type { RestitutionDisbursed } from '../domain/victim/events.ts';
import type { ReviewReason } from '../projections/review-row.ts';
import type { Session, StepEvent } from './session.ts';

/** Something that was recorded, for it is a fact, and that whoever sent it should look at: more was paid than was held. */
export interface Warning {
  readonly code: Extract<ReviewReason, 'PAID_BEYOND_HELD' | 'REFUNDED_BEYOND_HELD'>;
  /** By how much. */
  readonly amount: MoneyText;
}

/** What a person should know at once of what a command has brought about. */
export async function warningsOn(
  session: Session,
  events: readonly StepEvent[],
): Promise<readonly Warning[]> {
  const warnings: Warning[] = [];
  for (const { stream, event } of events) {
    if (event.type === 'RefundMade' && parseMoney(event.data.beyondHeld) > noMoney)
      warnings.push({ code: 'REFUNDED_BEYOND_HELD', amount: event.data.beyondHeld });
    if (event.type !== 'RestitutionDisbursed') continue;
    const warning = await onPayment(session, stream, event);
    if (warning) warnings.push(warning);
  }
  return warnings;
}

/** What was paid out of a case for a victim, held against what came in there: restitution and interest. */
async function onPayment(
  session: Session,
  stream: string,
  { data }: RestitutionDisbursed,
): Promise<Warning | undefined> {
  const { caseId, victimId } = data;
  const { accounts } = await session.read({ kind: 'Victim', id: stream.slice('Victim-'.length) });
  const disbursed = accounts.get(caseId)?.disbursed ?? noMoney;
  const cameIn = cameInFor(await session.read({ kind: 'Case', id: caseId }), victimId);
  const beyond = subtract(disbursed, cameIn);
  return beyond > noMoney ? { code: 'PAID_BEYOND_HELD', amount: formatMoney(beyond) } : undefined;
}

function cameInFor({ orders, liabilities, interestPaid }: CaseState, victimId: VictimId) {
  const paid = [...orders.values()].map(
    ({ orderId }) => liabilities.get({ orderId, victimId })?.paid ?? noMoney,
  );
  return add(sum(paid), interestPaid.get(victimId) ?? noMoney);
}

/** What a warning says, in words of one line. */
export function warningInWords({ code, amount }: Warning): string {
  const what =
    code === 'PAID_BEYOND_HELD' ? 'has been paid out of the case than is held' : 'was refunded than was held';
  return `${amount} more ${what}; see \`restitution reviews\``;
}
