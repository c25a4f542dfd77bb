import type { CalendarDate } from '../calendar-date.ts';
import type { YieldFound } from '../case/accessory-claims.ts';
import { declinedSince, nobody } from '../case/declined.ts';
import { isAccessoryOwed, isInterestUnknown } from '../case/reach-of-interest.ts';
import type { Allocation, CaseState } from '../case/state.ts';
import { hasAssessment, isOwed, isRankedByCourt } from '../case/waterfall.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId } from '../ids.ts';
import type { Policies } from '../policy/catalogue.ts';
import {
  assessmentOrderOfPayment,
  orderOfPaymentWithAssessment,
} from '../statutes/18-usc-2259a-d-2-order-of-payment.ts';
import { reachOfOrigin, restoredForfeiture } from '../statutes/18-usc-981-e-6-restored-forfeiture.ts';
import type { PaymentOrigin } from '../statutes/payment-origins.ts';
import { generalOrderOfPayment, orderOfPayment } from '../statutes/18-usc-3612-c-order-of-payment.ts';
import { thenInterestAndPenalties } from '../statutes/18-usc-3612-i-application-of-payments.ts';
import { judgmentFormOrderOfPayment } from '../statutes/ao-245b-order-of-payment.ts';
import { isPrincipal, type OrderOfPayment, type Rung } from '../statutes/obligations.ts';

/** One case on the way of a receipt, and the obligations there that it may reach: all of them, where that is null. */
export interface Stop {
  readonly caseId: CaseId;
  readonly reach: readonly Rung[] | null;
  /** Whether what is left then goes no further: it has been everywhere, and is home to be held. */
  readonly isLast: boolean;
}

/** One case of the payor, as it stands. */
export interface CaseOf {
  readonly caseId: CaseId;
  readonly state: CaseState;
}

/** Who pays, on which day, and all the cases in which that person may owe. */
export interface Payor {
  readonly receiptId: ReceiptId;
  /** The yields that interest in these cases may need; undefined where the ledger was told of none at all. */
  readonly yields: readonly YieldFound[] | undefined;
  readonly defendantId: DefendantId;
  /** The order that the payor named; null where none was named. */
  readonly orderId: OrderId | null;
  /** Where the money came from, where that was said. */
  readonly origin?: PaymentOrigin | undefined;
  readonly on: CalendarDate;
  readonly policies: Policies;
  /** The visit with which the receipt began its way, or begins it once more. */
  readonly beganAt: number;
  /** The case that the receipt came in for. */
  readonly own: CaseOf;
  /** In the order in which the payor came to stand in them. */
  readonly others: readonly CaseOf[];
}

/** Where a receipt may go, in order, and by whose words. */
export interface Itinerary {
  readonly stops: readonly [Stop, ...Stop[]];
  readonly citation: string;
  /** Whether an assessment under 18 U.S.C. 2259A stands on the payor in some case, and so orders what is paid in all. */
  readonly isAssessed: boolean;
}

/**
 * Where a receipt may go. What its own case cannot place goes to the payor's other cases, one step of the order of
 * payment after the other in all of them (P-09), and what is left comes home to be held. Where an assessment under 2259A
 * stands, 2259A(d)(2) speaks of any money received from a defendant: what it ranks down to that assessment, (A) to (C), is
 * paid in whichever case before anything below.
 */
export function itineraryOf(payor: Payor): Itinerary {
  const { own, others, policies, defendantId } = payor;
  const isAssessed = [own, ...others].some(({ state }) => hasAssessment(state, defendantId));
  const { citation } = isAssessed ? assessmentOrderOfPayment : orderOfPayment;
  const home: Stop = { caseId: own.caseId, reach: reachOfOrigin(payor.origin), isLast: false };
  // What was restored to victims of the offence is theirs: it goes to nobody else, here or elsewhere.
  if (home.reach !== null) return { stops: [home], citation: restoredForfeiture.citation, isAssessed };
  const staysHome = others.length === 0 || (isNarrowed(payor) && payor.orderId !== null);
  if (staysHome) return { stops: [home], citation, isAssessed };
  const begin = isAssessed && isByStatute(payor) ? downToAssessment(payor) : [];
  const excess = isNarrowed(payor) ? [] : stepsElsewhere(payor, orderFor(policies, isAssessed));
  const isPassed = (stop: Stop): boolean => begin.some((each) => isSame(each, stop));
  const [first = home, ...later] = [...begin, home, ...excess.filter((stop) => !isPassed(stop))];
  return { stops: [first, ...later], citation, isAssessed };
}

/** Whether what is left of a receipt goes to no other debts of its payor (P-09). */
function isNarrowed({ policies }: Payor): boolean {
  return policies['P-09'] !== 'OTHER_DEBTS_THEN_REFUND';
}

/** Whether the words of 2259A(d)(2) order what this receipt pays, and no judgment or form (P-39). */
function isByStatute({ own, defendantId, on, policies }: Payor): boolean {
  return policies['P-39'] !== 'AO_245B' && !isRankedByCourt(own.state, { defendantId, on, policies });
}

/** One step after the other down to the assessment itself, each at home and then elsewhere; what is ranked below waits. */
function downToAssessment({ own, others }: Payor): readonly Stop[] {
  return stepsToAssessment.flatMap((reach) =>
    [own, ...others].map(({ caseId }) => ({ caseId, reach, isLast: false })),
  );
}

