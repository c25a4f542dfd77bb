import type { JointlyOwed } from '../liability/joint.ts';
import type { Liability } from '../liability/liability.ts';
import type { Policies } from '../policy/catalogue.ts';
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

/** With whom the liability is owed jointly, as the victim's stream was told. */
export function jointlyOwed(
  { joint, liabilities }: VictimState,
  { orderId, victimId }: Liability,
  policies: Policies,
): JointlyOwed {
  return {
    group: joint.get(orderId),
    under: (other) => liabilities.get({ orderId: other, victimId }),
    otherwise: policies['P-23'],
  };
}
