import { add, money, noMoney, parseMoney } from '../money.ts';
import type {
  ExcessHeld,
  ExcessReleased,
  ExcessTakenBack,
  OverpaymentPassedOn,
  ReceiptEvent,
  ReceiptPassedOn,
  RecoveryPassedOn,
} from './events.ts';
import { takenForOf } from '../liability/taken-back.ts';
import { evolveRefund } from './evolve-refunds.ts';
import { heldOf, type Pass, type ReceiptState } from './state.ts';

/** Carries what became of a receipt into its state. */
export function evolveReceipt(state: ReceiptState, event: ReceiptEvent): void {
  switch (event.type) {
    case 'PaymentReceived': {
      const { caseId, defendantId, orderId, amount, method, origin } = event.data;
      const benefits = event.data.benefits === undefined ? undefined : parseMoney(event.data.benefits);
      const [on, money] = [event.effectiveOn, { amount: parseMoney(amount), method, origin, benefits }];
      state.received = { caseId, defendantId, orderId, ...money, on };
      return;
    }
    case 'ExcessHeld':
      return hold(state, event);
    case 'ExcessTakenBack':
      return changeHeld(state, event, -1n);
    case 'ExcessReleased':
      return release(state, event);
    case 'ReceiptPassedOn':
      state.passes.push(passOf(event));
      return;
    case 'OverpaymentPassedOn':
    case 'RecoveryPassedOn':
      return passOnTakenBack(state, event);
    case 'ReceiptTakenBack':
      state.takenBack += 1;
      return;
    case 'PaymentReturned':
      state.returned = { on: event.effectiveOn, reason: event.data.reason };
      return;
    case 'PaymentCleared':
      state.cleared = { on: event.effectiveOn, ground: event.data.ground };
      return;
    default:
      return evolveRefund(state, event);
  }
}

/** As long as a court must say what becomes of some of what is held, nobody can tell it from the rest. */
function hold(state: ReceiptState, event: ExcessHeld): void {
  const { data } = event;
  const isMore = heldOf(state) > noMoney;
  state.awaitsCourt = data.awaits === 'COURT_ORDER' || (isMore && state.awaitsCourt);
  changeHeld(state, event, 1n);
  state.isHeld = true;
}

function changeHeld(
  state: ReceiptState,
  { data, effectiveOn: on }: ExcessHeld | ExcessReleased | ExcessTakenBack,
  sign: 1n | -1n,
): void {
  const amount = money(sign * parseMoney(data.amount));
  state.excess = add(state.excess, amount);
  state.holds.push({ on, amount });
}

function passOnTakenBack(
  state: ReceiptState,
  { data, effectiveOn: on }: OverpaymentPassedOn | RecoveryPassedOn,
): void {
  const { receiptId, orderId } = data;
  const takenBack = { receiptId, orderId, takenFor: takenForOf(data), on };
  state.isHeld = false;
  state.passes.push({ ...wayOf(data), isLast: false, takenBack });
}

function passOf({ data }: ReceiptPassedOn): Pass {
  return { ...wayOf(data), isLast: data.isLast ?? false, takenBack: undefined };
}

function wayOf(way: OnItsWay): Omit<Pass, 'isLast' | 'takenBack'> {
  const { fromCaseId, caseId, amount, reach = null, isAssessed = false } = way;
  return { fromCaseId, caseId, amount: parseMoney(amount), reach, isAssessed, isRelease: false };
}

type OnItsWay = Omit<ReceiptPassedOn['data'], 'isLast'>;

function release(state: ReceiptState, event: ExcessReleased): void {
  const { data } = event;
  const { caseId, isAssessed = false } = data;
  const amount = parseMoney(data.amount);
  changeHeld(state, event, -1n);
  state.isHeld = false;
  const pass = { fromCaseId: caseId, caseId, amount, reach: null, isAssessed };
  state.passes.push({ ...pass, isLast: false, isRelease: true, takenBack: undefined });
}
