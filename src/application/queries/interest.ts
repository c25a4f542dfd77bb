import { formatAnnualRate } from '../../domain/annual-rate.ts';
import { dayNumber, earlierOf } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { interestOwed, type Bearing, type InterestAsked } from '../../domain/collection/interest-owed.ts';
import { penaltiesIncurred } from '../../domain/collection/penalties-incurred.ts';
import {
  add,
  atLeastNothing,
  formatMoney,
  noMoney,
  subtract,
  sum,
  type Money,
  type MoneyText,
} from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { leftAfterWaivers } from '../../domain/statutes/18-usc-3612-h-waivers.ts';
import { isUnderRulesOfFines } from '../../domain/statutes/obligations.ts';
import {
  factsOf,
  finalDaysOf,
  livesOf,
  yieldsOn,
  type CollectionFacts,
  type LifeFound,
} from './collection-facts.ts';
import { endOfTerm, type EndOfTerm } from './end-of-term.ts';
import { obligationsFound, type ObligationFound } from './obligation-rows.ts';
import type { List } from './paging.ts';
import { policiesOn } from './policies-on-clocks.ts';
import type { Frame } from './frame.ts';
import type { InterestBasis, InterestView, ObligationFilter } from '../views/collection.ts';

/** Interest and penalties on each obligation that matches, to a day, and when its liability ends. */
export function interestList(filter: ObligationFilter, on: CalendarDate): List<InterestView> {
  return {
    name: 'interest',
    shape: ['number', 'number'],
    start: [0, 0],
    rows: (frame, [after = 0, item = 0], limit) => {
      const policies = policiesOn(frame);
      const asked = { on, dayCount: policies['P-32'], yieldOf: yieldsOn(frame) };
      const found = obligationsFound(frame, filter, { after: Number(after), item: Number(item), limit });
      const known = knownOf(frame, found, policies);
      return found.map((each) => ({
        row: interestView(each, known(each), { asked, policies }),
        place: [each.position, each.item],
      }));
    },
  };
}

/** The first obligation that matches, with what the interest on it is worked out from; undefined where none does. */
export function interestBasisOf(
  frame: Frame,
  filter: ObligationFilter,
  on: CalendarDate,
): InterestBasis | undefined {
  const policies = policiesOn(frame);
  const asked = { on, dayCount: policies['P-32'], yieldOf: yieldsOn(frame) };
  const [found] = obligationsFound(frame, filter, { after: 0, item: 0, limit: 1 });
  if (found === undefined) return undefined;
  const known = knownOf(frame, [found], policies)(found);
  const view = interestView(found, known, { asked, policies });
  return { standpoint: frame.standpoint, view, bearing: bearingOf(found, known.facts, policies) };
}

/** What is known of an obligation beside its principal. */
interface Known {
  readonly facts: CollectionFacts;
  readonly life: LifeFound & { readonly finalOn: CalendarDate | undefined };
}

/** Looked up for a whole page at once. */
function knownOf(
  frame: Frame,
  found: readonly ObligationFound[],
  policies: Policies,
): (each: ObligationFound) => Known {
  const numbers = found.map(({ number }) => number);
  const facts = factsOf(frame, numbers);
  const lives = livesOf(
    frame,
    found.map(({ defendantNumber }) => defendantNumber),
  );
  const finalDays =
    policies['P-35'] === 'ABATES_BEFORE_FINALITY' ? finalDaysOf(frame, numbers) : () => undefined;
  return (each) => {
    const { releasedOn, wasImprisoned, diedOn } = lives(each);
    const life = { releasedOn, wasImprisoned, diedOn, finalOn: finalDays(each.number) };
    return { facts: facts(each.number), life };
  };
}

interface Asking {
  readonly asked: InterestAsked;
  readonly policies: Policies;
}