const stepOfAssessment = orderOfPaymentWithAssessment.findIndex((step) => step.includes('ASSESSMENT_2259A'));
const stepsToAssessment = orderOfPaymentWithAssessment.slice(0, stepOfAssessment + 1);

function stepsElsewhere({ others }: Payor, order: OrderOfPayment<Rung>): readonly Stop[] {
  return order.flatMap((reach) => others.map(({ caseId }) => ({ caseId, reach, isLast: false })));
}

/** With interest and penalties behind all principal, in whichever case: 3612(i) speaks of payments, and not of one order. */
function orderFor(policies: Policies, isAssessed: boolean): OrderOfPayment<Rung> {
  if (policies['P-39'] === 'AO_245B') return judgmentFormOrderOfPayment;
  return thenInterestAndPenalties(isAssessed ? orderOfPaymentWithAssessment : generalOrderOfPayment);
}

/** Where a receipt begins: at home, with all that is owed there, unless something elsewhere comes before some of that. */
export function firstStop(payor: Payor, { stops, isAssessed }: Itinerary): Stop {
  const [first] = stops;
  const { caseId: own } = payor.own;
  const before = stops.slice(0, homeIn(payor, stops));
  const away = before.findIndex((stop) => stop.caseId !== own && isWanted(payor, stop, isAssessed));
  if (away < 0) return { ...first, reach: reachOfOrigin(payor.origin) };
  const here = before.slice(0, away).filter(({ caseId }) => caseId === own);
  return { ...first, reach: here.flatMap(({ reach }) => reach ?? []) };
}

/** The place of the visit at home that may reach all that is owed there. */
function homeIn({ own }: Payor, stops: readonly Stop[]): number {
  return Math.max(
    0,
    stops.findIndex(({ caseId, reach }) => caseId === own.caseId && reach === null),
  );
}

/**
 * Where a receipt goes from this stop with what is left of it: the next case that owes within its reach there, or home to
 * be held; undefined where it has arrived. No stop comes twice, so it does arrive.
 */
export function nextStop(payor: Payor, { stops, isAssessed }: Itinerary, from: Stop): Stop | undefined {
  if (from.isLast) return undefined;
  const { caseId: own } = payor.own;
  // Nothing comes before what was kept back at home any more, for the assessment was set aside meanwhile: it begins there anew.
  if (wasKeptBack(payor) && homeIn(payor, stops) === 0) return { caseId: own, reach: null, isLast: false };
  // What was kept back at home for others elsewhere is reached by way of them, also where they are owed nothing any more.
  const isKeptBack = from.caseId === own && from.reach !== null;
  const ahead = stops
    .slice(placeOf(from, stops) + 1)
    .filter((stop, at) => (isKeptBack && at === 0) || isWanted(payor, stop, isAssessed));
  const at = ahead.findIndex(({ caseId }) => caseId !== from.caseId);
  const next = ahead[at];
  if (next) return { ...next, reach: reachWith(ahead.slice(at)) };
  return from.caseId === own ? undefined : { caseId: own, reach: null, isLast: true };
}

/** Whether the last visit at home was to less than all that is owed there, for the sake of something elsewhere. */
function wasKeptBack({ own, receiptId, origin }: Payor): boolean {
  const last = own.state.receipts.get(receiptId)?.visit;
  return reachOfOrigin(origin) === null && last !== undefined && last.reach !== null;
}

function isWanted(payor: Payor, { caseId, reach }: Stop, isAssessed: boolean): boolean {
  const { defendantId, receiptId, on, policies, own, others, yields } = payor;
  const at = [own, ...others].find((each) => each.caseId === caseId);
  if (at === undefined) return false;
  const paying = { defendantId, orderId: null, on, policies, reach, isAssessed };
  if (isOwed(at.state, paying, declinedIn(at, payor))) return true;
  if (reach === null || reach.every(isPrincipal)) return false;
  const reaching = { caseId, defendantId, receiptId, on, policies, reach, yields: yields ?? [] };
  // Where yields are told and interest cannot be reckoned, the case says why, and what waits for a yield is known.
  const mayWant = yields !== undefined && reach.some((rung) => rung.startsWith('INTEREST'));
  return isAccessoryOwed(at.state, reaching) || (mayWant && isInterestUnknown(at.state, reaching));
}

/** Who has declined a part of the receipt in the case, and is not asked again. */
function declinedIn({ state }: CaseOf, { receiptId, beganAt }: Payor): Allocation['declined'] {
  return declinedSince(state.receipts.get(receiptId), beganAt) ?? nobody;
}

/** A receipt that would come to one case twice, and to no other in between, comes there once. */
function reachWith(ahead: readonly Stop[]): Stop['reach'] {
  const other = ahead.findIndex(({ caseId }) => caseId !== ahead[0]?.caseId);
  const here = other < 0 ? ahead : ahead.slice(0, other);
  return here.some(({ reach }) => reach === null) ? null : here.flatMap(({ reach }) => reach ?? []);
}

/** Where a receipt is on its way: at the last of the stops that it made at once; at the end, where the way is another now. */
function placeOf({ caseId, reach }: Stop, stops: readonly Stop[]): number {
  const last = reach?.at(-1);
  const at = stops.findIndex((stop) => {
    const isHere = last === undefined ? stop.reach === null : stop.reach?.includes(last);
    return stop.caseId === caseId && isHere === true;
  });
  return at < 0 ? stops.length : at;
}

function isSame(one: Stop, other: Stop): boolean {
  return one.caseId === other.caseId && one.reach?.join() === other.reach?.join();
}
