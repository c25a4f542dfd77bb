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
import type { OfStatute } from './liability-history.ts';

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

/** Sums up what was paid under liabilities, by what the cap may ask of them. */
export function creditsOf(frame: Frame, owed: readonly OfStatute[]): Credits {
  return summed(frame, owed);
}

/** The same, of what has cleared of it for the victim, under any of these ids. */
export function clearedOf(frame: Frame, victims: readonly number[]): Credits {
  return summed(
    frame,
    victims.flatMap((victim) => clearedFor(frame, victim)),
  );
}

function summed(frame: Frame, sums: readonly CreditCells[]): Credits {
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

/** By which receipts something has cleared for a victim, and under which orders. */
export const clearings = `SELECT orderId, receiptId FROM timeline WHERE victimId = :victim AND +type = :cleared
  AND position <= :position AND effectiveOn <= :day`;

/** Whether the receipt of a row of the timeline has cleared; to be asked with `clearedParams`. */
export const hasCleared = `(t.orderId, t.receiptId) IN (${clearings})`;

/** The parameters of that question. */
export function clearedParams(frame: Frame): Readonly<Record<string, number>> {
  return { cleared: frame.numberOf('RecoveryCleared') };
}

/** A receipt that has cleared has cleared for all that stands credited of it, whenever that was. */
function clearedFor(frame: Frame, victim: number): readonly CreditCells[] {
  const which = { where: 'l.victimId = :victim', params: { victim } };
  return frame.all(
    `SELECT l.caseId, l.track, l.isVacated, o.statute, sum(c.paid) AS paid
       FROM (SELECT t.orderId, sum(CASE WHEN t.type = :credited THEN t.amount ELSE -t.amount END) AS paid
             FROM timeline t WHERE t.victimId = :victim AND +t.type IN (:credited, :reversed, :takenBack, :takenForCap)
               AND t.position <= :position AND t.effectiveOn <= :day AND ${hasCleared}
             GROUP BY t.orderId) c
         JOIN (${liabilitySql(frame, which)}) l ON l.orderId = c.orderId
         LEFT JOIN orders o ON o.orderId = l.orderId
       GROUP BY l.caseId, l.track, l.isVacated, o.statute`,
    {
      ...liabilityParams(frame, which),
      ...clearedParams(frame),
      credited: frame.numberOf('RecoveryCredited'),
      reversed: frame.numberOf('RecoveryReversed'),
      takenBack: frame.numberOf('OverpaymentTakenBack'),
      takenForCap: frame.numberOf('RecoveryTakenBack'),
    },
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
