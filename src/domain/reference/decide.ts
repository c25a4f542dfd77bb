import { formatAnnualRate } from '../annual-rate.ts';
import { weekdayOf } from '../calendar-arithmetic.ts';
import { heardAlready, type Decider, type Decision } from '../decider.ts';
import { reject } from '../rejection.ts';
import type { AwaitYield, RecordTreasuryYield, ReferenceCommand } from './commands.ts';
import type { ReferenceEvent } from './events.ts';
import { emptyReference, type ReferenceState } from './state.ts';

const friday = 5;

function decide(command: ReferenceCommand, state: ReferenceState): Decision<ReferenceEvent> {
  const happened =
    command.type === 'AwaitYield' ? awaitYield(command, state) : recordYield(command, state);
  return happened ? { happened: [happened], follows: [] } : heardAlready;
}

function recordYield(
  { on, rate, source }: RecordTreasuryYield,
  { published }: ReferenceState,
): ReferenceEvent | undefined {
  if (weekdayOf(on) !== friday) reject('week-not-ending-on-friday', '/weekEndingOn');
  const said = { weekEndingOn: on, rate: formatAnnualRate(rate), source };
  const before = published.get(on);
  if (before?.rate === said.rate && before.source === source) return undefined;
  return { type: 'TreasuryYieldPublished', effectiveOn: on, data: said };
}

/** A receipt waits for a week once, though it may be said by several who carry it. */
function awaitYield(
  { weekEndingOn, receiptId, caseId, on }: AwaitYield,
  { awaited }: ReferenceState,
): ReferenceEvent | undefined {
  const waiting = awaited.get(weekEndingOn) ?? [];
  if (waiting.some((each) => each.receiptId === receiptId && each.caseId === caseId)) return undefined;
  return { type: 'YieldAwaited', effectiveOn: on, data: { weekEndingOn, receiptId, caseId } };
}

function evolve({ published, awaited }: ReferenceState, { type, data }: ReferenceEvent): void {
  if (type === 'TreasuryYieldPublished') {
    published.set(data.weekEndingOn, { rate: data.rate, source: data.source });
    return;
  }
  const waiting = awaited.get(data.weekEndingOn) ?? [];
  awaited.set(data.weekEndingOn, waiting);
  waiting.push({ receiptId: data.receiptId, caseId: data.caseId });
}

/** The stream `Reference-treasury-yields`: figures that others publish and the law refers to, and who waits for them. */
export const referenceDecider: Decider<ReferenceState, ReferenceCommand, ReferenceEvent> = {
  empty: emptyReference,
  evolve,
  decide,
};
