import type { OrderId } from '../ids.ts';
import { outstanding } from '../liability/liability.ts';
import { noMoney } from '../money.ts';
import type { VictimEvent } from './events.ts';
import type { Tail, VictimState } from './state.ts';

/**
 * The tail of the stream with one event more, which the state tells of already. Lists follow on what they come of; so do
 * the marks of a full recovery and of the cap. Anything else is a new beginning.
 */
export function tailWith(state: VictimState, event: VictimEvent): Tail | undefined {
  const { tail } = state;
  const { victimId } = event.data;
  const fresh: Tail = { victimId, on: event.effectiveOn, toEnd: nothing, undone: [] };
  switch (event.type) {
    case 'LiabilitiesTerminated':
      return { ...(tail ?? fresh), toEnd: without(tail?.toEnd ?? nothing, event.data.liabilities) };
    case 'LiabilitiesReinstated':
      return tail ?? fresh;
    // They come before the lists of the decision that brought them about, and change nothing that a list rests on.
    case 'RepresentationEnded':
    case 'PayoutHeld':
    case 'PayoutReleased':
    case 'PayeeQuestioned':
    case 'AssistanceTwiceNoted':
      return tail;
    case 'FullRecoveryReached':
      return { ...fresh, toEnd: owedNow(state) };
    case 'FullRecoveryUndone':
      return { ...fresh, undone: [...(tail?.undone ?? []), event.data.epoch] };
    case 'LossDetermined':
    case 'LiabilityImposed':
    case 'LiabilityBecameFinal':
    case 'LiabilityAmended':
    case 'LiabilityVacated':
    case 'LiabilityExpired':
    case 'RecoveryReversed':
    case 'ReductionReversed':
    case 'GreatestLossChanged':
      return fresh;
    default:
      return undefined;
  }
}

const nothing: ReadonlySet<OrderId> = new Set();

function owedNow({ liabilities }: VictimState): ReadonlySet<OrderId> {
  const open = new Set<OrderId>();
  for (const each of liabilities.values()) if (outstanding(each) > noMoney) open.add(each.orderId);
  return open;
}

function without(
  orders: ReadonlySet<OrderId>,
  listed: readonly { readonly orderId: OrderId }[],
): ReadonlySet<OrderId> {
  if (orders.size === 0) return orders;
  const left = new Set(orders);
  for (const { orderId } of listed) left.delete(orderId);
  return left;
}
