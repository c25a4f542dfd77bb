import { add, money, noMoney, type Money } from '../../domain/money.ts';
import type { PrincipalChange } from '../../domain/statutes/18-usc-3612-f-interest.ts';
import { dayOf, type Frame } from './frame.ts';

/** How the principal of an obligation came to be what it is. */
export interface Principal {
  readonly ordered: Money;
  /** The same by day: an amendment beside what was before. */
  readonly orderedByDay: readonly PrincipalChange[];
  readonly outstanding: Money;
  /** What became owed, or was owed no more, by day. */
  readonly changes: readonly PrincipalChange[];
  /** The same without liabilities that ended by law, or were set aside. */
  readonly standing: readonly PrincipalChange[];
  /** What was paid, or credited for a civil recovery, by day; below nothing where that came back. */
  readonly payments: readonly PrincipalChange[];
  /** Whether nothing is owed any more to whoever has this number, and not because it was paid. */
  readonly hasEnded: (victim: bigint | null) => boolean;
}

const nothing: Principal = {
  ordered: noMoney,
  outstanding: noMoney,
  ...{ orderedByDay: [], changes: [], standing: [], payments: [] },
  hasEnded: () => false,
};

/** The principals of orders and debts, by the number of the id; all of them in one question. */
export function principalsOf(frame: Frame, numbers: readonly bigint[]): (number: bigint) => Principal {
  const found = frame.lists(
    `SELECT p.obligationId, p.victimId, p.effectiveOn, p.owed, p.paid, p.ordered, p.ended, p.isVacated
      FROM json_each(:ids) w CROSS JOIN principals p ON p.obligationId = w.value
      WHERE p.position <= :position AND p.effectiveOn <= :day`,
    { ids: JSON.stringify(numbers.map(Number)) },
  ) as readonly CellsInOrder[];
  const cellsOf = new Map<bigint, Cells[]>();
  for (const [id, victim, effectiveOn, owed, paid, ordered, ended, isVacated] of found) {
    const cells = { victim, effectiveOn, owed, paid, ordered, ended, isVacated };
    const known = cellsOf.get(id);
    if (known) known.push(cells);
    else cellsOf.set(id, [cells]);
  }
  return (number) => principalIn(cellsOf.get(number));
}

/** As they are asked for, behind the number of the id. */
type CellsInOrder = readonly [
  id: bigint,
  victim: Cells['victim'],
  effectiveOn: bigint,
  owed: bigint,
  paid: bigint,
  ordered: bigint,
  ended: bigint,
  isVacated: bigint,
];

interface Cells {
  /** Null where the case decides of all liabilities of the order together. */
  readonly victim: bigint | null;
  readonly effectiveOn: bigint;
  readonly owed: bigint;
  readonly paid: bigint;
  readonly ordered: bigint;
  readonly ended: bigint;
  readonly isVacated: bigint;
}

function principalIn(found: Cells[] | undefined): Principal {
  if (found === undefined) return nothing;
  found.sort((one, other) => Number(one.effectiveOn - other.effectiveOn));
  const hasEnded = endedAmong(found);
  const standing = found.filter(({ victim }) => !hasEnded(victim));
  const changes = byDay(found, 'owed');
  return {
    ordered: found.reduce((sum, { ordered }) => add(sum, money(ordered)), noMoney),
    orderedByDay: byDay(found, 'ordered'),
    outstanding: found.reduce((sum, { owed }) => add(sum, money(owed)), noMoney),
    changes,
    standing: standing.length === found.length ? changes : byDay(standing, 'owed'),
    payments: byDay(found, 'paid'),
    hasEnded,
  };
}

/** Of whom nothing is owed any more, and not because it was paid; also what was paid, once it is set aside. */
function endedAmong(found: readonly Cells[]): (victim: bigint | null) => boolean {
  if (found.every(({ ended, isVacated }) => ended === 0n && isVacated === 0n)) return () => false;
  const left = new Map<bigint | null, { owed: bigint; ended: bigint; isVacated: boolean }>();
  for (const { victim, owed, ended, isVacated } of found) {
    const known = left.get(victim) ?? { owed: 0n, ended: 0n, isVacated: false };
    left.set(victim, {
      ...{ owed: known.owed + owed, ended: known.ended + ended },
      isVacated: known.isVacated || isVacated > 0n,
    });
  }
  return (victim) => {
    // Where the case decides, the liabilities of an order end together, and stand under no victim.
    const of = left.get(victim) ?? left.get(null);
    return of?.owed === 0n && (of.isVacated || of.ended > 0n);
  };
}

/** One change a day, in the order of the days; days on which nothing changed are left out. */
function byDay(found: readonly Cells[], what: 'owed' | 'paid' | 'ordered'): readonly PrincipalChange[] {
  const changes: { readonly day: bigint; readonly on: PrincipalChange['on']; amount: Money }[] = [];
  for (const { effectiveOn: day, [what]: amount } of found) {
    if (amount === 0n) continue;
    const last = changes.at(-1);
    if (last?.day === day) last.amount = money(last.amount + amount);
    else changes.push({ day, on: dayOf(day), amount: money(amount) });
  }
  return changes;
}
