import { holding, type CalendarDate } from '../calendar-date.ts';
import { owed as owedOn, type Debt } from '../debt/debt.ts';
import type { DefendantId, OrderId } from '../ids.ts';
import type { Liability } from '../liability/liability.ts';
import { noMoney, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { orderOfPaymentWithAssessment } from '../statutes/18-usc-2259a-d-2-order-of-payment.ts';
import { generalOrderOfPayment } from '../statutes/18-usc-3612-c-order-of-payment.ts';
import { lastPriority } from '../statutes/18-usc-3664-i-several-victims.ts';
import { placeOf } from '../statutes/18-usc-3664-j-1-providers.ts';
import { judgmentFormOrderOfPayment } from '../statutes/ao-245b-order-of-payment.ts';
import { crossesCases } from '../statutes/restitution-statutes.ts';
import { obligationOf, obligations, type Obligation, type OrderOfPayment } from '../statutes/obligations.ts';
import { owedOf } from './joint.ts';
import { liabilitiesOf, type CaseState } from './state.ts';

/** Something that a receipt can be credited to: a liability to a victim, or a debt. */
export interface Claim {
  readonly liability?: Liability;
  readonly debt?: Debt;
  /** Whether a victim's stream has the last word on what it takes. */
  readonly isTendered: boolean;
  /** What is still owed. */
  readonly owed: Money;
  /** What was ordered at first, or is by the last amendment. */
  readonly ordered: Money;
}

/** What is to be paid, by whom, and as of when. */
export interface Paying {
  readonly defendantId: DefendantId;
  /** The order that the payor named, which comes first among its like; null where none was named. */
  readonly orderId: OrderId | null;
  readonly on: CalendarDate;
  readonly policies: Policies;
  /** The obligations that the receipt may reach here; all of them where null. */
  readonly reach: readonly Obligation[] | null;
  /** Whether an assessment under 18 U.S.C. 2259A stands on the payor in another case. */
  readonly isAssessed: boolean;
}

/** Whether the payor owes anything here that the receipt may reach. */
export function isOwed(state: CaseState, paying: Paying): boolean {
  return waterfall(state, paying).length > 0;
}

/**
 * What the defendant owes in this case, in steps: each is paid in full before the next is paid anything, and those of one
 * step share (18 U.S.C. 2259A(d)(2), 3612(c), 3664(i) and (j)(1); P-25, P-39).
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
    const first = rank[obligation] * placesOfStep;
    const isTendered = crossesCases(order.statute);
    for (const liability of liabilitiesOf(state, order)) {
      const owed = owedOf(state, liability, paying.policies);
      if (owed === noMoney) continue;
      put(first + placeInStep(liability, paying), {
        liability,
        isTendered,
        owed,
        ordered: liability.ordered,
      });
    }
  }
  return [...steps].sort(([a], [b]) => a - b).map(([, claims]) => claims);
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

function isReached({ reach }: Paying, obligation: Obligation): boolean {
  return reach === null || reach.includes(obligation);
}

function* debtClaims({ debts }: CaseState, paying: Paying): Generator<Claim & { readonly debt: Debt }> {
  for (const debt of debts.values()) {
    const amount = owedOn(debt);
    if (debt.defendantId !== paying.defendantId || !isReached(paying, debt.kind)) continue;
    if (amount === noMoney) continue;
    yield { debt, isTendered: false, owed: amount, ordered: debt.imposed };
  }
}

/** The order of payment that the defendant's receipts follow: the statute's, the judgment form's, or the judgment's own. */
function orderOfPaymentOf(state: CaseState, paying: Paying): OrderOfPayment {
  if (paying.policies['P-39'] === 'AO_245B') return judgmentFormOrderOfPayment;
  const isAssessed = paying.isAssessed || hasAssessment(state, paying.defendantId);
  const statute = isAssessed ? orderOfPaymentWithAssessment : generalOrderOfPayment;
  const named = rankedByCourt(state, paying);
  const rest = statute.map((step) => step.filter((each) => !named.includes(each)));
  return [...named.map((each) => [each]), ...rest];
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

function rankIn(order: OrderOfPayment): Readonly<Record<Obligation, number>> {
  const ranks = obligations.map((each) => {
    const step = order.findIndex((of) => of.includes(each));
    return [each, step < 0 ? order.length : step] as const;
  });
  return Object.fromEntries(ranks) as Record<Obligation, number>;
}
