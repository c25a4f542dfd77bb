import { add, formatMoney, money, noMoney, parseBalance, type Money } from '../../domain/money.ts';
import { crossesCases, restitutionStatutes } from '../../domain/statutes/restitution-statutes.ts';
import type { UnderStatute, VictimView } from '../views/ledger.ts';
import type { Frame } from './frame.ts';
import type { OfStatute } from './liability-history.ts';

interface Sums {
  readonly liabilities: number;
  readonly ordered: Money;
  readonly credited: Money;
}

/** What is ordered and was credited under other statutes, of what is owed to a victim, in the order of the Code. */
export function underOtherStatutes(frame: Frame, owed: readonly OfStatute[]): readonly UnderStatute[] {
  const byNumber = new Map<bigint, Sums>();
  for (const { statute, isVacated, ordered, paid } of owed) {
    if (statute === null) continue;
    const before = byNumber.get(statute) ?? nothing;
    byNumber.set(statute, {
      liabilities: before.liabilities + 1,
      ordered: add(before.ordered, isVacated === 0n ? money(ordered) : noMoney),
      credited: add(before.credited, money(paid)),
    });
  }
  const sums = new Map([...byNumber].map(([statute, sum]) => [frame.term(statute), sum]));
  return restitutionStatutes.flatMap((statute) => {
    const found = crossesCases(statute) ? undefined : sums.get(statute);
    if (found === undefined) return [];
    const { liabilities, ordered, credited } = found;
    return [{ statute, liabilities, ordered: formatMoney(ordered), credited: formatMoney(credited) }];
  });
}

const nothing: Sums = { liabilities: 0, ordered: noMoney, credited: noMoney };

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
