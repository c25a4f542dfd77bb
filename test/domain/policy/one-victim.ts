/** One victim, `v-1`, told by a list of commands under some answers: what it comes to, in cents. */
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { outstanding, type Liability } from '../../../src/domain/liability/liability.ts';
import type { DetermineLoss, VictimCommand } from '../../../src/domain/victim/commands.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import type { VictimEvent } from '../../../src/domain/victim/events.ts';
import type { VictimState } from '../../../src/domain/victim/state.ts';
import { day, determineLoss } from '../../support/words.ts';
import { becomesFinal, impose, ref, registered } from '../victim/words.ts';
import { inWords } from './asking.ts';

/** The victim, when all of it was told. */
export function told(policies: Partial<Policies>, ...commands: readonly VictimCommand[]): VictimState {
  const state = victimDecider.empty();
  for (const command of [registered, ...commands]) decided(command, state, policies);
  return state;
}

/** What comes of one more command, which the state is told as well. */
export function decided(
  command: VictimCommand,
  state: VictimState,
  policies: Partial<Policies>,
  recordedOn?: string,
): readonly VictimEvent[] {
  const context = {
    policies: { ...defaultPolicies, ...policies },
    ...(recordedOn !== undefined && { recordedOn: day(recordedOn) }),
  };
  const { happened, follows } = victimDecider.decide(command, state, context);
  const events = [...happened, ...follows];
  for (const event of events) victimDecider.evolve(state, event);
  return events;
}

/** What is known of an order; `o-1` unless told. */
export function line({ liabilities }: VictimState, order = 'o-1'): Liability {
  return liabilities.get(ref(order))!;
}

/** What is still owed under it. */
export function owed(state: VictimState, order = 'o-1'): bigint {
  return outstanding(line(state, order));
}

/** Losses found in a case. */
export function finding(inCase: string, cents: bigint): DetermineLoss {
  return determineLoss(inCase, inWords(cents));
}

/** So much is found in a final case, and so much ordered there. */
export function final(loss: bigint, ordered: bigint): readonly VictimCommand[] {
  return [finding('c-1', loss), impose('o-1', inWords(ordered)), becomesFinal('o-1')];
}
