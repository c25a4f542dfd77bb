import type { RecoveryCredited, RecoveryReversed } from '../liability/events.ts';
import { creditedOn, reversedOn, type Liability } from '../liability/liability.ts';
import { add, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import { move, none } from './accounts.ts';
import { creditWhileAssigned } from './assigned.ts';
import { creditKey } from './keys.ts';
import { known } from './known-liability.ts';
import type { VictimState } from './state.ts';

/** Carries what a receipt brought under a liability, or its return, into the state of its victim. */
export function evolveCredit(state: VictimState, event: RecoveryCredited | RecoveryReversed): void {
  return event.type === 'RecoveryCredited' ? credit(state, event) : reverse(state, event);
}

function credit(state: VictimState, { data, effectiveOn }: RecoveryCredited): void {
  const liability = known(state, data);
  const accepted = parseMoney(data.accepted);
  const key = creditKey(data);
  const before = state.credits.get(key);
  const total = add(before?.total ?? noMoney, accepted);
  const on = before !== undefined && before.on < effectiveOn ? before.on : effectiveOn;
  const movedOn = effectiveOn;
  state.credits.set(key, {
    round: data.round,
    acceptedInRound: accepted,
    total,
    isReversed: false,
    on,
    movedOn,
  });
  creditWhileAssigned(state, liability, { on, amount: accepted });
  pay(state, creditedOn(liability, effectiveOn, accepted), accepted);
}

function reverse(state: VictimState, { data, effectiveOn }: RecoveryReversed): void {
  const key = creditKey(data);
  const credit = state.credits.get(key);
  invariant(credit !== undefined, 'a recovery is reversed that was never credited');
  state.credits.set(key, { ...credit, isReversed: true, movedOn: effectiveOn });
  const amount = parseMoney(data.amount);
  creditWhileAssigned(state, known(state, data), {
    on: credit.on,
    amount: subtract(noMoney, amount),
  });
  const liability = reversedOn(known(state, data), effectiveOn, amount);
  pay(state, liability, subtract(noMoney, amount));
}

function pay(state: VictimState, liability: Liability, amount: Money): void {
  const paid = { ...none, [liability.track]: amount };
  move(state, liability.caseId, { credited: paid, underVacated: liability.isVacated ? paid : none });
  state.liabilities.set(liability);
}
