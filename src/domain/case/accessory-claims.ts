import { formatAnnualRate, type AnnualRate } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { InterestUnknown } from '../collection/events.ts';
import type { ReceiptId } from '../ids.ts';
import { outstanding } from '../liability/liability.ts';
import { allocate, noMoney, sum, type Money } from '../money.ts';
import type { Accessory, Obligation } from '../statutes/obligations.ts';
import {
  beginningOf,
  interestAccrued,
  interestLeft,
  penaltiesLeft,
  principalsOf,
  principalsUnended,
  type Asked,
  type Debtor,
} from './accessories.ts';
import type { Principal } from './principals.ts';
import type { CaseEvent } from './events.ts';
import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import { rateKey, unknownKey } from './keys.ts';
import { nobody } from './declined.ts';
import { isInterestTendered, payeesOf } from './interest-payees.ts';
import { isDecidedByVictim, liabilitiesOf, type CaseState } from './state.ts';

type Events = readonly CaseEvent[];

/** The yield that was published for a week, as the passage looked it up. */
export interface YieldFound {
  readonly weekEndingOn: CalendarDate;
  readonly rate: AnnualRate;
}

/** Interest, or penalties, that a receipt can be credited to. */
export interface AccessoryClaim {
  readonly rung: Accessory;
  readonly principal: Principal;
  /** What of it the receipt may pay. */
  readonly owed: Money;
  /** All that is owed of it, also to those who have declined a part: by that the payees share it. */
  readonly all: Money;
  /** Whether the victims’ streams have the last word on what is taken of it (P-10). */
  readonly isTendered: boolean;
  /** Whom it is not offered to, as they have declined a part of it. */
  readonly declined: ReadonlySet<LiabilityKey>;
}

/** What is owed beside principals, and of which rungs it cannot be said before a victim's stream has answered. */
interface AccessoryClaims {
  readonly claims: readonly AccessoryClaim[];
  readonly waiting: readonly Accessory[];
}

interface Claiming extends Debtor, Asked {
  /** Liabilities that took less of the receipt than they were offered. */
  readonly declined: ReadonlySet<LiabilityKey>;
}

/** The interest and the penalties that the defendant owes in the case, on every principal on which they are known. */
export function accessoryClaims(state: CaseState, claiming: Claiming): AccessoryClaims {
  const claims: AccessoryClaim[] = [];
  const waiting: Accessory[] = [];
  let isYieldMissing = false;
  for (const principal of principalsOf(state, claiming)) {
    const { found, why } = claimsOn(state, principal, claiming);
    isYieldMissing ||= why === 'YIELD_MISSING';
    const standing = found.length === 0 ? 'DECLINED' : standingOf(state, principal, claiming);
    if (standing === 'PAYABLE') claims.push(...found.flatMap((each) => openTo(state, each, claiming)));
    if (standing === 'WAITING') waiting.push(...found.map(({ rung }) => rung));
  }
  return isYieldMissing ? { claims: claims.filter(isInterest), waiting } : { claims, waiting };
}

/** What of it can be tendered still: nothing to those who have declined a part. */
function openTo(state: CaseState, claim: AccessoryClaim, asked: Claiming): readonly AccessoryClaim[] {
  const { order } = claim.principal;
  const { declined } = asked;
  if (!claim.isTendered || order === undefined || declined.size === 0) return [claim];
  const { principal, all } = claim;
  const { payees, weights } = payeesOf(state, { principal, order, owed: all }, asked);
  const isOpen = (at: number): boolean => {
    const payee = payees[at];
    return payee !== undefined && !declined.has(liabilityKey(payee));
  };
  const owed = sum(allocate(all, weights).filter((_, at) => isOpen(at)));
  return owed === noMoney ? [] : [{ ...claim, owed, declined }];
}

/** A payment goes to interest before penalties (3612(i)): until it can be said how much is owed of that, penalties wait. */
function isInterest({ rung }: Pick<AccessoryClaim, 'rung'>): boolean {
  return rung !== 'LATE_PENALTIES';
}

interface Found {
  readonly found: readonly AccessoryClaim[];
  /** Why it cannot be said what interest is owed, where it cannot. */
  readonly why: InterestUnknown | undefined;
}

