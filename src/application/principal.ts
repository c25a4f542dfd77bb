import { money, noMoney, add, type Money } from '../domain/money.ts';
import type { PrincipalChange } from '../domain/statutes/18-usc-3612-f-interest.ts';
import { dayOf, type Frame } from './query-frame.ts';

/** How the principal of an obligation came to be what it is. */
export interface Principal {
  readonly ordered: Money;
  readonly outstanding: Money;
  /** What became owed, or was owed no more, by day. */
  readonly changes: readonly PrincipalChange[];
  /** The same without liabilities that ended by law, or were set aside. */
  readonly standing: readonly PrincipalChange[];
  /** What was paid, or credited for a civil recovery, by day; below nothing where that came back. */
  readonly payments: readonly PrincipalChange[];
}

const nothing: Principal = {
  ordered: noMoney,
  outstanding: noMoney,
  ...{ changes: [], standing: [], payments: [] },
};

/** The principals of orders or of debts, by the number of the id; all of them in one question. */
export function principalsOf(
  frame: Frame,
  of: 'order' | 'debt',
  numbers: readonly bigint[],
): (number: bigint) => Principal {
  const ids = JSON.stringify(numbers.map(Number));
  const known = Object.fromEntries(words.map((word): [string, number] => [word, frame.numberOf(word)]));
  const found = frame.all(of === 'order' ? orderSql : debtSql, { ...known, ids }) as readonly Cells[];
  const principals = new Map<bigint, Principal>();
  for (const cells of found) {
    principals.set(cells.id, withChange(principals.get(cells.id) ?? nothing, cells));
  }
  return (number) => principals.get(number) ?? nothing;
}

interface Cells {
  readonly id: bigint;
  readonly effectiveOn: bigint;
  readonly isEnded: bigint;
  readonly owed: bigint;
  readonly paid: bigint;
  readonly ordered: bigint;
}

function withChange(principal: Principal, { effectiveOn, isEnded, owed, paid, ordered }: Cells): Principal {
  const on = dayOf(effectiveOn);
  const change = { on, amount: money(owed) };
  return {
    ordered: add(principal.ordered, money(ordered)),
    outstanding: add(principal.outstanding, change.amount),
    changes: [...principal.changes, change],
    standing: isEnded === 0n ? [...principal.standing, change] : principal.standing,
    payments: paid === 0n ? principal.payments : [...principal.payments, { on, amount: money(paid) }],
  };
}

const words = [
  ...['ordered', 'receivable', 'satisfied', 'reduced', 'terminated', 'vacated'],
  ...['imposed', 'discharged', 'remitted', 'annulled', 'lapsed'],
];

function moved(account: string): string {
  return `sum(j.amount * ((j.debit = :${account}) - (j.credit = :${account})))`;
}

/** Whether nothing is owed any more of what the window sees, and not because it was paid. */
const isEnded = 'sum(owed) OVER w = 0 AND sum(ended) OVER w > 0 AS isEnded';

function byDay(moves: string, part: string): string {
  return `WITH moved AS (${moves}), standing AS (SELECT *, ${isEnded} FROM moved WINDOW w AS (PARTITION BY id, ${part}))
    SELECT id, effectiveOn, isEnded, sum(owed) AS owed, sum(paid) AS paid, sum(ordered) AS ordered FROM standing
    GROUP BY id, effectiveOn, isEnded ORDER BY id, effectiveOn`;
}

/** Each victim of an order is a liability of its own, which may end by itself. */
const orderSql = byDay(
  `SELECT t.orderId AS id, t.victimId AS victim, j.effectiveOn, ${moved('receivable')} AS owed,
      ${moved('satisfied')} + ${moved('reduced')} AS paid, -${moved('ordered')} AS ordered,
      ${moved('terminated')} + ${moved('vacated')} AS ended
    FROM json_each(:ids) w CROSS JOIN timeline t ON t.orderId = w.value
    CROSS JOIN journal j ON j.position = t.position AND j.item = t.item
    WHERE j.position <= :position AND j.effectiveOn <= :day
    GROUP BY id, victim, j.effectiveOn`,
  'victim',
);

const debtSql = byDay(
  `SELECT debtId AS id, effectiveOn, sum(CASE became WHEN :imposed THEN amount ELSE -amount END) AS owed,
      sum(amount * (became = :discharged)) AS paid, sum(amount * (became = :imposed)) AS ordered,
      sum(amount * (became IN (:remitted, :annulled, :lapsed))) AS ended
    FROM debts WHERE debtId IN (SELECT value FROM json_each(:ids)) AND position <= :position AND effectiveOn <= :day
    GROUP BY id, effectiveOn`,
  'id',
);
