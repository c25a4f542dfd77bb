import { add, parseMoney, subtract } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { VictimEvent } from './events.ts';
import type { Assistance } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

type Of<Type extends VictimEvent['type']> = Extract<VictimEvent, { type: Type }>;

/** Carries what happened to assistance into the state of its victim. */
export function evolveAssistance(
  state: VictimState,
  event: Of<
    | 'AssistanceOrdered'
    | 'AssistanceIneligibilityNoted'
    | 'AssistanceReceived'
    | 'AssistanceReturned'
    | 'AssistanceOrderVacated'
  >,
): void {
  switch (event.type) {
    case 'AssistanceOrdered':
      return order(state, event);
    case 'AssistanceIneligibilityNoted':
      return;
    case 'AssistanceReceived':
      return receive(state, event);
    case 'AssistanceReturned':
      return comeBack(state, event);
    case 'AssistanceOrderVacated':
      state.assistance.set(event.data.requestId, { ...known(state, event), isVacated: true });
      return;
  }
}

function order(state: VictimState, { data, effectiveOn: orderedOn }: Of<'AssistanceOrdered'>): void {
  const { requestId, victimId, caseId } = data;
  const amount = parseMoney(data.amount);
  state.assistance.set(requestId, { victimId, caseId, orderedOn, amount, isVacated: false, payments: [] });
}

function receive(state: VictimState, event: Of<'AssistanceReceived'>): void {
  const assistance = known(state, event);
  const { requestId, disbursementId, representativeId, amount } = event.data;
  const payment = { disbursementId, representativeId, on: event.effectiveOn, isReturned: false };
  const payments = [...assistance.payments, payment];
  state.assistance.set(requestId, { ...assistance, payments });
  state.assisted = add(state.assisted, parseMoney(amount));
}

function comeBack(state: VictimState, event: Of<'AssistanceReturned'>): void {
  const assistance = known(state, event);
  const { requestId, disbursementId, amount } = event.data;
  const payments = assistance.payments.map((payment) =>
    payment.disbursementId === disbursementId ? { ...payment, isReturned: true } : payment,
  );
  state.assistance.set(requestId, { ...assistance, payments });
  state.assisted = subtract(state.assisted, parseMoney(amount));
}

function known(
  { assistance }: VictimState,
  { data: { requestId } }: { readonly data: Pick<Of<'AssistanceOrdered'>['data'], 'requestId'> },
): Assistance {
  const found = assistance.get(requestId);
  invariant(found !== undefined, 'an event names assistance that was never ordered');
  return found;
}
