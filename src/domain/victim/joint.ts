import type { MakeLiabilitiesJoint } from './commands.ts';
import type { LiabilitiesMadeJoint, VictimEvent } from './events.ts';
import type { VictimState } from './state.ts';

/** A declaration of the case is heard once, and an earlier one, heard late, changes nothing. */
export function makeJoint(
  { victimId, caseId, orderIds, crediting, declaration, on }: MakeLiabilitiesJoint,
  { joint }: VictimState,
): readonly VictimEvent[] {
  if (orderIds.some((orderId) => (joint.get(orderId)?.declaration ?? 0) >= declaration)) return [];
  const data = { victimId, caseId, orderIds, declaration, ...(crediting !== undefined && { crediting }) };
  return [{ type: 'LiabilitiesMadeJoint', effectiveOn: on, data }];
}

/** Carries a declaration into the state of its victim. */
export function madeJoint(state: VictimState, { data }: LiabilitiesMadeJoint): void {
  const { orderIds, crediting, declaration } = data;
  for (const orderId of orderIds) state.joint.set(orderId, { orderIds, crediting, declaration });
}
