import { holding, laterOf, type CalendarDate } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import {
  amended,
  amendmentOf,
  changeDay,
  isLaterGround,
  outstanding,
  refOf,
  type Liability,
} from '../liability/liability.ts';
import { expired, expiryUndone } from '../liability/expired.ts';
import { formatMoney, noMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import { crossesCases } from '../statutes/restitution-statutes.ts';
import type { AmendOrder, EnterOrder, MakeOrderFinal, ShareOrdered, VacateOrder } from './commands.ts';
import type { CaseEvent, OrderLine } from './events.ts';
import { evolveCase } from './evolve.ts';
import { checkAmounts, checkLines, checkStatute, checkTracks, refuseAt } from './order-checks.ts';
import { overpaymentsOf } from './taken-back.ts';
import { sharesOf } from './shares.ts';
import { draftOf, liabilitiesOf, type CaseState, type Order } from './state.ts';

type Events = readonly CaseEvent[];

/** Records a court's order; its lines must be what the statute lets a court order. */
export function enterOrder(command: EnterOrder, state: CaseState, context: Context): Events {
  const { caseId, orderId, defendantId, statute, offenceOn, on } = command;
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  const before = state.orders.get(orderId);
  if (before && isSameOrder(before, command, state)) return [];
  if (before) reject('order-entered-differently', '/orderId');
  refuseAt(
    command.lines.findIndex(({ amount }) => amount <= noMoney),
    'amount-not-positive',
    'amount',
  );
  checkLines(command, command);
  if (on < offenceOn) reject('entered-before-offence', '/on');
  checkStatute(command, command);
  checkTracks(command, command);
  checkAmounts(command, command, context);
  const { version: policyVersion } = context.policies;
  const entered = {
    ...{ caseId, orderId, defendantId, statute, offenceOn },
    ...{ lines: command.lines.map(written), policyVersion },
  };
  const data = { ...entered, ...given(command) };
  return withLiabilities([{ type: 'OrderEntered', effectiveOn: on, data }], orderId, state);
}

/** A later ground replaces an earlier; an earlier one, heard late, changes nothing. */
export function makeOrderFinal({ caseId, orderId, ground, on }: MakeOrderFinal, state: CaseState): Events {
  const order = knownOrder(state, orderId);
  if (order.vacatedOn !== undefined) reject('order-vacated', '/orderId');
  if (order.final?.ground === ground && order.final.on !== on) reject('order-final-differently', '/on');
  if (order.final && !isLaterGround(ground, order.final.ground)) return [];
  if (on < order.enteredOn) reject('final-before-entry', '/on');
  const happened: Events = [{ type: 'OrderBecameFinal', effectiveOn: on, data: { caseId, orderId, ground } }];
  return withLiabilities(happened, orderId, state);
}

/**
 * Records new shares; a share keeps its track, and lines that say nothing new are passed over. Of the shares that courts
 * have ordered under one liability, that of the latest day is owed: an amendment that comes to be known late is
 * recorded, and a later one stays.
 */
export function amendOrder(command: AmendOrder, state: CaseState, context: Context): Events {
  const { caseId, orderId, authority, on } = command;
  const order = knownOrder(state, orderId);
  if (order.vacatedOn !== undefined) reject('order-vacated', '/orderId');
  refuseAt(command.lines.findIndex(isOnOtherTrack(state, order)), 'order-entered-differently', 'track');
  checkLines(command, order);
  if (on < order.enteredOn) reject('amended-before-entry', '/on');
  checkTracks(command, order);
  checkAmounts(command, order, context);
  const changed = command.lines.filter((line) => !isHeard(state, order, { ...line, on }));
  if (changed.length === 0) return [];
  const { version: policyVersion } = context.policies;
  const data = { caseId, orderId, authority, lines: changed.map(written), policyVersion, ...given(command) };
  const told = withLiabilities([{ type: 'OrderAmended', effectiveOn: on, data }], orderId, state);
  return [...told, ...overpaymentsOf(command, told, { ...context, state })];
}

function isHeard(state: CaseState, order: Order, line: ShareOrdered & Pick<AmendOrder, 'on'>): boolean {
  const liability = state.liabilities.get({ orderId: order.orderId, victimId: line.victimId });
  if (!liability) return false;
  const shares = sharesOf(state, order, liability);
  // What was entered counts only while it holds: an amendment of that very day may have to be undone by another.
  return shares
    .filter((share) => share.amendment > 0 || share === holding(shares))
    .some(({ on, amount }) => on === line.on && amount === line.amount);
}

/** Records that the order was set aside; what was paid under it stays paid. */
export function vacateOrder({ caseId, orderId, on }: VacateOrder, state: CaseState): Events {
  const order = knownOrder(state, orderId);
  if (order.vacatedOn === on) return [];
  if (order.vacatedOn !== undefined) reject('order-vacated-differently', '/on');
  if (on < order.enteredOn) reject('vacated-before-entry', '/on');
  return withLiabilities(
    [{ type: 'OrderVacated', effectiveOn: on, data: { caseId, orderId } }],
    orderId,
    state,
  );
}

/**
 * Where the case itself decides what a payment may recover, it says so of each liability in the same append; where a
 * victim's stream decides, the passage tells it.
 */
export function withLiabilities(happened: Events, orderId: Order['orderId'], before: CaseState): Events {
  const after = draftOf(before);
  for (const event of happened) evolveCase(after, event);
  const order = knownOrder(after, orderId);
  if (crossesCases(order.statute)) return happened;
  const told = liabilitiesOf(after, order).flatMap((each) =>
    happened.flatMap((event) => liabilityEvents(event, before.liabilities.get(each), { after: each, order })),
  );
  return [...happened, ...told];
}

/** A liability after an event about its order, and the order. */
interface Become {
  readonly after: Liability;
  readonly order: Order;
}

function liabilityEvents(event: CaseEvent, before: Liability | undefined, become: Become): Events {
  const { effectiveOn } = event;
  const { after } = become;
  const change = become.order.termChanges;
  const ref = refOf(after);
  if (!before) return imposed(become, effectiveOn);
  if (event.type === 'OrderBecameFinal') {
    return [{ type: 'LiabilityBecameFinal', effectiveOn, data: { ...ref, ground: event.data.ground } }];
  }
  if (event.type === 'OrderVacated') {
    const data = { ...ref, amount: formatMoney(outstanding(before)) };
    return [{ type: 'LiabilityVacated', effectiveOn: changeDay(before, effectiveOn), data }];
  }
  if (event.type === 'OrderExpired') return [expired(before, effectiveOn, change)];
  if (event.type === 'OrderExpiryUndone') return [expiryUndone(before, effectiveOn, change)];
  if (before.amendments === after.amendments) return [];
  const data = amendmentOf(before, amended(before, after.ordered, after.amendments));
  return [{ type: 'LiabilityAmended', effectiveOn: changeDay(before, effectiveOn), data }];
}

/** A line that was added to an order that is final, or whose term is over, is both as it is imposed, and not before. */
function imposed({ after, order }: Become, on: CalendarDate): Events {
  const ref = refOf(after);
  const { final, expiredOn, termChanges } = order;
  const data = { ...ref, track: after.track, amount: formatMoney(after.ordered) };
  const told: CaseEvent[] = [{ type: 'LiabilityImposed', effectiveOn: on, data }];
  if (final) {
    const effectiveOn = laterOf(final.on, on);
    told.push({ type: 'LiabilityBecameFinal', effectiveOn, data: { ...ref, ground: final.ground } });
  }
  if (expiredOn !== undefined) told.push(expired({ ...after, isExpired: false }, expiredOn, termChanges));
  return told;
}

function isOnOtherTrack(state: CaseState, { orderId }: Order): (line: ShareOrdered) => boolean {
  return ({ victimId, track }) => {
    const liability = state.liabilities.get({ orderId, victimId });
    return liability !== undefined && liability.track !== track;
  };
}

function isSameOrder(entered: Order, command: EnterOrder, state: CaseState): boolean {
  const { defendantId, statute, offenceOn, on, lines } = command;
  const isSame = entered.defendantId === defendantId && entered.statute === statute;
  if (!areSame(entered.offences, command.offences)) return false;
  const isSameDay = entered.offenceOn === offenceOn && entered.enteredOn === on;
  // An amended order no longer shows what was entered; its id, defendant, statute and days still say which it is.
  const areLines =
    entered.amendments > 0 || lines.every((line) => orderedNow(state, entered, line) === line.amount);
  return (
    isSame && isSameDay && areLines && (entered.amendments > 0 || lines.length === entered.victims.length)
  );
}

/** The offences and the override, where the court's order came with them. */
function given({ offences, override }: Pick<EnterOrder, 'offences' | 'override'>): object {
  const isNamed = offences !== undefined && offences.length > 0;
  return { ...(isNamed && { offences }), ...(override !== undefined && { override }) };
}

function areSame(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

function orderedNow(
  state: CaseState,
  { orderId }: Order,
  { victimId, track }: ShareOrdered,
): bigint | undefined {
  const liability = state.liabilities.get({ orderId, victimId });
  return liability?.track === track ? liability.ordered : undefined;
}

function knownOrder(state: CaseState, orderId: Order['orderId']): Order {
  return state.orders.get(orderId) ?? reject('order-not-found', '/orderId');
}

function written({ victimId, track, amount, payee = 'VICTIM', priority }: ShareOrdered): OrderLine {
  return {
    ...{ victimId, track, amount: formatMoney(amount) },
    ...(payee !== 'VICTIM' && { payee }),
    ...(priority !== undefined && { priority }),
  };
}
