import { plusDays } from '../calendar-arithmetic.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { heardAlready, type Context, type Decider, type Decision } from '../decider.ts';
import type { Digest, SignatoryId } from '../ids.ts';
import { invariant, reject } from '../rejection.ts';
import type { SignatureRole } from '../statement/events.ts';
import type { MonthFound, PeriodCommand, ReopenMonth, SignMonth } from './commands.ts';
import type { PeriodEvent } from './events.ts';
import { lastDayOf, monthBefore, monthOf, type Month } from './month.ts';

/** The signatures that hold, by month; none of one that was opened again. A month that nobody has signed is not there. */
export type PeriodState = Map<Month, ReadonlyMap<SignatureRole, Signature>>;

interface Signature {
  readonly signatoryId: SignatoryId;
  readonly contentHash: Digest;
}

/** The closed months that something which takes effect on this day would reach: its own, and those after it, in their order. */
export function closedFrom(state: PeriodState, on: CalendarDate): readonly Month[] {
  const from = monthOf(on);
  return [...state.keys()].filter((month) => month >= from && isClosed(state, month)).sort();
}

function isClosed(state: PeriodState, month: Month): boolean {
  return state.get(month)?.has('APPROVED') ?? false;
}

function decide(command: PeriodCommand, state: PeriodState, context: Context): Decision<PeriodEvent> {
  const happened = command.type === 'SignMonth' ? sign(command, state, context) : reopen(command, state);
  return happened.length === 0 ? heardAlready : { happened, follows: [] };
}

/**
 * Two people answer for a month that is over, for the same content: one prepares, another approves. It may be prepared anew
 * while nobody has approved it. Months are closed one after the other: what was open before one would change it.
 *
 * @throws Rejection
 */
function sign(command: SignMonth, state: PeriodState, { recordedOn }: Context): readonly PeriodEvent[] {
  const { month, as, signatoryId, contentHash, on, found } = command;
  // By the clock as well: of a month that is not over by that, facts are taken as if it were open.
  for (const day of [on, recordedOn ?? on]) expectOver(month, day);
  const before = state.get(month)?.get(as);
  if (before?.signatoryId === signatoryId && before.contentHash === contentHash) return [];
  if (isClosed(state, month)) reject('month-closed', '/month');
  if (!isNext(state, month)) reject('month-before-open', '/month');
  invariant(found !== undefined, 'a month is signed in a ledger that looks at none');
  expectFound(contentHash, found);
  if (as === 'APPROVED') expectPrepared(command, state);
  const { position, balances } = found;
  const data = { month, as, signatoryId, contentHash, position, balances };
  return [{ type: 'MonthSigned', effectiveOn: on, data }];
}

/** @throws Rejection with the first day on which the month is over */
function expectOver(month: Month, day: CalendarDate): void {
  const last = lastDayOf(month);
  if (day <= last) reject('month-not-over', '/on', { day: plusDays(last, 1) });
}

/** @throws Rejection where something stands in the way, or something else was looked at than is there now */
function expectFound(lookedAt: Digest, { obstacles: [obstacle], contentHash }: MonthFound): void {
  if (obstacle !== undefined) reject(obstacle, '/month');
  if (contentHash !== lookedAt) reject('content-changed', '/contentHash');
}

/** The first month that is closed may be any; where it was opened again, it is the first still. */
function isNext(state: PeriodState, month: Month): boolean {
  const others = [...state.keys()].filter((each) => each !== month);
  const isFirst = !others.some((each) => isClosed(state, each));
  const wasFirst = state.has(month) && others.every((each) => each > month);
  return isFirst || wasFirst || isClosed(state, monthBefore(month));
}

/** @throws Rejection where nobody, the same person, or somebody who saw something else prepared it */
function expectPrepared({ month, signatoryId, contentHash }: SignMonth, state: PeriodState): void {
  const prepared = state.get(month)?.get('PREPARED');
  if (!prepared) reject('not-prepared', '/as');
  if (prepared.signatoryId === signatoryId) reject('maker-is-checker', '/signatoryId');
  if (prepared.contentHash !== contentHash) reject('content-changed', '/contentHash');
}

function reopen(
  { month, reason, signatoryId, on, changes }: ReopenMonth,
  state: PeriodState,
): readonly PeriodEvent[] {
  const signatures = state.get(month);
  // Of one that was opened again before, and not signed since, this is known.
  if (signatures?.size === 0) return [];
  if (!isClosed(state, month)) reject('month-not-closed', '/month');
  invariant(changes !== undefined, 'a month is opened again in a ledger that looks at none');
  return [{ type: 'MonthReopened', effectiveOn: on, data: { month, reason, signatoryId, changes } }];
}

/** The stream `Period-ledger`: which months of the books are closed. */
export const periodDecider: Decider<PeriodState, PeriodCommand, PeriodEvent> = {
  empty: () => new Map(),
  evolve: (state, { type, data }) => {
    if (type === 'MonthReopened') {
      state.set(data.month, new Map());
      return;
    }
    const { month, as, signatoryId, contentHash } = data;
    const before = as === 'PREPARED' ? [] : (state.get(month) ?? []);
    state.set(month, new Map([...before, [as, { signatoryId, contentHash }]]));
  },
  decide,
};