/** Written out, and not spread: a hundred thousand of these are asked for at once. */
function interestView(
  found: ObligationFound,
  { facts, life }: Known,
  { asked: { on, ...how }, policies }: Asking,
): InterestView {
  const { caseId, defendantId, orderId, debtId, obligation, judgmentOn, principal } = found;
  const end = endOfTerm(found, life, policies);
  const asked = { ...how, on: lastDayOf(on, end, facts) };
  const accrual = interestOwed(bearingOf(found, facts, policies), asked);
  const { none: noInterest, liableFrom, weekEndingOn, rate, until, accrued } = accrual;
  const interestPaid = sum(interestPaidOn(found, facts, policies).map(({ amount }) => amount));
  const interest = { waived: facts.interestWaived, paid: interestPaid };
  const penalties = penaltiesOn(found, facts, { asked, policies });
  return {
    caseId,
    defendantId,
    orderId,
    debtId,
    obligation,
    judgmentOn,
    ordered: formatMoney(principal.ordered),
    outstanding: formatMoney(principal.outstanding),
    noInterest,
    liableFrom,
    weekEndingOn,
    rate: rate === null ? null : formatAnnualRate(rate),
    until,
    days: until && liableFrom ? daysBetween(liableFrom, until) : null,
    accrued: accrued === null ? null : formatMoney(accrued),
    paid: formatMoney(interestPaid),
    owed: accrued === null ? null : leftOf(facts, interest, accrued),
    penalties: formatMoney(penalties),
    penaltiesPaid: formatMoney(facts.penaltiesPaid),
    penaltiesOwed: leftOf(facts, { waived: facts.penaltiesWaived, paid: facts.penaltiesPaid }, penalties),
    liabilityEndsOn: end.on,
    isEndKnown: end.isKnown,
    isExpired: facts.isExpired,
  };
}

/** The day up to which interest runs: no further than to the end of the term, where that is known. */
function lastDayOf(on: CalendarDate, end: EndOfTerm, { isExpiryUndone }: CollectionFacts): CalendarDate {
  if (end.on === null || !end.isKnown || isExpiryUndone) return on;
  return earlierOf(on, end.on);
}

/** What of interest or penalties is owed no more. */
interface Settled {
  readonly waived: readonly (Money | null)[];
  readonly paid: Money;
}

/** What is left after waivers and payments; nothing once the term is over. */
function leftOf({ isExpired }: CollectionFacts, { waived, paid }: Settled, incurred: Money): MoneyText {
  if (isExpired) return formatMoney(noMoney);
  return formatMoney(atLeastNothing(subtract(leftAfterWaivers(incurred, waived), paid)));
}

/** The penalties that were incurred, where the court set a schedule: without one it is not known when payment was due. */
function penaltiesOn(
  { obligation, principal }: ObligationFound,
  { schedules, notices }: CollectionFacts,
  { asked, policies }: Asking,
): Money {
  if (schedules.length === 0 || !isUnderRulesOfFines(obligation)) return noMoney;
  const { payments } = principal;
  const changes = policies['P-21'] === 'ENDS_WITH_PRINCIPAL' ? principal.standing : principal.changes;
  const lateness = { schedules, changes, payments, defaultNotices: notices.DEFAULT };
  const incurred = penaltiesIncurred(lateness, asked.on, policies['P-33']);
  return add(incurred.delinquencyPenalty, incurred.defaultPenalty);
}

/** What was paid of the interest that the principal bears: not that of what ended, where its interest ended with it. */
function interestPaidOn(
  { principal: { hasEnded } }: ObligationFound,
  { interestPaid }: CollectionFacts,
  policies: Policies,
): CollectionFacts['interestPaid'] {
  return policies['P-21'] === 'STAYS_OWED'
    ? interestPaid
    : interestPaid.filter(({ victim }) => !hasEnded(victim));
}

function bearingOf(found: ObligationFound, facts: CollectionFacts, policies: Policies): Bearing {
  const { obligation, offenceOn, judgmentOn, principal } = found;
  const { terms, interestWaivedOn } = facts;
  return {
    obligation,
    offenceOn,
    judgmentOn,
    ordered: principal.orderedByDay,
    terms: terms?.terms ?? 'STATUTE',
    limit: terms?.limit,
    endsOn: terms?.endsOn,
    changes: policies['P-21'] === 'ENDS_WITH_PRINCIPAL' ? principal.standing : principal.changes,
    settled: [...interestPaidOn(found, facts, policies), ...interestWaivedOn],
  };
}

function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return Math.max(0, dayNumber(until) - dayNumber(from));
}
