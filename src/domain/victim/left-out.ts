import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import { outstanding } from '../liability/liability.ts';
import { noMoney } from '../money.ts';
import type { FullRecoveryUndone, LiabilitiesTerminated, VictimEvent } from './events.ts';
import type { Tail, VictimState } from './state.ts';

/**
 * The tail of the stream with one event more, which the state tells of already. Lists follow on what they come of; so do
 * the marks of a full recovery and of the cap. Anything else is a new beginning.
 */
export function tailWith(state: VictimState, event: VictimEvent): Tail | undefined {
  const { tail } = state;
  const victimId = state.id ?? event.data.victimId;
  const fresh: Tail = { victimId, on: event.effectiveOn, toEnd: nothing, undone: [], ofCourt: undefined };
  switch (event.type) {
    case 'LiabilitiesTerminated':
      return { ...(tail ?? fresh), toEnd: without(tail?.toEnd ?? nothing, event) };
    case 'LiabilitiesReinstated':
      return tail ?? fresh;
    // More of a credit comes of the decision that made more owed, and stands among its lists.
    case 'LiabilityReduced':
      return event.data.again ? tail : undefined;
    // They come before the lists of the decision that brought them about, and change nothing that a list rests on.
    case 'RepresentationEnded':
    case 'PayoutHeld':
    case 'PayoutReleased':
    case 'PayeeQuestioned':
    case 'AssistanceTwiceNoted':
      return tail;
    case 'FullRecoveryReached':
      return { ...fresh, toEnd: owedNow(state) };
    case 'ReinstatementOrdered':
      return { ...fresh, ofCourt: [] };
    case 'FullRecoveryUndone':
      return { ...fresh, ...undoneWith(tail, event) };
    default:
      return beginsAnew.has(event.type) ? fresh : undefined;
  }
}

/** What may be followed by lists of its own. */
const beginsAnew: ReadonlySet<VictimEvent['type']> = new Set([
  'HistoriesJoined',
  'LossDetermined',
  'LiabilityImposed',
  'LiabilityBecameFinal',
  'LiabilityAmended',
  'LiabilityVacated',
  'LiabilityExpired',
  'LiabilityExpiryUndone',
  'RecoveryReversed',
  'OverpaymentTakenBack',
  'RecoveryTakenBack',
  'ReductionReversed',
  'GreatestLossChanged',
]);

/** What a court has undone comes back as the court says, and not by itself. */
function undoneWith(tail: Tail | undefined, { data: { epoch, byCourt } }: FullRecoveryUndone): Partial<Tail> {
  return byCourt
    ? { ofCourt: [...(tail?.ofCourt ?? []), epoch] }
    : { undone: [...(tail?.undone ?? []), epoch] };
}

const nothing: ReadonlySet<LiabilityKey> = new Set();

function owedNow({ liabilities }: VictimState): ReadonlySet<LiabilityKey> {
  const open = new Set<LiabilityKey>();
  for (const each of liabilities.values()) if (outstanding(each) > noMoney) open.add(liabilityKey(each));
  return open;
}

function without(
  owed: ReadonlySet<LiabilityKey>,
  { data }: LiabilitiesTerminated,
): ReadonlySet<LiabilityKey> {
  if (owed.size === 0) return owed;
  const left = new Set(owed);
  for (const { orderId, victimId = data.victimId } of data.liabilities) {
    left.delete(liabilityKey({ orderId, victimId }));
  }
  return left;
}
