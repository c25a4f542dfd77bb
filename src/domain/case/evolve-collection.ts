import type { AppealEvent } from '../appeal/events.ts';
import type { CollectionEvent, OrderExpired } from '../collection/events.ts';
import { evolveAppeal } from './appeals.ts';
import { evolveAccessory } from './evolve-accessories.ts';
import { noticeGivenKey, obligationKey } from './keys.ts';
import { type CaseState } from './state.ts';

/** Carries what bears on collection, into the state of its case. */
export function evolveCollection(
  state: CaseState,
  event: Exclude<CollectionEvent, OrderExpired> | AppealEvent,
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
    case 'NoticeGiven': {
      const key = noticeGivenKey(event.data);
      return state.noticesGiven.set(key, [...(state.noticesGiven.get(key) ?? []), on]);
    }
    case 'AppealTaken':
    case 'AppealEnded':
      return evolveAppeal(state, event);
    default:
      return evolveAccessory(state, event);
  }
}
