import type { Context } from '../decider.ts';
import {
  atLeastNothing,
  formatMoney,
  least,
  noMoney,
  parseMoney,
  subtract,
  sum,
  type Money,
} from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { invariant, reject } from '../rejection.ts';
import {
  amountOfYear,
  firstAssistanceDay,
  yearOf,
  type Reckoning,
} from '../statutes/18-usc-2259-d-1-d-assistance-amount.ts';
import { mayObtain } from '../statutes/18-usc-2259-d-2-a-once.ts';
import { eligibility, isEligible } from '../statutes/18-usc-2259-d-3-eligibility.ts';
import { publishedIndexes } from '../statutes/consumer-price-index.ts';
import { tracks } from '../statutes/restitution-statutes.ts';
import { assignedCredits, assignedIn, ownOf } from './assigned.ts';
import { standingRequests } from './identities.ts';
import type { OrderAssistance, ReceiveAssistance, ReturnAssistance, VacateAssistance } from './commands.ts';
import { collectedElsewhere } from './count-elsewhere.ts';
import type { AssistanceOrdered } from './assistance-events.ts';
import type { VictimEvent } from './events.ts';
import type { Assistance } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

type Events = readonly VictimEvent[];

/** What the victim's stream hears of assistance: from a court, and then from the Reserve, which may tell it twice. */
export function whatHappensToAssistance(
  command: OrderAssistance | ReceiveAssistance | ReturnAssistance | VacateAssistance,
  state: VictimState,
  context: Context,
): Events {
  if (command.type === 'OrderAssistance') return order(command, state, context);
  const assistance = state.assistance.get(command.requestId);
  invariant(assistance !== undefined, 'the Reserve speaks of assistance that no court has ordered');
  switch (command.type) {
    case 'ReceiveAssistance':
      return receive(command, assistance);
    case 'ReturnAssistance':
      return comeBack(command, assistance);
    case 'VacateAssistance':
      return vacate(command, assistance);
  }
}

/** Once, ever. What the court ordered prevails over what the words come to, which is recorded beside it. */
function order(command: OrderAssistance, state: VictimState, { policies }: Context): Events {
  const { victimId, requestId, caseId, amount, on } = command;
  const recorded = state.assistance.get(requestId);
  const isSame = recorded?.caseId === caseId && recorded.amount === amount;
  if (isSame && recorded.orderedOn === on) return [];
  if (recorded) reject('assistance-ordered-differently', '/requestId');
  expectMayObtain(state);
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  if (on < firstAssistanceDay) reject('before-first-assistance-year', '/on');
  const formula = formulaOf(command, policies);
  if (!formula) reject('price-index-not-known', '/on');
  const { priceIndex, baseIndex } = formula;
  const collected = formatMoney(collectedBy(state, policies));
  const amounts = { amount: formatMoney(amount), formulaAmount: formatMoney(formula.amount) };
  const reckoned = { ...amounts, priceIndex, baseIndex, collected, policyVersion: policies.version };
  return [{ type: 'AssistanceOrdered', effectiveOn: on, data: { victimId, requestId, caseId, ...reckoned } }];
}

/** @throws Rejection where the person has been ordered assistance, or is known under another id */
function expectMayObtain(state: VictimState): void {
  if (state.people.absorbedBy !== undefined) reject('victim-absorbed', '/victimId');
  if (!mayObtain(standingRequests(state).length)) reject('assistance-once', '/victimId');
}

function formulaOf({ on, indexes = publishedIndexes }: OrderAssistance, policies: Policies) {
  return amountOfYear(yearOf(on), reckoningBy(policies), indexes);
}

/** How the amount of a year is reckoned, by the answer to P-36. */
export function reckoningBy(policies: Pick<Policies, 'P-36'>): Reckoning {
  switch (policies['P-36']) {
    case 'ANNUAL_AVERAGE_TO_CENT':
      return { series: 'ANNUAL_AVERAGE', roundedTo: 'CENT' };
    case 'ANNUAL_AVERAGE_TO_DOLLAR':
      return { series: 'ANNUAL_AVERAGE', roundedTo: 'DOLLAR' };
    case 'DECEMBER_INDEX_TO_CENT':
      return { series: 'DECEMBER', roundedTo: 'CENT' };
  }
}

/** What the victim has collected under section 2259, in all cases here and elsewhere, and on both tracks (P-37, P-43). */
function collectedBy(state: VictimState, policies: Policies): Money {
  const assigned = assignedCredits(state);
  const collected = [...state.accounts.entries()].map(([caseId, account]) => {
    const own = ownOf(account, policies);
    const inCase = assigned.filter((each) => each.caseId === caseId);
    const gone = assignedIn(inCase, policies);
    const paid = subtract(sum(tracks.map((track) => account.credited[track])), gone);
    // Interest is no restitution for losses, whether or not it counts toward the cap; it is taken to be paid out first.
    const interest = sum(tracks.map((track) => account.interest.credited[track]));
    return policies['P-37'] === 'WHEN_DISBURSED'
      ? least(paid, atLeastNothing(subtract(own, interest)))
      : paid;
  });
  return sum([...collected, collectedElsewhere(state.elsewhere.sums, policies)]);
}

/** That the words of (d)(3) speak against an order; the court decides, and somebody should know. */
export function ineligibilityIn({ data, effectiveOn }: AssistanceOrdered): Events {
  const { victimId, requestId, collected, formulaAmount, policyVersion } = data;
  if (isEligible(parseMoney(collected), parseMoney(formulaAmount))) return [];
  const law = { citation: eligibility.citation, policyVersion };
  const noted = { victimId, requestId, collected, formulaAmount };
  return [{ type: 'AssistanceIneligibilityNoted', effectiveOn, data: { ...law, ...noted } }];
}

function receive(command: ReceiveAssistance, { payments, amount }: Assistance): Events {
  const { victimId, requestId, disbursementId, representativeId, on } = command;
  if (payments.some((each) => each.disbursementId === disbursementId)) return [];
  const payee = representativeId === undefined ? {} : { representativeId };
  const data = { victimId, requestId, disbursementId, amount: formatMoney(amount), ...payee };
  return [{ type: 'AssistanceReceived', effectiveOn: on, data }];
}

function comeBack(command: ReturnAssistance, { payments, amount }: Assistance): Events {
  const { victimId, requestId, disbursementId, on } = command;
  const payment = payments.find((each) => each.disbursementId === disbursementId);
  if (!payment || payment.isReturned) return [];
  const data = { victimId, requestId, disbursementId, amount: formatMoney(amount) };
  return [{ type: 'AssistanceReturned', effectiveOn: on, data }];
}

function vacate({ victimId, requestId, on }: VacateAssistance, { isVacated, amount }: Assistance): Events {
  if (isVacated) return [];
  const data = { victimId, requestId, amount: formatMoney(amount) };
  return [{ type: 'AssistanceOrderVacated', effectiveOn: on, data }];
}
