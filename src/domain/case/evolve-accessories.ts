import { parseAnnualRate } from '../annual-rate.ts';
import type { AccessoryEvent, InterestWaived, PenaltyWaived } from '../collection/events.ts';
import { add, noMoney, parseMoney, subtract } from '../money.ts';
import { accessoryKey, rateKey } from './keys.ts';
import { type CaseState } from './state.ts';

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
    case 'InterestCredited':
    case 'PenaltyCredited': {
      const { receiptId } = event.data;
      const before = state.accessoryCredits.get(receiptId);
      state.accessoryCredits.set(receiptId, { credit: event, before });
      return pay(state, event);
    }
    case 'InterestReversed':
    case 'PenaltyReversed':
      return pay(state, event);
    case 'InterestNotKnown':
      return;
    case 'InterestWaived':
    case 'PenaltyWaived': {
      const key = accessoryKey(event.type === 'InterestWaived' ? 'INTEREST' : 'PENALTY', event.data);
      const amount = event.data.amount === null ? null : parseMoney(event.data.amount);
      const waiver = { on: event.effectiveOn, amount };
      return state.waivers.set(key, [...(state.waivers.get(key) ?? []), waiver]);
    }
  }
}

type Paid = Exclude<AccessoryEvent, { type: 'InterestRateFixed' | 'InterestNotKnown' }>;

function pay(state: CaseState, { type, data }: Paid): void {
  const isInterest = type === 'InterestCredited' || type === 'InterestReversed';
  const isCredit = type === 'InterestCredited' || type === 'PenaltyCredited';
  const key = accessoryKey(isInterest ? 'INTEREST' : 'PENALTY', data);
  const before = state.accessoriesPaid.get(key) ?? noMoney;
  const amount = parseMoney(data.amount);
  const signed = isCredit ? amount : subtract(noMoney, amount);
  state.accessoriesPaid.set(key, add(before, signed));
  const victimId = isInterest ? data.victimId : null;
  if (victimId === null) return;
  state.interestPaid.set(victimId, add(state.interestPaid.get(victimId) ?? noMoney, signed));
}
