import type { OrderId } from '../ids.ts';
import { isSameGroup, stillOwed, type JointlyOwed } from '../liability/joint.ts';
import type { Liability } from '../liability/liability.ts';
import type { Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { reject } from '../rejection.ts';
import { crossesCases } from '../statutes/restitution-statutes.ts';
import type { MakeOrdersJoint } from './commands.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState, Order } from './state.ts';

/**
 * Records that defendants owe jointly what their orders award to the same victims. Whoever is sentenced later is joined to
 * the others by naming all of them once more.
 */
export function makeOrdersJoint(command: MakeOrdersJoint, state: CaseState): readonly CaseEvent[] {
  const { caseId, orderIds, crediting, on } = command;
  const orders = orderIds.map((orderId, at) => orderAt(state, orderId, at));
  if (orders.length < 2) reject('joint-orders-too-few', '/orders');
  if (new Set(orders.map(({ defendantId }) => defendantId)).size < orders.length)
    reject('joint-orders-of-one-defendant', '/orders');
  if (new Set(orders.map(({ statute }) => crossesCases(statute))).size > 1)
    reject('joint-orders-of-different-statutes', '/orders');
  const group = { orderIds, crediting: crediting ?? undefined };
  const before = orderIds.map((orderId) => state.joint.get(orderId));
  if (before.every((each) => isSameGroup(each, group))) return [];
  const isLeftOut = before.some((each) => each?.orderIds.some((orderId) => !orderIds.includes(orderId)));
  if (isLeftOut) reject('joint-orders-incomplete', '/orders');
  const data = { caseId, orderIds, ...(crediting !== null && { crediting }) };
  return [{ type: 'OrdersMadeJoint', effectiveOn: on, data }];
}

function orderAt(state: CaseState, orderId: OrderId, at: number): Order {
  return state.orders.get(orderId) ?? reject('order-not-found', `/orders/${String(at)}/orderId`);
}

/** What the case takes to be owed under the liability, beside what others who owe it jointly have paid (P-23). */
export function owedOf(state: CaseState, liability: Liability, policies: Policies): Money {
  return stillOwed(liability, jointlyOwed(state, liability, policies));
}

/** With whom the liability is owed jointly, as the case knows. */
export function jointlyOwed(
  { joint, liabilities }: CaseState,
  { orderId, victimId }: Liability,
  policies: Policies,
): JointlyOwed {
  return {
    group: joint.get(orderId),
    under: (other) => liabilities.get({ orderId: other, victimId }),
    otherwise: policies['P-23'],
  };
}
