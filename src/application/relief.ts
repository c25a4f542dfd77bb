import { add, least, money, noMoney, type Money } from '../domain/money.ts';
import type { Policies } from '../domain/policy/catalogue.ts';
import type { PrincipalChange } from '../domain/statutes/18-usc-3612-f-interest.ts';
import { liabilityRows, type LiabilityCells } from './liability-rows.ts';
import { policiesOn } from './policies-on-clocks.ts';
import type { Principal } from './principal.ts';
import { JointlyOwed } from './queries-joint.ts';
import { dayOf, type Frame } from './query-frame.ts';

/** What came to be owed no more, or again, on a day, to whoever has this number, by what others paid who owe it too. */
interface Relieved extends PrincipalChange {
  readonly victim: bigint;
}

/**
 * Takes off a principal what others have paid who owe it jointly (18 U.S.C. 3664(h), P-23), from the day on which they had:
 * whoever owes nothing more is not late with it, bears no interest on it, and no term of it is left to end.
 */
export function reliefOn(frame: Frame): (principal: Principal, order: bigint | null) => Principal {
  const policies = policiesOn(frame);
  const jointly = new JointlyOwed(frame, policies);
  if (!jointly.isAny) return (principal) => principal;
  return (principal, order) => {
    const group = order === null ? [] : jointly.ordersWith(order);
    if (order === null || group.length === 0 || !haveOthersPaid(frame, order, group)) return principal;
    const relief = reliefUnder(frame, { order, group, policies });
    return relief.length === 0 ? principal : relieved(principal, relief);
  };
}

interface Under {
  readonly order: bigint;
  readonly group: readonly bigint[];
  readonly policies: Policies;
}

function reliefUnder(frame: Frame, { order, group, policies }: Under): readonly Relieved[] {
  const changes: Relieved[] = [];
  const before = new Map<bigint, Money>();
  for (const day of daysOf(frame, group)) {
    const then = frame.asOf(dayOf(day));
    const jointly = new JointlyOwed(then, policies);
    const which = { where: 'l.orderId = :ofOrder', params: { ofOrder: Number(order) } };
    for (const cells of liabilityRows(then, which)) {
      const relief = reliefOf(cells, jointly);
      const amount = money((before.get(cells.victimId) ?? noMoney) - relief);
      if (amount !== noMoney) changes.push({ on: dayOf(day), amount, victim: cells.victimId });
      before.set(cells.victimId, relief);
    }
  }
  return changes;
}

function reliefOf(cells: LiabilityCells, jointly: JointlyOwed): Money {
  const gross = money(cells.outstanding);
  return money(gross - least(gross, money(jointly.owedUnder(cells).outstanding)));
}

/** Where none of the others has paid anything, nobody is relieved of anything. */
function haveOthersPaid(frame: Frame, order: bigint, group: readonly bigint[]): boolean {
  const others = group.filter((each) => each !== order);
  const found = frame.first(
    `SELECT 1 FROM json_each(:ids) w CROSS JOIN principals p ON p.obligationId = w.value
      WHERE p.paid <> 0 AND p.position <= :position AND p.effectiveOn <= :day LIMIT 1`,
    { ids: JSON.stringify(others.map(Number)) },
  );
  return found !== undefined;
}

/** The days on which anything changed in what these orders say, or in who owes jointly, in their order. */
function daysOf(frame: Frame, orders: readonly bigint[]): readonly bigint[] {
  const found = frame.all(
    `SELECT p.effectiveOn AS day FROM json_each(:ids) w CROSS JOIN principals p ON p.obligationId = w.value
        WHERE p.position <= :position AND p.effectiveOn <= :day
      UNION SELECT j.effectiveOn FROM json_each(:ids) w CROSS JOIN jointOrders j ON j.orderId = w.value
        WHERE j.position <= :position AND j.effectiveOn <= :day
      ORDER BY 1`,
    { ids: JSON.stringify(orders.map(Number)) },
  ) as readonly { readonly day: bigint }[];
  return found.map(({ day }) => day);
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
