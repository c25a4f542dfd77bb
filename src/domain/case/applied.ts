import type { CalendarDate } from '../calendar-date.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { add, formatMoney, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { SettlePayment } from './commands.ts';
import type { AllocatedPart, AcceptedPart } from './allocation-events.ts';
import type { CaseEvent } from './events.ts';
import { interestAnswered } from './interest-tendered.ts';
import { allocationOf, isDecidedByVictim, type CaseState } from './state.ts';

type Settling = Pick<CaseState, 'receipts' | 'orders'>;

/**
 * What became of a round, as the victims' streams have answered; what the case decides by itself was taken whole. What was
 * accepted as interest is told first: what of it was declined is known with the event that says what is left.
 */
export function applied(command: SettlePayment, state: Settling): readonly CaseEvent[] {
  const { caseId, receiptId, round, accepted, on } = command;
  const receipt = allocationOf(state, receiptId);
  const answers = new Map(accepted.map((each) => [liabilityKey(each), each]));
  let left = receipt.unallocated;
  const parts: AcceptedPart[] = [];
  for (const part of receipt.pending ?? []) {
    const offer = parseMoney(part.amount);
    const answer = isDecidedByVictim(state, part) ? answers.get(liabilityKey(part)) : undefined;
    const taken = isDecidedByVictim(state, part) ? answer?.amount : offer;
    invariant(taken !== undefined, 'a victim’s stream was not asked what it takes');
    invariant(taken <= offer, 'a liability accepted more than it was offered');
    left = add(left, subtract(offer, taken));
    if (taken > noMoney) parts.push(partOf(part, { offer, taken, on, ...answer }));
  }
  const interest = interestAnswered(receipt, command);
  const excess = formatMoney(add(left, interest.declined));
  const data = { caseId, receiptId, round, parts, excess };
  return [...interest.credited, { type: 'PaymentApplied', effectiveOn: on, data }];
}

interface Taken {
  readonly offer: Money;
  readonly taken: Money;
  readonly on: CalendarDate;
  readonly effectiveOn?: CalendarDate;
  readonly hadEnded?: Money;
}

/** The part as it was accepted, and when, where that is another day: two hundred thousand say nothing of that. */
function partOf(part: AllocatedPart, { offer, taken, on, effectiveOn, hadEnded }: Taken): AcceptedPart {
  const accepted = taken === offer ? part : { ...part, amount: formatMoney(taken) };
  if (hadEnded === undefined && (effectiveOn === undefined || effectiveOn === on)) return accepted;
  return {
    ...accepted,
    ...(hadEnded !== undefined && { hadEnded: formatMoney(hadEnded) }),
    ...(effectiveOn !== undefined && effectiveOn !== on && { effectiveOn }),
  };
}
