import type { LiabilityReduced, ReductionReversed } from '../liability/events.ts';
import { amended, refOf, type Liability } from '../liability/liability.ts';
import {
  afterReduction,
  decideReduction,
  withReduction,
  type ReductionCommand,
} from '../liability/reductions.ts';
import { formatMoney, noMoney, parseMoney } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { reject } from '../rejection.ts';
import type { NoteReduction } from './commands.ts';
import type { CaseEvent, ReductionNoted } from './events.ts';
import { jointlyOwed } from './joint.ts';
import type { CaseState } from './state.ts';

/** What a court credits on a line of an order: decided here, or, under 18 U.S.C. 2259, heard from the victim's stream. */
export function reduceInCase(
  command: ReductionCommand | NoteReduction,
  state: CaseState,
  policies: Policies,
): readonly CaseEvent[] {
  const liability = state.liabilities.get(command) ?? reject('order-not-found', '/orderId');
  if (command.type === 'NoteReduction') return note(command, liability);
  return decideReduction(command, liability, jointlyOwed(state, liability, policies));
}

/** The case keeps a copy, to divide receipts by; it may be told twice. */
function note({ recoveryId, amount, on }: NoteReduction, liability: Liability): readonly CaseEvent[] {
  const known = liability.reductions.find((each) => each.recoveryId === recoveryId);
  if (known?.amount === amount) return [];
  const data = { ...refOf(liability), recoveryId, amount: formatMoney(amount) };
  return [{ type: 'ReductionNoted', effectiveOn: on, data }];
}

/** The liability after what a court said of it, or what the case heard of that. */
export function reducedBy(
  liability: Liability,
  event: LiabilityReduced | ReductionReversed | ReductionNoted,
): Liability {
  return event.type === 'ReductionNoted'
    ? reductionNoted(liability, event)
    : afterReduction(liability, event);
}

/** As with a payment that is heard of late: what had ended gives way to it, as it gave way in the victim's stream. */
function reductionNoted(liability: Liability, { data }: ReductionNoted): Liability {
  const amount = parseMoney(data.amount);
  const reduced = withReduction(liability, { recoveryId: data.recoveryId, amount, told: undefined });
  const isLate = amount > noMoney && reduced.amendments > 0 && reduced.ended.length > 0;
  return isLate ? amended(reduced, reduced.ordered, reduced.amendments) : reduced;
}
