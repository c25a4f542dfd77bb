import type { CollectionEvent, OrderExpired } from '../collection/events.ts';
import type { DebtEvent } from '../debt/events.ts';
import { parseMoney } from '../money.ts';
import { evolveAccessory } from './evolve-accessories.ts';
import { evolveDebt } from './evolve-debts.ts';
import { accessoryKey, noticeGivenKey, obligationKey, type CaseState } from './state.ts';

/** Carries what bears on collection, or became of a debt, into the state of its case. */
export function evolveCollection(
  state: CaseState,
  event: Exclude<CollectionEvent, OrderExpired> | DebtEvent,
): void {
  const { effectiveOn: on } = event;
  switch (event.type) {
    case 'InterestTermsSet': {
      const key = obligationKey(event.data);
      const before = state.interestTerms.get(key) ?? [];
      return state.interestTerms.set(key, [...before, { on, said: event.data }]);
    }
    case 'PaymentScheduleSet': {
      const key = obligationKey(event.data);
      const before = state.schedules.get(key) ?? [];
      return state.schedules.set(key, [...before, { on, said: event.data }]);
    }
    case 'DefendantReleased': {
      const { defendantId } = event.data;
      return state.releases.set(defendantId, [...(state.releases.get(defendantId) ?? []), on]);
    }
    case 'DefendantDied':
      return state.deaths.set(event.data.defendantId, on);
    case 'InterestWaived':
    case 'PenaltyWaived': {
      const key = accessoryKey(event.type === 'InterestWaived' ? 'INTEREST' : 'PENALTY', event.data);
      const amount = event.data.amount === null ? null : parseMoney(event.data.amount);
      return state.waivers.set(key, [...(state.waivers.get(key) ?? []), { on, amount }]);
    }
    case 'NoticeGiven': {
      const key = noticeGivenKey(event.data);
      return state.noticesGiven.set(key, [...(state.noticesGiven.get(key) ?? []), on]);
    }
    case 'InterestRateFixed':
    case 'InterestCredited':
    case 'InterestReversed':
    case 'PenaltyCredited':
    case 'PenaltyReversed':
    case 'InterestNotKnown':
      return evolveAccessory(state, event);
    default:
      return evolveDebt(state, event);
  }
}
