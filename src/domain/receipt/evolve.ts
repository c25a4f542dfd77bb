import { add, parseMoney, subtract } from '../money.ts';
import type { ExcessReleased, ReceiptEvent, ReceiptPassedOn } from './events.ts';
import { evolveRefund } from './evolve-refunds.ts';
import type { Pass, ReceiptState } from './state.ts';

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
      state.excess = add(state.excess, parseMoney(event.data.amount));
      state.isHeld = true;
      state.awaitsCourt = event.data.awaits === 'COURT_ORDER';
      return;
    case 'ExcessReleased':
      return release(state, event);
    case 'ReceiptPassedOn':
      state.passes.push(passOf(event));
      return;
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

function passOf({ data }: ReceiptPassedOn): Pass {
  const { fromCaseId, caseId, amount, reach = null, isAssessed = false, isLast = false } = data;
  return { fromCaseId, caseId, amount: parseMoney(amount), reach, isAssessed, isLast, isRelease: false };
}

function release(state: ReceiptState, { data }: ExcessReleased): void {
  const { caseId, isAssessed = false } = data;
  const amount = parseMoney(data.amount);
  state.excess = subtract(state.excess, amount);
  state.isHeld = false;
  const pass = { fromCaseId: caseId, caseId, amount, reach: null, isAssessed };
  state.passes.push({ ...pass, isLast: false, isRelease: true });
}
