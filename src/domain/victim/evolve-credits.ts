import type {
  OverpaymentTakenBack,
  RecoveryCleared,
  RecoveryCredited,
  RecoveryReversed,
  RecoveryTakenBack,
} from '../liability/events.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { creditedOn, reversedOn, withLessEnded, type Liability } from '../liability/liability.ts';
import { takenForOf } from '../liability/taken-back.ts';
import { add, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import { move, none } from './accounts.ts';
import { creditWhileAssigned } from './assigned.ts';
import { creditKey } from './keys.ts';
import { known } from './known-liability.ts';
import type { Credit } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

/** What a receipt brought under a liability, that it has cleared, and what of it is the victim's no more. */
export type CreditEvent =
  RecoveryCredited | RecoveryReversed | OverpaymentTakenBack | RecoveryTakenBack | RecoveryCleared;

/** Carries it into the state of its victim. */
export function evolveCredit(state: VictimState, event: CreditEvent): void {
  switch (event.type) {
    case 'RecoveryCredited':
      return credit(state, event);
    case 'RecoveryReversed':
      return reverse(state, event);
    case 'OverpaymentTakenBack':
    case 'RecoveryTakenBack':
      return takeBack(state, event);
    case 'RecoveryCleared':
      return clear(state, event);
  }
}

function credit(state: VictimState, event: RecoveryCredited): void {
  const { data, effectiveOn } = event;
  const hadEnded = parseMoney(data.hadEnded ?? '0.00');
  const liability = withLessEnded(known(state, data), hadEnded);
  const accepted = parseMoney(data.accepted);
  const key = creditKey(data);
  const before = state.credits.get(key) ?? firstOf(event);
  const { isCleared, paidOn } = before;
  const on = before.on < effectiveOn ? before.on : effectiveOn;
  state.credits.set(key, {
    round: data.round,
    acceptedInRound: accepted,
    hadEndedInRound: hadEnded,
    asked: add(before.total, parseMoney(data.offered)),
    total: add(before.total, accepted),
    isReversed: false,
    isCleared,
    on,
    paidOn,
    movedOn: effectiveOn,
  });
  pay(state, creditedOn(liability, effectiveOn, accepted), { on, isCleared, amount: accepted });
}

/** A receipt of which nothing was heard under the liability so far. */
function firstOf({
  data,
  effectiveOn,
}: RecoveryCredited): Pick<Credit, 'total' | 'isCleared' | 'on' | 'paidOn'> {
  return { total: noMoney, isCleared: false, on: effectiveOn, paidOn: data.paidOn ?? effectiveOn };
}

function reverse(state: VictimState, { data, effectiveOn }: RecoveryReversed): void {
  const before = creditOf(state, data);
  state.credits.set(creditKey(data), { ...before, isReversed: true, movedOn: effectiveOn });
  const amount = parseMoney(data.amount);
  const liability = reversedOn(known(state, data), effectiveOn, amount);
  pay(state, liability, { ...before, amount: subtract(noMoney, amount) });
}

/** The receipt pays so much less here from now on: that is what comes back, should it come back. */
function takeBack(
  state: VictimState,
  { data, effectiveOn: on }: OverpaymentTakenBack | RecoveryTakenBack,
): void {
  const { receiptId } = data;
  const before = creditOf(state, data);
  const amount = parseMoney(data.amount);
  state.credits.set(creditKey(data), { ...before, total: subtract(before.total, amount) });
  const key = liabilityKey(data);
  const earlier = state.takenBack.get(key) ?? [];
  state.takenBack.set(key, [...earlier, { receiptId, takenFor: takenForOf(data), amount, on }]);
  const liability = reversedOn(known(state, data), on, amount);
  pay(state, liability, { ...before, amount: subtract(noMoney, amount) });
}

function clear(state: VictimState, { data }: RecoveryCleared): void {
  const before = creditOf(state, data);
  const amount = parseMoney(data.amount);
  state.credits.set(creditKey(data), { ...before, isCleared: true });
  const liability = known(state, data);
  creditWhileAssigned(state, liability, { on: before.on, amount: noMoney, cleared: amount });
  clearUnder(state, liability, amount);
}

function creditOf({ credits }: VictimState, data: RecoveryReversed['data']): Credit {
  const credit = credits.get(creditKey(data));
  invariant(credit !== undefined, 'a recovery is reversed, or clears, that was never credited');
  return credit;
}

/** So much was paid, or comes back, of a receipt that has cleared or has not. */
interface Paid extends Pick<Credit, 'on' | 'isCleared'> {
  readonly amount: Money;
}

function pay(state: VictimState, liability: Liability, { on, isCleared, amount }: Paid): void {
  creditWhileAssigned(state, liability, { on, amount, cleared: isCleared ? amount : noMoney });
  const paid = { ...none, [liability.track]: amount };
  move(state, liability.caseId, { credited: paid, underVacated: liability.isVacated ? paid : none });
  if (isCleared) clearUnder(state, liability, amount);
  state.liabilities.set(liability);
}

function clearUnder(state: VictimState, liability: Liability, amount: Money): void {
  const key = liabilityKey(liability);
  const cleared = { ...none, [liability.track]: amount };
  state.cleared.set(key, add(state.cleared.get(key) ?? noMoney, amount));
  move(state, liability.caseId, { cleared, clearedUnderVacated: liability.isVacated ? cleared : none });
}
