import type { RequestId } from '../ids.ts';
import { mayObtain, once } from '../statutes/18-usc-2259-d-2-a-once.ts';
import type { VictimEvent } from './events.ts';
import type { Matter } from './matter.ts';
import type { VictimState } from './state.ts';

/** The requests under which assistance was ordered for this person, under whatever id, and stands. */
export function standingRequests({
  assistance,
  people,
}: Pick<VictimState, 'assistance' | 'people'>): readonly RequestId[] {
  const own = [...assistance.entries()].flatMap(([id, { isVacated }]) => (isVacated ? [] : [id]));
  const others = people.takenOver.flatMap(({ requestIds }) => requestIds);
  // What was joined stands among its own, and may have been set aside since.
  return [...own, ...others.filter((id) => assistance.get(id) === undefined)];
}

/** Two orders for one person, under two ids, stand beside each other; a person should know. */
export function assistanceTwiceIsNoted(matter: Matter): readonly VictimEvent[] {
  const { happened, victim, victimId, effectiveOn, policies } = matter;
  if (!happened.some(({ type }) => type === 'IdentityTakenOver')) return [];
  const requestIds = standingRequests(victim);
  const [, ...others] = requestIds;
  if (mayObtain(others.length) || requestIds.join() === victim.people.twice.join()) return [];
  const law = { citation: once.citation, policyVersion: policies.version };
  return [{ type: 'AssistanceTwiceNoted', effectiveOn, data: { victimId, requestIds, ...law } }];
}
