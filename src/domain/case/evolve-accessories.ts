import { parseAnnualRate } from '../annual-rate.ts';
import type {
  AccessoryEvent,
  InterestCredited,
  InterestReversed,
  InterestTendered,
  InterestWaived,
  PenaltyWaived,
} from '../collection/events.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { add, formatMoney, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import { accessoryKey, interestKey, obligationKey, rateKey, unknownKey } from './keys.ts';
import { isDecidedByVictim, type CaseState } from './state.ts';

/** Carries what interest and penalties depend on, and what was paid of them, into the state of their case. */
export function evolveAccessory(
  state: CaseState,
  event: AccessoryEvent | InterestWaived | PenaltyWaived,
): void {
  switch (event.type) {
    case 'InterestRateFixed': {
      const { weekEndingOn, rate } = event.data;
      return state.rates.set(rateKey(event.data, weekEndingOn), parseAnnualRate(rate));
    }
    case 'InterestTendered':
      return tender(state, event);
    case 'InterestCredited':
    case 'PenaltyCredited': {
      const { receiptId } = event.data;
      const before = state.accessoryCredits.get(receiptId);
      state.accessoryCredits.set(receiptId, { credit: event, before });
      if (event.type === 'InterestCredited') answered(state, event);
      return pay(state, event);
    }
    case 'InterestReversed':
    case 'PenaltyReversed':
      return pay(state, event);
    case 'InterestNotKnown':
      return noteUnknown(state, event);
    case 'InterestWaived':
    case 'PenaltyWaived': {
      const key = accessoryKey(event.type === 'InterestWaived' ? 'INTEREST' : 'PENALTY', event.data);
      const amount = event.data.amount === null ? null : parseMoney(event.data.amount);
      const waiver = { on: event.effectiveOn, amount };
      return state.waivers.set(key, [...(state.waivers.get(key) ?? []), waiver]);
    }
  }
}

/** It waits for the answer of the victim's stream. */
function tender({ receipts }: CaseState, { data }: InterestTendered): void {
  const { receiptId, orderId, victimId, amount } = data;
  const receipt = receipts.get(receiptId);
  invariant(receipt !== undefined, 'interest is tendered of a receipt that was never allocated');
  receipts.set(receiptId, { ...receipt, interest: [...receipt.interest, { orderId, victimId, amount }] });
}

/** What was tendered waits no more, save what of it was declined. */
function answered({ receipts }: CaseState, { data }: InterestCredited): void {
  const { receiptId, orderId, victimId } = data;
  const receipt = receipts.get(receiptId);
  if (receipt === undefined || receipt.interest.length === 0) return;
  const interest = receipt.interest.flatMap((each) => {
    if (each.orderId !== orderId || each.victimId !== victimId) return [each];
    const left = subtract(parseMoney(each.amount), parseMoney(data.amount));
    return left === noMoney ? [] : [{ ...each, amount: formatMoney(left) }];
  });
  receipts.set(receiptId, { ...receipt, interest });
}

function noteUnknown(
  { yieldsAwaited, interestUnknown }: CaseState,
  { data: { receiptId, weekEndingOn, ...of } }: Extract<AccessoryEvent, { type: 'InterestNotKnown' }>,
): void {
  interestUnknown.set(unknownKey(receiptId, of), true);
  if (weekEndingOn === null) return;
  const before = yieldsAwaited.get(receiptId) ?? [];
  if (!before.includes(weekEndingOn)) yieldsAwaited.set(receiptId, [...before, weekEndingOn]);
}

type Paid = Exclude<AccessoryEvent, { type: 'InterestRateFixed' | 'InterestTendered' | 'InterestNotKnown' }>;

function pay(state: CaseState, event: Paid): void {
  const { type, data } = event;
  const isCredit = type === 'InterestCredited' || type === 'PenaltyCredited';
  const amount = parseMoney(data.amount);
  const signed = isCredit ? amount : subtract(noMoney, amount);
  if (event.type === 'InterestCredited' || event.type === 'InterestReversed')
    return payInterest(state, event, signed);
  const key = obligationKey(data);
  state.penaltiesPaid.set(key, add(state.penaltiesPaid.get(key) ?? noMoney, signed));
}

function payInterest(
  state: CaseState,
  { data, effectiveOn }: InterestCredited | InterestReversed,
  paid: Money,
): void {
  const { orderId, victimId } = data;
  const of = orderId === null || victimId === null ? undefined : { orderId, victimId };
  // As with principals: a victim's stream may end one liability of an order and not the others, and their interest with it.
  const part = of && isDecidedByVictim(state, of) ? liabilityKey(of) : obligationKey(data);
  state.principals.move(interestKey(part), effectiveOn, { owed: noMoney, paid, ordered: noMoney });
  if (of === undefined) return;
  state.interestOn.add(of, paid);
  state.interestPaid.set(of.victimId, add(state.interestPaid.get(of.victimId) ?? noMoney, paid));
}
