import type { CollectionEvent } from '../collection/events.ts';
import type { DebtEvent } from '../debt/events.ts';
import { evolveDebt } from './evolve-debts.ts';
import { obligationKey, type CaseState } from './state.ts';

/** Carries what bears on collection, or became of a debt, into the state of its case. */
export function evolveCollection(state: CaseState, event: CollectionEvent | DebtEvent): void {
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
    default:
      return evolveDebt(state, event);
  }
}