function claimsOn(state: CaseState, principal: Principal, asked: Asked): Found {
  const interest = interestLeft(state, principal, asked);
  if (!('owed' in interest)) return { found: [], why: interest.why };
  const rungs = [
    { rung: interestRung(principal.obligation), owed: interest.owed },
    { rung: 'LATE_PENALTIES', owed: penaltiesLeft(state, principal, asked) } as const,
  ];
  const isCounted = isInterestTendered(state, principal, asked.policies);
  const found = rungs
    .filter(({ owed }) => owed > noMoney)
    .map(({ rung, owed }) => {
      const isTendered = isCounted && isInterest({ rung });
      return { rung, principal, owed, all: owed, isTendered, declined: nobody };
    });
  return { found, why: undefined };
}

function interestRung(obligation: Obligation): Accessory {
  if (obligation === 'RESTITUTION' || obligation === 'RESTITUTION_2259') return `INTEREST_ON_${obligation}`;
  return 'INTEREST_ON_FINE';
}

/**
 * Whether principal is paid before its interest, as 3612(i) has it. What the case decides itself is paid in the same round.
 * What a victim's stream decides must have been answered: and where it declined, the liability is ending by law.
 */
function standingOf(
  state: CaseState,
  { order }: Principal,
  { declined, policies }: Claiming,
): 'PAYABLE' | 'WAITING' | 'DECLINED' {
  if (order === undefined || !isDecidedByVictim(state, order)) return 'PAYABLE';
  const open = liabilitiesOf(state, order).filter((each) => outstanding(each) > noMoney);
  if (open.length === 0) return 'PAYABLE';
  const isAsked = open.some((each) => !declined.has(liabilityKey(each)));
  return isAsked && policies['P-09'] === 'OTHER_DEBTS_THEN_REFUND' ? 'WAITING' : 'DECLINED';
}

/** The yields that the case must know before a receipt can reach interest, where it knows none for the week, or another. */
export function ratesFixed(state: CaseState, yields: readonly YieldFound[], of: Debtor & Asked): Events {
  const events: CaseEvent[] = [];
  for (const principal of principalsOf(state, of)) {
    const { liableFrom, weekEndingOn } = beginningOf(state, principal, of);
    const found = yields.find((each) => each.weekEndingOn === weekEndingOn);
    if (found === undefined || state.rates.get(rateKey(principal, weekEndingOn)) === found.rate) continue;
    // A yield that is known to the case and wrong is corrected, whatever comes of it.
    const { none, weekEndingOn: asked } = interestAccrued(state, principal, of);
    if (asked !== weekEndingOn || none === 'NOT_YET_LIABLE') continue;
    const { caseId, defendantId, orderId, debtId } = principal;
    const fixed = { liableFrom, weekEndingOn, rate: formatAnnualRate(found.rate) };
    const data = { caseId, defendantId, orderId, debtId, ...fixed };
    events.push({ type: 'InterestRateFixed', effectiveOn: of.on, data });
  }
  return events;
}

/** The weeks whose yields bear on what the defendant owes in the case, and whether the case lacks one of them. */
export function weeksFor(
  state: CaseState,
  of: Debtor & Pick<Asked, 'on'>,
): { readonly all: readonly CalendarDate[]; readonly isAnyUnknown: boolean } {
  const weeks = new Set<CalendarDate>();
  let isAnyUnknown = false;
  for (const principal of principalsUnended(state, of)) {
    const { weekEndingOn } = beginningOf(state, principal, of);
    weeks.add(weekEndingOn);
    if (state.rates.get(rateKey(principal, weekEndingOn)) === undefined) isAnyUnknown = true;
  }
  return { all: [...weeks], isAnyUnknown };
}

/** Says once, of each obligation on which interest cannot be reckoned, why what is left of the receipt does not go there. */
export function interestNotKnown(state: CaseState, receiptId: ReceiptId, of: Debtor & Asked): Events {
  const events: CaseEvent[] = [];
  for (const principal of principalsOf(state, of)) {
    const interest = interestLeft(state, principal, of);
    if ('owed' in interest || state.interestUnknown.get(unknownKey(receiptId, principal))) continue;
    const { caseId, defendantId, orderId, debtId } = principal;
    const data = { caseId, defendantId, orderId, debtId, receiptId, ...interest };
    events.push({ type: 'InterestNotKnown', effectiveOn: of.on, data });
  }
  return events;
}
