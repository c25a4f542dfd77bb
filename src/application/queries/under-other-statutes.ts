import { add, formatMoney, money, noMoney, parseBalance, type Money } from '../../domain/money.ts';
import {
  crossesCases,
  restitutionStatutes,
  type RestitutionStatute,
} from '../../domain/statutes/restitution-statutes.ts';
import type { UnderStatute, VictimView } from '../views/ledger.ts';
import type { Frame } from './frame.ts';
import { liabilityParams, liabilitySql } from './liability-rows.ts';

interface Sums {
  readonly liabilities: number;
  readonly ordered: Money;
  readonly credited: Money;
}

interface Cells {
  readonly statute: bigint | null;
  readonly liabilities: bigint;
  readonly ordered: bigint | null;
  readonly paid: bigint | null;
}

/** What is ordered and was credited under other statutes, for a victim under any of these ids, in the order of the Code. */
export function underOtherStatutes(frame: Frame, victims: readonly number[]): readonly UnderStatute[] {
  const sums = new Map<RestitutionStatute, Sums>();
  for (const cells of victims.flatMap((victim) => sumsFor(frame, victim))) {
    if (cells.statute === null) continue;
    const statute = frame.term(cells.statute) as RestitutionStatute;
    const before = sums.get(statute) ?? { liabilities: 0, ordered: noMoney, credited: noMoney };
    sums.set(statute, {
      liabilities: before.liabilities + Number(cells.liabilities),
      ordered: add(before.ordered, money(cells.ordered ?? 0n)),
      credited: add(before.credited, money(cells.paid ?? 0n)),
    });
  }
  return restitutionStatutes.flatMap((statute) => {
    const found = crossesCases(statute) ? undefined : sums.get(statute);
    if (found === undefined) return [];
    const { liabilities, ordered, credited } = found;
    return [{ statute, liabilities, ordered: formatMoney(ordered), credited: formatMoney(credited) }];
  });
}

function sumsFor(frame: Frame, victim: number): readonly Cells[] {
  const which = { where: 'l.victimId = :victim', params: { victim } };
  return frame.all(
    `SELECT o.statute, count(*) AS liabilities, sum(CASE WHEN l.isVacated = 0 THEN l.ordered END) AS ordered,
         sum(l.paid) AS paid
       FROM (${liabilitySql(frame, which)}) l JOIN orders o ON o.orderId = l.orderId GROUP BY o.statute`,
    liabilityParams(frame, which),
  ) as readonly Cells[];
}

type Whose = Omit<VictimView, 'people' | 'recoveries'>;

/** Whether nothing of 18 U.S.C. 2259 concerns the victim, and something of another statute does. */
export function isUnderOthersOnly(victim: Whose): boolean {
  const { findings, liabilities, greatestLoss, received, recovered, assisted, elsewhere } = victim;
  const isCounted = [received, recovered, assisted, elsewhere].some((each) => parseBalance(each) !== noMoney);
  if (greatestLoss !== null || isCounted) return false;
  if (findings.some(({ category }) => category !== 'OTHER')) return false;
  const others = victim.underOtherStatutes.reduce((count, each) => count + each.liabilities, 0);
  return others === liabilities.length && findings.length + others > 0;
}
