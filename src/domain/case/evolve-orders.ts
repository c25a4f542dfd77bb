import { holding } from '../calendar-date.ts';
import type { OrderId } from '../ids.ts';
import { amended, changeDay, noReductions, vacated, type Liability } from '../liability/liability.ts';
import { noMoney, parseMoney } from '../money.ts';
import { invariant } from '../rejection.ts';
import { firstLiableDay } from '../statutes/18-usc-3612-f-interest.ts';
import type { CaseEvent, OrderAmended, OrderEntered, OrderLine } from './events.ts';
import { notePrincipal } from './evolve-principal.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { sharesOf, type Shares } from './shares.ts';
import { liabilitiesOf, type CaseState, type Order } from './state.ts';

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;

/** Carries what became of an order into the state of its case. */
export function evolveOrder(
  state: CaseState,
  event: Of<
    | 'OrderEntered'
    | 'OrderBecameFinal'
    | 'OrderAmended'
    | 'OrderVacated'
    | 'OrdersMadeJoint'
    | 'OrderExpired'
    | 'OrderExpiryUndone'
  >,
): void {
  if (event.type === 'OrdersMadeJoint') return makeJoint(state, event);
  if (event.type === 'OrderEntered') return enter(state, event);
  const order = known(state, event.data.orderId);
  switch (event.type) {
    case 'OrderBecameFinal':
      return put(state, { ...order, final: { ground: event.data.ground, on: event.effectiveOn } });
    case 'OrderAmended':
      return amend(state, order, event);
    case 'OrderVacated':
      endAll(state, order, { on: event.effectiveOn, how: vacated });
      return put(state, { ...order, vacatedOn: event.effectiveOn });
    case 'OrderExpired':
      for (const each of liabilitiesOf(state, order)) expire(state, each, event.effectiveOn);
      return put(state, { ...order, expiredOn: event.effectiveOn, ...termChanged(order, event) });
    case 'OrderExpiryUndone':
      endAll(state, order, {
        on: event.effectiveOn,
        how: (each) => ({ ...each, isExpired: false, lapsed: noMoney }),
      });
      return put(state, { ...order, expiredOn: undefined, ...termChanged(order, event) });
  }
}

function termChanged(
  { termChanges }: Order,
  { effectiveOn: termChangedOn }: CaseEvent,
): Pick<Order, 'termChanges' | 'termChangedOn'> {
  return { termChanges: termChanges + 1, termChangedOn };
}

function makeJoint(state: CaseState, { data: { orderIds, crediting } }: Of<'OrdersMadeJoint'>): void {
  const before = orderIds.map((orderId) => state.joint.get(orderId)?.declaration ?? 0);
  const group = { orderIds, crediting, declaration: Math.max(...before) + 1 };
  for (const orderId of orderIds) state.joint.set(orderId, group);
}

function enter(state: CaseState, { data, effectiveOn }: OrderEntered): void {
  const { caseId, orderId, defendantId, statute, offenceOn, offences, lines } = data;
  put(state, {
    ...{ orderId, defendantId, statute, offenceOn, offences },
    enteredOn: effectiveOn,
    liableFrom: firstLiableDay(effectiveOn),
    final: undefined,
    vacatedOn: undefined,
    ...{ expiredOn: undefined, termChanges: 0, termChangedOn: undefined },
    amendments: 0,
    victims: lines.map(({ victimId }) => victimId),
  });
  for (const line of lines) {
    const liability = opened({ caseId, orderId, defendantId }, line, effectiveOn);
    putLiability(state, undefined, { after: liability, on: effectiveOn });
  }
}

/** That a whole order ended: from which day, and how. */
interface End {
  readonly on: Order['enteredOn'];
  readonly how: (liability: Liability) => Liability;
}

function endAll(state: CaseState, order: Order, { on, how }: End): void {
  for (const each of liabilitiesOf(state, order)) {
    putLiability(state, each, { after: how(each), on: changeDay(each, on) });
  }
}

function expire(state: CaseState, liability: Liability, on: Order['enteredOn']): void {
  putLiability(state, liability, { after: { ...liability, isExpired: true }, on: changeDay(liability, on) });
}

/** A share takes the place of another of its day or an earlier one; a later one stays, whenever it was recorded. */
function amend(state: CaseState, order: Order, { data, effectiveOn: on }: OrderAmended): void {
  const { caseId, orderId, lines } = data;
  const { defendantId } = order;
  const amendment = order.amendments + 1;
  for (const line of lines) {
    const key = liabilityKey({ orderId, victimId: line.victimId });
    const before = state.liabilities.get({ orderId, victimId: line.victimId });
    const share = { on, amount: parseMoney(line.amount), amendment };
    const shares: Shares = before ? [...sharesOf(state, order, before), share] : [share];
    state.shares.set(key, shares);
    if (holding(shares) !== share) continue;
    const liability = before ?? opened({ caseId, orderId, defendantId }, line, on);
    const after = amended(liability, share.amount, amendment);
    putLiability(state, before, { after, on: before ? changeDay(before, on) : on });
    if (!before && order.expiredOn !== undefined) expire(state, after, order.expiredOn);
  }
  const victims = [...new Set([...order.victims, ...lines.map(({ victimId }) => victimId)])];
  put(state, { ...order, amendments: amendment, victims });
}

type InOrder = Pick<OrderEntered['data'], 'caseId' | 'orderId' | 'defendantId'>;

function opened(order: InOrder, line: OrderLine, on: Order['enteredOn']): Liability {
  // Written out, and not spread: there may be two hundred thousand of these, and each is copied at every payment.
  return {
    orderId: order.orderId,
    victimId: line.victimId,
    caseId: order.caseId,
    defendantId: order.defendantId,
    track: line.track,
    isBeforeAct: false,
    payee: line.payee,
    priority: line.priority,
    ordered: parseMoney(line.amount),
    paid: noMoney,
    ended: [],
    reductions: noReductions,
    ground: undefined,
    isVacated: false,
    isExpired: false,
    lapsed: noMoney,
    termChanges: 0,
    amendments: 0,
    imposedOn: on,
    settledOn: on,
    lastOn: on,
  };
}

function known(state: CaseState, orderId: OrderId): Order {
  const order = state.orders.get(orderId);
  invariant(order !== undefined, 'an event names an order that was never entered');
  return order;
}

function put(state: CaseState, order: Order): void {
  state.orders.set(order.orderId, order);
}

function putLiability(
  state: CaseState,
  before: Liability | undefined,
  change: { readonly after: Liability; readonly on: Order['enteredOn'] },
): void {
  state.liabilities.set(change.after);
  notePrincipal(state, before, change);
}
