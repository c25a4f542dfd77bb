import type { Policies } from '../policy/catalogue.ts';
import type { LiabilityOf } from '../liability/liability-index.ts';
import { reducedAgain } from '../liability/reduced-again.ts';
import type { Liability } from '../liability/liability.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import { jointlyOwed } from './joint.ts';
import { draftOf, type CaseState } from './state.ts';

/**
 * Where more is owed than a credit of a court had met, it takes off more, up to what was allowed (3664(j)(2)): of what the
 * case decides itself. Few liabilities were ever credited, so that most often nothing has to be drawn up.
 */
export function creditsComeToMore(
  happened: readonly CaseEvent[],
  state: CaseState,
  policies: Policies,
): readonly CaseEvent[] {
  const credited = [...new Set(happened.flatMap((event) => owedMoreBy(event, state)))].filter(
    isCreditedShort,
  );
  if (credited.length === 0) return [];
  const draft = draftOf(state);
  for (const event of happened) evolveCase(draft, event);
  const events: CaseEvent[] = [];
  for (const before of credited) {
    for (;;) {
      const liability = draft.liabilities.get(before);
      const again = liability && reducedAgain(liability, jointlyOwed(draft, liability, policies));
      if (again === undefined) break;
      evolveCase(draft, again);
      events.push(again);
    }
  }
  return events;
}

/** The liabilities under which more may be owed after the event, as they were: its own, and those owed jointly with it. */
function owedMoreBy(event: CaseEvent, state: CaseState): readonly Liability[] {
  switch (event.type) {
    case 'RecoveryReversed':
    case 'ReductionReversed':
    case 'LiabilityAmended':
    case 'LiabilityExpiryUndone':
      return jointlyWith(event.data, state);
    case 'OrdersMadeJoint':
      return event.data.orderIds.flatMap((orderId) =>
        (state.orders.get(orderId)?.victims ?? []).flatMap((victimId) => {
          return state.liabilities.get({ orderId, victimId }) ?? [];
        }),
      );
    default:
      return [];
  }
}

function jointlyWith({ orderId, victimId }: LiabilityOf, state: CaseState): readonly Liability[] {
  const orderIds = state.joint.get(orderId)?.orderIds ?? [orderId];
  return orderIds.flatMap((each) => state.liabilities.get({ orderId: each, victimId }) ?? []);
}

/** Whether a credit that holds has taken off less than a court allowed. */
function isCreditedShort({ reductions }: Liability): boolean {
  return reductions.some(
    ({ amount, told }) => told !== undefined && told.reversedOn === undefined && amount < told.allowed,
  );
}
