import { formatAnnualRate, type AnnualRate } from '../annual-rate.ts';
import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { InterestReversed, InterestUnknown } from '../collection/events.ts';
import type { ReceiptId } from '../ids.ts';
import { outstanding } from '../liability/liability.ts';
import { allocate, formatMoney, noMoney, type Money } from '../money.ts';
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
import { hasEnded, type Principal } from './principals.ts';
import type { CaseEvent } from './events.ts';
import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import { rateKey, unknownKey } from './keys.ts';
import { interestLeftTo } from './interest-shares.ts';
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
  readonly owed: Money;
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
    if (standing === 'PAYABLE') claims.push(...found);
    if (standing === 'WAITING') waiting.push(...found.map(({ rung }) => rung));
  }
  return isYieldMissing ? { claims: claims.filter(isInterest), waiting } : { claims, waiting };
}

/** A payment goes to interest before penalties (3612(i)): until it can be said how much is owed of that, penalties wait. */
function isInterest({ rung }: AccessoryClaim): boolean {
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
  const found = rungs.filter(({ owed }) => owed > noMoney).map((each) => ({ ...each, principal }));
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

/** A share of a receipt on its way to what it is credited to. */
export interface Crediting {
  readonly share: Money;
  readonly receiptId: ReceiptId;
  readonly round: number;
  readonly on: CalendarDate;
  readonly policies: Asked['policies'];
}

/** The credit of a share: of interest on an order, one for each of those whom the order names, by how long each waited. */
export function accessoryCredited(
  state: CaseState,
  { rung, principal, owed }: AccessoryClaim,
  { share, receiptId, round, on: effectiveOn, policies }: Crediting,
): Events {
  const { caseId, defendantId, orderId, debtId, order } = principal;
  const ref = { caseId, defendantId, orderId, debtId };
  if (rung === 'LATE_PENALTIES') {
    const data = { ...ref, receiptId, round, amount: formatMoney(share) };
    return [{ type: 'PenaltyCredited', effectiveOn, data }];
  }
  if (order === undefined) {
    const data = { ...ref, victimId: null, receiptId, round, amount: formatMoney(share) };
    return [{ type: 'InterestCredited', effectiveOn, data }];
  }
  const staysOwed = policies['P-21'] === 'STAYS_OWED';
  const payees = liabilitiesOf(state, order).filter((each) => staysOwed || !hasEnded(each));
  const { liableFrom } = beginningOf(state, principal, { on: effectiveOn });
  const asked = { on: effectiveOn, owed, order, isEarly: liableFrom < order.liableFrom };
  const shares = allocate(share, interestLeftTo(state, payees, asked));
  return payees.flatMap(({ victimId }, at): Events => {
    const part = shares[at] ?? noMoney;
    if (part === noMoney) return [];
    // Written out, and not spread: there may be two hundred thousand of these.
    const amount = formatMoney(part);
    const data = { caseId, defendantId, orderId, debtId, victimId, receiptId, round, amount };
    return [{ type: 'InterestCredited', effectiveOn, data }];
  });
}

/** What the receipt had paid of interest and penalties is owed again, in the order in which it was paid. */
export function accessoriesReversed(state: CaseState, receiptId: ReceiptId, on: CalendarDate): Events {
  const events: CaseEvent[] = [];
  for (let each = state.accessoryCredits.get(receiptId); each; each = each.before) {
    const { type, data } = each.credit;
    const { round: _, ...back } = data;
    // What an amendment took back of it may have gone there later than the day on which it came back.
    const effectiveOn = laterOf(each.credit.effectiveOn, on);
    events.push(
      type === 'InterestCredited'
        ? { type: 'InterestReversed', effectiveOn, data: back as InterestReversed['data'] }
        : { type: 'PenaltyReversed', effectiveOn, data: back },
    );
  }
  return events.reverse();
}
