import type { CalendarDate } from '../calendar-date.ts';
import type { Index } from '../index-draft.ts';
import type { RecoveryId, VictimId } from '../ids.ts';
import { add, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { RecoverySource } from '../statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import type { LossCategory } from '../statutes/18-usc-2259-c-2-losses.ts';
import type { RecoveryEvent, RecoveryRef, RejectionReason, WithdrawalReason } from './events.ts';

/** What one recovery is said to be, and what became of that. Never changed, only replaced. */
export interface RecoveryElsewhere {
  readonly source: RecoverySource;
  readonly category: LossCategory;
  readonly amount: Money;
  readonly receivedOn: CalendarDate;
  readonly reportedOn: CalendarDate;
  readonly rejected: { readonly on: CalendarDate; readonly reason: RejectionReason } | undefined;
  readonly verified: { readonly on: CalendarDate; readonly amount: Money } | undefined;
  readonly withdrawn: { readonly on: CalendarDate; readonly reason: WithdrawalReason } | undefined;
  /** The day of the last that became of it: nothing takes effect before it. */
  readonly lastOn: CalendarDate;
}

/** What was recovered of one source for losses of one category. */
export interface RecoveredFrom {
  readonly source: RecoverySource;
  readonly category: LossCategory;
  /** Reported, and neither verified nor rejected. */
  readonly claimed: Money;
  readonly verified: Money;
}

/** All that one victim recovered elsewhere: each recovery, and the sums that decisions ask for. */
export interface Elsewhere {
  readonly recoveries: Index<RecoveryKey, RecoveryElsewhere>;
  sums: readonly RecoveredFrom[];
}

export type RecoveryKey = `${RecoveryId}/${VictimId}`;

/** The key of one recovery: under the id for which it was reported. */
export function recoveryKey({
  recoveryId,
  victimId,
}: Pick<RecoveryRef, 'recoveryId' | 'victimId'>): RecoveryKey {
  return `${recoveryId}/${victimId}`;
}

/** How a recovery stands. */
export type RecoveryStatus = 'CLAIMED' | 'VERIFIED' | 'REJECTED' | 'WITHDRAWN';

/** A claim that was rejected may be verified after all; what was withdrawn stays so. */
export function statusOf({ rejected, verified, withdrawn }: RecoveryElsewhere): RecoveryStatus {
  if (withdrawn) return 'WITHDRAWN';
  if (verified) return 'VERIFIED';
  return rejected ? 'REJECTED' : 'CLAIMED';
}

/** Carries one event into what is known of recoveries elsewhere. */
export function evolveElsewhere(state: Elsewhere, event: RecoveryEvent): void {
  const key = recoveryKey(event.data);
  state.sums = withChange(state.sums, event);
  state.recoveries.set(key, after(state.recoveries.get(key), event));
}

function after(before: RecoveryElsewhere | undefined, event: RecoveryEvent): RecoveryElsewhere {
  const { effectiveOn: on } = event;
  if (event.type === 'RecoveryReported') {
    const { source, category, receivedOn } = event.data;
    const nothing = { rejected: undefined, verified: undefined, withdrawn: undefined };
    const amount = parseMoney(event.data.amount);
    return { source, category, amount, receivedOn, reportedOn: on, ...nothing, lastOn: on };
  }
  invariant(before !== undefined, 'an event names a recovery that was never reported');
  switch (event.type) {
    case 'RecoveryVerified':
      return { ...before, verified: { on, amount: parseMoney(event.data.amount) }, lastOn: on };
    case 'RecoveryRejected':
      return { ...before, rejected: { on, reason: event.data.reason }, lastOn: on };
    case 'RecoveryWithdrawn':
      return { ...before, withdrawn: { on, reason: event.data.reason }, lastOn: on };
  }
}

/** By how much an event changes what is claimed, and what is verified. */
export function changeOf(event: RecoveryEvent): Pick<RecoveredFrom, 'claimed' | 'verified'> {
  const amount = parseMoney(event.data.amount);
  const back = subtract(noMoney, amount);
  switch (event.type) {
    case 'RecoveryReported':
      return { claimed: amount, verified: noMoney };
    case 'RecoveryVerified':
      return { claimed: subtract(noMoney, parseMoney(event.data.claimed)), verified: amount };
    case 'RecoveryRejected':
      return { claimed: back, verified: noMoney };
    case 'RecoveryWithdrawn':
      return event.data.standing === 'VERIFIED'
        ? { claimed: noMoney, verified: back }
        : { claimed: back, verified: noMoney };
  }
}

function withChange(sums: readonly RecoveredFrom[], event: RecoveryEvent): readonly RecoveredFrom[] {
  const { source, category } = event.data;
  return sumsWith(sums, { source, category, ...changeOf(event) });
}

/** The sums with so much more claimed and verified of one source, for losses of one category. */
export function sumsWith(sums: readonly RecoveredFrom[], change: RecoveredFrom): readonly RecoveredFrom[] {
  const { source, category } = change;
  const isSame = (each: RecoveredFrom): boolean => each.source === source && each.category === category;
  const { claimed = noMoney, verified = noMoney } = sums.find(isSame) ?? {};
  return [
    ...sums.filter((each) => !isSame(each)),
    { source, category, claimed: add(claimed, change.claimed), verified: add(verified, change.verified) },
  ];
}
