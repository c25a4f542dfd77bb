import { add, money, noMoney, type Money } from '../../domain/money.ts';
import type { CaseId } from '../../domain/ids.ts';
import {
  crossesCases,
  type RestitutionStatute,
  type Track,
} from '../../domain/statutes/restitution-statutes.ts';
import { emptyAccount, type CaseAccount } from '../../domain/victim/parts-of-state.ts';
import { liabilityParams, liabilitySql } from './liability-rows.ts';
import type { Frame } from './frame.ts';

/** What has been credited to one victim, under one id or several. */
export interface Credits {
  /** On every track, under every statute. */
  readonly all: Money;
  /** Under 18 U.S.C. 2259, in the shape in which the statute's own rules count it. */
  readonly under2259: Credited;
  /** The same, by case. */
  readonly byCase: ReadonlyMap<CaseId, Credited>;
}

type Credited = Pick<CaseAccount, 'credited' | 'underVacated'>;

interface CreditCells {
  readonly caseId: bigint;
  readonly track: bigint;
  readonly isVacated: bigint;
  readonly statute: bigint | null;
  readonly paid: bigint;
}

/** Sums up what was paid under the liabilities to the victim, under any of these ids, by what the cap may ask of them. */
export function creditsOf(frame: Frame, victims: readonly number[]): Credits {
  const sums = victims.flatMap((victim) => sumsOf(frame, victim));
  let all = noMoney;
  let under2259: Credited = emptyAccount;
  const byCase = new Map<CaseId, Credited>();
  for (const cells of sums) {
    const amount = money(cells.paid);
    all = add(all, amount);
    const { statute } = cells;
    if (statute === null || !crossesCases(frame.term(statute) as RestitutionStatute)) continue;
    const paid = { track: frame.term(cells.track) as Track, isVacated: cells.isVacated !== 0n, amount };
    const caseId = frame.term(cells.caseId) as CaseId;
    under2259 = withPaid(under2259, paid);
    byCase.set(caseId, withPaid(byCase.get(caseId) ?? emptyAccount, paid));
  }
  return { all, under2259, byCase };
}

function sumsOf(frame: Frame, victim: number): readonly CreditCells[] {
  const which = { where: 'l.victimId = :victim', params: { victim } };
  return frame.all(
    `SELECT l.caseId, l.track, l.isVacated, o.statute, sum(l.paid) AS paid
       FROM (${liabilitySql(frame, which)}) l LEFT JOIN orders o ON o.orderId = l.orderId
       GROUP BY l.caseId, l.track, l.isVacated, o.statute`,
    liabilityParams(frame, which),
  ) as readonly CreditCells[];
}

function withPaid(
  { credited, underVacated }: Credited,
  {
    track,
    isVacated,
    amount,
  }: { readonly track: Track; readonly isVacated: boolean; readonly amount: Money },
): Credited {
  return {
    credited: { ...credited, [track]: add(credited[track], amount) },
    underVacated: isVacated ? { ...underVacated, [track]: add(underVacated[track], amount) } : underVacated,
  };
}
