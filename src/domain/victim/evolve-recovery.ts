import { changedOn, withEnded, withoutEnded } from '../liability/liability.ts';
import { parseMoney } from '../money.ts';
import { reinstatementOrdered, waitsNoMore } from './court-revival.ts';
import type { LiabilityAmount, VictimEvent } from './events.ts';
import { known } from './known-liability.ts';
import type { VictimState } from './state.ts';

type Of<Type extends VictimEvent['type']> = Extract<VictimEvent, { type: Type }>;

/** What 18 U.S.C. 2259(b)(2)(C) makes of the facts, and what a court orders of that. */
export type EventByLaw = Of<
  | 'GreatestLossChanged'
  | 'FullRecoveryReached'
  | 'FullRecoveryUndone'
  | 'LiabilitiesTerminated'
  | 'LiabilitiesReinstated'
  | 'ReinstatementOrdered'
  | 'OverRecoveryNoted'
  | 'OverRecoveryClaimed'
>;

/** Carries what the law made of the facts into the state of its victim. */
export function evolveRecovery(state: VictimState, event: EventByLaw): void {
  switch (event.type) {
    case 'ReinstatementOrdered':
      return reinstatementOrdered(state, event);
    case 'GreatestLossChanged':
      state.greatestLoss = event.data.greatestLoss === null ? undefined : parseMoney(event.data.greatestLoss);
      return;
    case 'FullRecoveryReached':
      state.epoch = event.data.epoch;
      state.standing = [...state.standing, { epoch: state.epoch, at: parseMoney(event.data.greatestLoss) }];
      return;
    case 'FullRecoveryUndone':
      state.standing = state.standing.filter(({ epoch }) => epoch !== event.data.epoch);
      return;
    case 'LiabilitiesTerminated':
      for (const each of event.data.liabilities) end(state, each, event);
      return;
    case 'LiabilitiesReinstated':
      for (const each of event.data.liabilities) reinstate(state, each, event);
      return;
    case 'OverRecoveryNoted':
      state.overRecovery = parseMoney(event.data.amount);
      return;
    case 'OverRecoveryClaimed':
      state.overRecoveryClaimed = parseMoney(event.data.amount);
      return;
  }
}

function reinstate(
  state: VictimState,
  { orderId, victimId }: LiabilityAmount,
  { data, effectiveOn }: Of<'LiabilitiesReinstated'>,
): void {
  const liability = known(state, { orderId, victimId: victimId ?? data.victimId });
  const owedAgain = withoutEnded(changedOn(liability, effectiveOn), data.epoch);
  state.liabilities.set(owedAgain);
  waitsNoMore(state, owedAgain);
}

function end(
  state: VictimState,
  { orderId, victimId, amount }: LiabilityAmount,
  { data, effectiveOn }: Of<'LiabilitiesTerminated'>,
): void {
  const liability = known(state, { orderId, victimId: victimId ?? data.victimId });
  const ended = { epoch: data.epoch, amount: parseMoney(amount) };
  state.liabilities.set(withEnded(changedOn(liability, effectiveOn), ended));
}
