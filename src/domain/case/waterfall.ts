import { holding, type CalendarDate } from '../calendar-date.ts';
import { owed as owedOn, type Debt } from '../debt/debt.ts';
import type { CaseId, DefendantId, OrderId } from '../ids.ts';
import type { Liability } from '../liability/liability.ts';
import { mayDisplaceOthers } from '../liability/taken-back.ts';
import { noMoney, subtract, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { orderOfPaymentWithAssessment } from '../statutes/18-usc-2259a-d-2-order-of-payment.ts';
import { generalOrderOfPayment } from '../statutes/18-usc-3612-c-order-of-payment.ts';
import { thenInterestAndPenalties } from '../statutes/18-usc-3612-i-application-of-payments.ts';
import { lastPriority } from '../statutes/18-usc-3664-i-several-victims.ts';
import { placeOf } from '../statutes/18-usc-3664-j-1-providers.ts';
import { judgmentFormOrderOfPayment } from '../statutes/ao-245b-order-of-payment.ts';
import { crossesCases } from '../statutes/restitution-statutes.ts';
import {
  accessories,
  obligationOf,
  obligations,
  type Accessory,
  type Obligation,
  type OrderOfPayment,
  type Rung,
} from '../statutes/obligations.ts';
import { accessoryClaims, type AccessoryClaim } from './accessory-claims.ts';
import { owedOf } from './joint.ts';
import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import { liabilitiesOf, type CaseState } from './state.ts';
import { isDebtOver, isOrderOver } from './terms.ts';

/** Something that a receipt can be credited to: a liability to a victim, or a debt. */
export interface Claim {
  readonly liability?: Liability;
  readonly debt?: Debt;
  /** Whether a victim's stream has the last word on what it takes. */
  readonly isTendered: boolean;
  /** What is still owed. */
  readonly owed: Money;
  /** What was ordered at first, or is by the last amendment; of interest and penalties, what is owed. */
  readonly ordered: Money;
  /** Interest or penalties, which are owed once principal is paid. */
  readonly accessory?: AccessoryClaim;
}

/** What is to be paid, by whom, and as of when. */
export interface Paying {
  readonly defendantId: DefendantId;
  /** The order that the payor named, which comes first among its like; null where none was named. */
  readonly orderId: OrderId | null;
  readonly on: CalendarDate;
  readonly policies: Policies;
  /** The obligations that the receipt may reach here; all of them where null. */
  readonly reach: readonly Rung[] | null;
  /** Whether an assessment under 18 U.S.C. 2259A stands on the payor in another case. */
  readonly isAssessed: boolean;
  /** Whether it is on its first way, and may have the room of other payments (P-08, P-45). */
  readonly isFirst?: boolean;
  /** With how much it comes; interest and penalties are looked at only where it may come to them. */
  readonly beyond?: Beyond;
}

/** So much money, in the case, and who has declined a part of it. */
export interface Beyond {
  readonly caseId: CaseId;
  readonly amount: Money;
  readonly declined: ReadonlySet<LiabilityKey>;
}

/** Whether the payor owes anything here that the receipt may reach, beside what has declined a part of it. */
export function isOwed(state: CaseState, paying: Paying, declined: Beyond['declined']): boolean {
  return waterfall(state, paying).some((step) =>
    step.some(({ liability }) => !liability || !declined.has(liabilityKey(liability))),
  );
}

/**
 * What the defendant owes in this case, in steps: each is paid in full before the next is paid anything, and those of one
 * step share (18 U.S.C. 2259A(d)(2), 3612(c) and (i), 3664(i) and (j)(1); P-25, P-39). What the law has ended takes nothing.
 */
export function waterfall(state: CaseState, paying: Paying): readonly (readonly Claim[])[] {
  const steps = new Map<number, Claim[]>();
  const rank = rankIn(orderOfPaymentOf(state, paying));
  const put = (step: number, claim: Claim): void => {
    const claims = steps.get(step);
    if (claims) claims.push(claim);
    else steps.set(step, [claim]);
  };
  for (const claim of debtClaims(state, paying))
    put(rank[claim.debt.kind] * placesOfStep + unrankedPlace, claim);
  for (const order of state.orders.values()) {
    const obligation = obligationOf(order.statute);
    if (order.defendantId !== paying.defendantId || !isReached(paying, obligation)) continue;
    if (isOrderOver(state, order, paying)) continue;
    const first = rank[obligation] * placesOfStep;
    const isTendered = crossesCases(order.statute);
    for (const liability of liabilitiesOf(state, order)) {
      const owed = owedOf(state, isTendered ? asTendered(liability, paying) : liability, paying.policies);
      if (owed === noMoney) continue;
      put(first + placeInStep(liability, paying), {
        liability,
        isTendered,
        owed,
        ordered: liability.ordered,
      });
    }
  }
  const { claims, before } = beyondPrincipal(state, paying, { steps, rank });
  for (const accessory of claims) {
    const { owed, rung } = accessory;
    put(rank[rung] * placesOfStep, { accessory, isTendered: accessory.isTendered, owed, ordered: owed });
  }
  return inOrder(steps)
    .filter(([step]) => step < before)
    .map(([, sharing]) => sharing);
}

/** What full recovery has ended is offered, where the victim's stream may find that it comes before what brought that (P-08, P-45). */
function asTendered(liability: Liability, { isFirst = false, policies }: Paying): Liability {
  if (!isFirst || !mayDisplaceOthers(policies) || liability.ended.length === 0) return liability;
  return { ...liability, ended: [] };
}

type Steps = ReadonlyMap<number, readonly Claim[]>;

function inOrder(steps: Steps): readonly (readonly [number, readonly Claim[]])[] {
  return [...steps].sort(([a], [b]) => a - b);
}

/**
 * The interest and penalties that the money may reach, and the step before which it has to stop until victims' streams
 * have answered, because the interest of theirs comes next.
 */
function beyondPrincipal(
  state: CaseState,
  { defendantId, on, policies, reach, beyond }: Paying,
  { steps, rank }: { readonly steps: Steps; readonly rank: Ranks },
): { readonly claims: readonly AccessoryClaim[]; readonly before: number } {
  const first = Math.min(...accessories.map((each) => rank[each])) * placesOfStep;
  if (beyond === undefined || isPlacedBefore(first, steps, beyond)) return { claims: [], before: Infinity };
  const { caseId, declined } = beyond;
  const { claims, waiting } = accessoryClaims(state, { caseId, defendantId, on, policies, declined });
  const reached = claims.filter((claim) => isReached({ reach }, claim.rung));
  const stops = waiting.filter((rung) => isReached({ reach }, rung)).map((rung) => rank[rung] * placesOfStep);
  return { claims: reached, before: Math.min(...stops) };
}

/** Whether all of the money finds a place before that step. */
function isPlacedBefore(first: number, steps: Steps, { amount, declined }: Beyond): boolean {
  let left = amount;
  for (const [step, claims] of steps) {
    if (step >= first) continue;
    for (const { liability, owed } of claims) {
      if (declined.size > 0 && liability && declined.has(liabilityKey(liability))) continue;
      left = subtract(left, owed);
      if (left <= noMoney) return true;
    }
  }
  return false;
}

/** Of a victim whom the court did not rank, and of a debt beside them. */
const unrankedPlace = lastPriority + 2;
const placesOfPayee = 2 * (lastPriority + 1);
const placesOfStep = 3 * placesOfPayee;

/** Victims before providers and the United States; among these the order that was named, then as the court ranks them. */
function placeInStep({ orderId, payee, priority }: Liability, { orderId: named, policies }: Paying): number {
  const behindNamed = orderId === named ? 0 : lastPriority + 1;
  const last = policies['P-25'] === 'VICTIMS_PROVIDERS_UNITED_STATES' ? 'UNITED_STATES' : 'PROVIDER';
  return placeOf(payee ?? 'VICTIM', last) * placesOfPayee + behindNamed + (priority ?? 1);
}

function isReached({ reach }: Pick<Paying, 'reach'>, rung: Rung): boolean {
  return reach === null || reach.includes(rung);
}

function* debtClaims(state: CaseState, paying: Paying): Generator<Claim & { readonly debt: Debt }> {
  for (const debt of state.debts.values()) {
    const amount = owedOn(debt);
    if (debt.defendantId !== paying.defendantId || !isReached(paying, debt.kind)) continue;
    if (amount === noMoney || isDebtOver(state, debt, paying)) continue;
    yield { debt, isTendered: false, owed: amount, ordered: debt.imposed };
  }
}

/** The order of payment that the defendant's receipts follow: the statute's, the judgment form's, or the judgment's own. */
function orderOfPaymentOf(state: CaseState, paying: Paying): OrderOfPayment<Obligation | Accessory> {
  if (paying.policies['P-39'] === 'AO_245B') return judgmentFormOrderOfPayment;
  const isAssessed = paying.isAssessed || hasAssessment(state, paying.defendantId);
  const statute = isAssessed ? orderOfPaymentWithAssessment : generalOrderOfPayment;
  const named = rankedByCourt(state, paying);
  const rest = statute.map((step) => step.filter((each) => !named.includes(each)));
  return thenInterestAndPenalties([...named.map((each) => [each]), ...rest]);
}

type Ranked = Pick<Paying, 'defendantId' | 'on' | 'policies'>;

/** The obligations that the judgment ranks before all others, where it is asked (P-39). */
function rankedByCourt(state: CaseState, { defendantId, on, policies }: Ranked): readonly Obligation[] {
  if (policies['P-39'] !== 'COURT_SPECIFIED') return [];
  const rankings = (state.ordersOfPayment.get(defendantId) ?? []).filter((each) => each.on <= on);
  return holding(rankings)?.obligations ?? [];
}

/** Whether the judgment, and not the statute, says what this payor pays first (P-39). */
export function isRankedByCourt(state: CaseState, ranked: Ranked): boolean {
  return rankedByCourt(state, ranked).length > 0;
}

/** Whether an assessment under 18 U.S.C. 2259A was imposed on the defendant here, and stands. */
export function hasAssessment({ debts }: CaseState, defendantId: DefendantId): boolean {
  for (const { kind, defendantId: who, vacatedOn } of debts.values()) {
    if (kind === 'ASSESSMENT_2259A' && who === defendantId && vacatedOn === undefined) return true;
  }
  return false;
}

type Ranks = Readonly<Record<Obligation | Accessory, number>>;

function rankIn(order: OrderOfPayment<Obligation | Accessory>): Ranks {
  const ranks = [...obligations, ...accessories].map((each) => {
    const step = order.findIndex((of) => of.includes(each));
    return [each, step < 0 ? order.length : step] as const;
  });
  return Object.fromEntries(ranks) as Ranks;
}
