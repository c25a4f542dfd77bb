import { add, least, money, noMoney, type Money } from '../../domain/money.ts';
import type { PrincipalChange } from '../../domain/statutes/18-usc-3612-f-interest.ts';
import { owedJointly } from '../../domain/statutes/18-usc-3664-h-joint-and-several.ts';
import { shareHistories, ShareThroughTime, type ShareHistory } from './joint-shares.ts';
import { policiesOn } from './policies-on-clocks.ts';
import type { Principal } from './principal.ts';
import { declarationsOf, isAnyJoint, type Declaration } from './joint.ts';
import { dayOf, type Frame } from './frame.ts';

/** What came to be owed no more, or again, on a day, to whoever has this number, by what others paid who owe it too. */
interface Relieved extends PrincipalChange {
  readonly victim: bigint;
}

/**
 * Takes off the principals of these orders what others have paid who owe it jointly (18 U.S.C. 3664(h), P-23), from the day
 * on which they had: whoever owes nothing more is not late with it, and bears no interest on it. The interest of before that
 * day stays owed, and ends with the term. A whole page is looked up at once.
 */
export function reliefOn(
  frame: Frame,
  orders: readonly bigint[],
): (principal: Principal, order: bigint | null) => Principal {
  if (!isAnyJoint(frame)) return (principal) => principal;
  const declared = declarationsOf(frame, orders, policiesOn(frame));
  const payers = payersAmong(frame, [...declared.values()].flatMap(ordersNow));
  const relievable = [...declared].filter(([order, declarations]) =>
    ordersNow(declarations).some((other) => other !== order && payers.has(other)),
  );
  const reliefs = reliefsUnder(frame, new Map(relievable));
  return (principal, order) => {
    const relief = order === null ? undefined : reliefs.get(order);
    return relief === undefined ? principal : relieved(principal, relief);
  };
}

/** Who owes jointly on the clocks of the question: the declaration that was recorded last. */
function ordersNow(declarations: readonly Declaration[]): readonly bigint[] {
  return declarations.at(-1)?.orders ?? [];
}

/** Under which of these orders anything was paid: where none of the others has, nobody is relieved of anything. */
function payersAmong(frame: Frame, orders: readonly bigint[]): ReadonlySet<bigint> {
  const found = frame.all(
    `SELECT w.value AS id FROM json_each(:ids) w WHERE EXISTS (SELECT 1 FROM principals p
      WHERE p.obligationId = w.value AND p.paid <> 0 AND p.position <= :position AND p.effectiveOn <= :day)`,
    { ids: JSON.stringify([...new Set(orders)].map(Number)) },
  ) as readonly { readonly id: bigint }[];
  return new Set(found.map(({ id }) => id));
}

/** By order; of whoever is never relieved of anything, nothing. */
function reliefsUnder(
  frame: Frame,
  declared: ReadonlyMap<bigint, readonly Declaration[]>,
): ReadonlyMap<bigint, readonly Relieved[]> {
  const reliefs = new Map<bigint, Relieved[]>();
  if (declared.size === 0) return reliefs;
  const jointly = new Map(
    [...declared].map(([order, all]) => [order, new Set(all.flatMap(({ orders }) => orders))]),
  );
  const concerned = new Set([...jointly.values()].flatMap((orders) => [...orders]));
  for (const [victim, histories] of shareHistories(frame, concerned)) {
    for (const { orderId: order } of histories) {
      const declarations = declared.get(order);
      if (declarations === undefined) continue;
      const shares = histories.filter(({ orderId }) => jointly.get(order)?.has(orderId));
      const known = reliefs.get(order) ?? [];
      reliefs.set(order, known);
      for (const { on, amount } of reliefOf(order, declarations, shares)) known.push({ on, amount, victim });
    }
  }
  return reliefs;
}

/** Only on a day on which one of the liabilities changed, or who owes jointly, can the relief have changed. */
function reliefOf(
  order: bigint,
  declarations: readonly Declaration[],
  histories: readonly ShareHistory[],
): readonly PrincipalChange[] {
  const ofShares = histories.flatMap(({ imposedOn, changes }) => [
    imposedOn,
    ...changes.map(({ day }) => day),
  ]);
  const days = [...new Set([...ofShares, ...declarations.map(({ day }) => day)])];
  const shares = histories.map((each) => new ShareThroughTime(each));
  const relief: PrincipalChange[] = [];
  let before = noMoney;
  for (const day of days.sort((one, other) => Number(one - other))) {
    const now = reliefAt(day, { order, shares, group: declarations.findLast((each) => each.day <= day) });
    if (now !== before) relief.push({ on: dayOf(day), amount: money(before - now) });
    before = now;
  }
  return relief;
}

interface At {
  readonly order: bigint;
  readonly shares: readonly ShareThroughTime[];
  readonly group: Declaration | undefined;
}

function reliefAt(day: bigint, { order, shares, group }: At): Money {
  const stood = shares.map((share) => ({ orderId: share.orderId, stands: share.until(day) }));
  if (group === undefined) return noMoney;
  const jointly = stood.flatMap(({ orderId, stands }) =>
    stands && group.orders.includes(orderId) ? [{ orderId, ...stands }] : [],
  );
  const at = jointly.findIndex(({ orderId }) => orderId === order);
  const gross = jointly[at]?.outstanding ?? noMoney;
  if (gross <= noMoney) return noMoney;
  return money(gross - least(gross, owedJointly(jointly, at, group.crediting)));
}

function relieved(principal: Principal, relief: readonly Relieved[]): Principal {
  const standing = relief.filter(({ victim }) => !principal.hasEnded(victim));
  return {
    ...principal,
    outstanding: relief.reduce((left, { amount }) => add(left, amount), principal.outstanding),
    changes: [...principal.changes, ...relief],
    standing: [...principal.standing, ...standing],
  };
}
