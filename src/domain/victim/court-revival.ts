import type { OrderId } from '../ids.ts';
import { liabilityKey, liabilityOf } from '../liability/liability-index.ts';
import { terminated, type Liability } from '../liability/liability.ts';
import { formatMoney, noMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import { written } from './cap-moves.ts';
import type { OrderReinstatement } from './commands.ts';
import type { VictimEvent } from './events.ts';
import { byLaw, reinstatedOf } from './lists.ts';
import { received } from './recovery.ts';
import { hasAny, type Matter } from './matter.ts';
import type { VictimState } from './state.ts';

type Events = readonly VictimEvent[];

/**
 * A court orders that liabilities which ended by law are owed again. That is a fact, and recorded under every answer;
 * what it brings about is a question of P-15 and P-19.
 */
export function orderReinstatement(command: OrderReinstatement, state: VictimState): Events {
  const { victimId, authority, on } = command;
  const orderIds = [...new Set(command.orderIds)];
  for (const [index, orderId] of command.orderIds.entries()) {
    const pointer = `/orders/${String(index)}/orderId`;
    const liability = state.liabilities.get({ orderId, victimId });
    if (liability === undefined) reject('order-not-found', pointer);
    if (terminated(liability) === noMoney && !wasReinstated(state, command, orderId))
      reject('liability-not-ended', pointer);
  }
  if (orderIds.every((orderId) => wasReinstated(state, command, orderId))) return [];
  return [{ type: 'ReinstatementOrdered', effectiveOn: on, data: { victimId, orderIds, authority } }];
}

/** Whether a court was heard to order this, on this day and by this power. */
function wasReinstated(
  { courtOrders }: VictimState,
  { victimId, authority, on }: OrderReinstatement,
  orderId: OrderId,
): boolean {
  const heard = courtOrders.get(liabilityKey({ orderId, victimId }));
  return heard?.some((each) => each.authority === authority && each.on === on) ?? false;
}

/** The facts that it rests on. */
const orders: ReadonlySet<VictimEvent['type']> = new Set(['ReinstatementOrdered']);

/**
 * What a court has ordered to be owed again is, where there is anything left to recover, and the answers let a court say so:
 * P-15 of what a full recovery ended that stands, P-19 of one that was undone. Full recoveries that stood are undone with it,
 * so that the same recovery never ends the same liability twice.
 */
export function theCourtRevives(matter: Matter): Events {
  const { victim, victimId, policies, effectiveOn } = matter;
  if (!hasAny(matter, orders)) return [];
  const waiting = [...victim.waitingForRevival].flatMap(
    (key) => victim.liabilities.get(liabilityOf(key)) ?? [],
  );
  const sofar = received(victim, policies);
  if (waiting.length === 0 || (victim.greatestLoss !== undefined && sofar >= victim.greatestLoss)) return [];
  const standing = new Set([...victim.standing.map(({ epoch }) => epoch), ...(victim.tail?.ofCourt ?? [])]);
  const mayRevive = (epoch: number): boolean =>
    standing.has(epoch) ? policies['P-15'] !== 'NO_REVIVAL' : policies['P-19'] !== 'NO_REINSTATEMENT';
  const revived = revivedBy(waiting, mayRevive);
  const cap = victim.greatestLoss;
  const amounts = { greatestLoss: written(cap), recovered: formatMoney(sofar) };
  const undone = [...revived.keys()].some((epoch) => standing.has(epoch)) ? victim.standing : [];
  return [
    ...undone.map(({ epoch }): VictimEvent => {
      const data = { ...byLaw(policies), victimId, epoch, ...amounts, byCourt: true as const };
      return { type: 'FullRecoveryUndone', effectiveOn, data };
    }),
    ...[...revived].flatMap(([epoch, liabilities]) =>
      reinstatedOf({ victimId, effectiveOn, policies }, liabilities, epoch),
    ),
  ];
}

/** The liabilities that come back, by the full recovery that ended them, oldest first; what was set aside or expired does not. */
function revivedBy(
  waiting: readonly Liability[],
  mayRevive: (epoch: number) => boolean,
): ReadonlyMap<number, readonly Liability[]> {
  const byEpoch = new Map<number, Liability[]>();
  for (const liability of waiting) {
    if (liability.isVacated || liability.isExpired) continue;
    for (const { epoch } of liability.ended) {
      if (!mayRevive(epoch)) continue;
      byEpoch.set(epoch, [...(byEpoch.get(epoch) ?? []), liability]);
    }
  }
  return new Map([...byEpoch].sort(([a], [b]) => a - b));
}

/** Carries a court's order into the state of its victim: what it names waits until it is owed again. */
export function reinstatementOrdered(
  state: VictimState,
  { data, effectiveOn: on }: Extract<VictimEvent, { type: 'ReinstatementOrdered' }>,
): void {
  const { victimId, orderIds, authority } = data;
  const keys = orderIds.map((orderId) => liabilityKey({ orderId, victimId }));
  for (const key of keys) {
    state.courtOrders.set(key, [...(state.courtOrders.get(key) ?? []), { authority, on }]);
  }
  state.waitingForRevival = new Set([...state.waitingForRevival, ...keys]);
}

/** The liability waits no more, once nothing of it is ended. */
export function waitsNoMore(state: VictimState, liability: Liability): void {
  const key = liabilityKey(liability);
  if (!state.waitingForRevival.has(key) || terminated(liability) > noMoney) return;
  const waiting = new Set(state.waitingForRevival);
  waiting.delete(key);
  state.waitingForRevival = waiting;
}
