import { plusDays } from '../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { VictimId } from '../domain/ids.ts';
import { add, formatMoney, noMoney, parseMoney, subtract, sum, type MoneyText } from '../domain/money.ts';
import type { UnclaimedMoneySetAside } from '../domain/payment/events.ts';
import type { RestitutionDisbursed } from '../domain/victim/events.ts';
import { idsOf } from './processes/one-person.ts';
import type { ReviewReason } from '../projections/review-row.ts';
import type { Session, StepEvent } from './session.ts';

/**
 * Something that was recorded, for it is a fact, and that whoever sent it should look at: more was paid than was held, or the
 * day is still to come. The clock of a machine may be wrong, and must not keep a court's facts out.
 */
export interface Warning {
  readonly code:
    | Extract<ReviewReason, 'PAID_BEYOND_HELD' | 'REFUNDED_BEYOND_HELD' | 'UNCLAIMED_BEYOND_HELD'>
    | 'DAY_IN_FUTURE';
  /** By how much more was paid than was held; null of a day. */
  readonly amount: MoneyText | null;
  /** The day that is still to come; null of an amount. */
  readonly day: CalendarDate | null;
}

/** What a person should know at once of what a command has brought about. */
export async function warningsOn(
  session: Session,
  events: readonly StepEvent[],
): Promise<readonly Warning[]> {
  const warnings: Warning[] = [
    ...inFuture(
      events.map(({ event }) => event),
      session.recordedOn,
    ),
  ];
  for (const { stream, event } of events) {
    if (event.type === 'RefundMade' && parseMoney(event.data.beyondHeld) > noMoney)
      warnings.push({ code: 'REFUNDED_BEYOND_HELD', amount: event.data.beyondHeld, day: null });
    if (event.type === 'UnclaimedRefundSetAside' && event.data.beyondHeld !== undefined)
      warnings.push({ code: 'UNCLAIMED_BEYOND_HELD', amount: event.data.beyondHeld, day: null });
    if (event.type !== 'RestitutionDisbursed' && event.type !== 'UnclaimedMoneySetAside') continue;
    const warning = await onPayment(session, stream, event);
    if (warning) warnings.push(warning);
  }
  return warnings;
}

/** What may be said ahead of its day: how questions will be answered, and on which terms money will be paid out. */
const ahead: ReadonlySet<string> = new Set([
  'PolicySet',
  'HoldSet',
  'PaymentTermsSet',
  'AssessmentCeilingPublished',
]);

/**
 * Whether the first of what a command brought about is of a day that was still to come when it was recorded. A day more is
 * let pass: elsewhere it may be tomorrow already.
 */
export function inFuture(
  [first]: readonly { readonly type: string; readonly effectiveOn: CalendarDate }[],
  recordedOn: CalendarDate,
): readonly Warning[] {
  if (first === undefined || ahead.has(first.type)) return [];
  if (first.effectiveOn <= plusDays(recordedOn, 1)) return [];
  return [{ code: 'DAY_IN_FUTURE', amount: null, day: first.effectiveOn }];
}

/** What was paid out of a case for a victim, or set aside as unclaimed, held against what came in there: restitution and interest. */
async function onPayment(
  session: Session,
  stream: string,
  { data }: RestitutionDisbursed | UnclaimedMoneySetAside,
): Promise<Warning | undefined> {
  const { caseId, victimId } = data;
  const victim = await session.read({ kind: 'Victim', id: stream.slice('Victim-'.length) });
  const { disbursed, unclaimed } = victim.accounts.get(caseId) ?? { disbursed: noMoney, unclaimed: noMoney };
  const inCase = await session.read({ kind: 'Case', id: caseId });
  const cameIn = sum(idsOf(victim, victimId).map((id) => cameInFor(inCase, id)));
  const beyond = subtract(add(disbursed, unclaimed), cameIn);
  return beyond > noMoney ? { code: 'PAID_BEYOND_HELD', amount: formatMoney(beyond), day: null } : undefined;
}

function cameInFor({ orders, liabilities, interestPaid }: CaseState, victimId: VictimId) {
  const paid = [...orders.values()].map(
    ({ orderId }) => liabilities.get({ orderId, victimId })?.paid ?? noMoney,
  );
  return add(sum(paid), interestPaid.get(victimId) ?? noMoney);
}

/** What a warning says, in words of one line. */
export function warningInWords({ code, amount, day }: Warning): string {
  switch (code) {
    case 'DAY_IN_FUTURE':
      return `${String(day)} is still to come, by the clock of this machine; see that the day is right`;
    case 'PAID_BEYOND_HELD':
      return `${String(amount)} more has been paid out of the case than is held; see \`restitution reviews\``;
    case 'REFUNDED_BEYOND_HELD':
      return `${String(amount)} more was refunded than was held; see \`restitution reviews\``;
    case 'UNCLAIMED_BEYOND_HELD':
      return `${String(amount)} of it is not held any more, as it went out again; see \`restitution reviews\``;
  }
}
