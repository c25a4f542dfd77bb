import { add, money, noMoney, type Money } from '../domain/money.ts';
import {
  crossesCases,
  tracks,
  type RestitutionStatute,
  type Track,
} from '../domain/statutes/restitution-statutes.ts';
import { emptyAccount, type CaseAccount } from '../domain/victim/state.ts';
import { liabilityParams, liabilitySql } from './liability-rows.ts';
import type { Frame } from './query-frame.ts';

/** What has been credited to one victim. */
export interface Credits {
  /** On every track, under every statute. */
  readonly all: Money;
  /** Under 18 U.S.C. 2259, in the shape in which the statute's own rules count it. */
  readonly under2259: Pick<CaseAccount, 'credited' | 'underVacated'>;
}

interface CreditCells {
  readonly track: bigint;
  readonly isVacated: bigint;
  readonly statute: bigint | null;
  readonly paid: bigint;
}

/** Sums up what was paid under the liabilities to the victim, by what the cap may ask of them. */
export function creditsOf(frame: Frame, victim: number): Credits {
  const which = { where: 'l.victimId = :victim', params: { victim } };
  const sums = frame.all(
    `SELECT l.track, l.isVacated, o.statute, sum(l.paid) AS paid
       FROM (${liabilitySql(frame, which)}) l LEFT JOIN orders o ON o.orderId = l.orderId
       GROUP BY l.track, l.isVacated, o.statute`,
    liabilityParams(frame, which),
  ) as readonly CreditCells[];
  let all = noMoney;
  const credited = { ...emptyAccount.credited };
  const underVacated = { ...emptyAccount.underVacated };
  for (const { track, isVacated, statute, paid } of sums) {
    const amount = money(paid);
    all = add(all, amount);
    if (statute === null || !crossesCases(frame.term(statute) as RestitutionStatute)) continue;
    const on = frame.term(track) as Track;
    credited[on] = add(credited[on], amount);
    if (isVacated !== 0n) underVacated[on] = add(underVacated[on], amount);
  }
  return { all, under2259: { credited, underVacated } };
}

/** What was credited under 18 U.S.C. 2259 under several ids of one person. */
export function together(credits: readonly Credits[]): Credits['under2259'] {
  const credited = { ...emptyAccount.credited };
  const underVacated = { ...emptyAccount.underVacated };
  for (const { under2259 } of credits) {
    for (const track of tracks) {
      credited[track] = add(credited[track], under2259.credited[track]);
      underVacated[track] = add(underVacated[track], under2259.underVacated[track]);
    }
  }
  return { credited, underVacated };
}
