import { formatAnnualRate } from '../domain/annual-rate.ts';
import { dayNumber } from '../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { InterestTerms } from '../domain/collection/events.ts';
import { interestOwed, type Bearing, type InterestAsked } from '../domain/collection/interest-owed.ts';
import { formatMoney, money } from '../domain/money.ts';
import type { Policies } from '../domain/policy/catalogue.ts';
import { liabilityEndsOn } from '../domain/statutes/18-usc-3613-b-termination.ts';
import { lifeOf, termsFor, yieldsOn } from './collection-facts.ts';
import { obligationsFound, type ObligationFound } from './obligation-rows.ts';
import type { List } from './paging.ts';
import { policiesOn } from './policies-on-clocks.ts';
import { dayOf, type Frame } from './query-frame.ts';
import type { InterestBasis, InterestView, ObligationFilter } from './views-of-collection.ts';

/** Interest on each obligation that matches, to a day, and when its liability ends. */
export function interestList(filter: ObligationFilter, on: CalendarDate): List<InterestView> {
  return {
    name: 'interest',
    shape: ['number', 'number'],
    start: [0, 0],
    rows: (frame, [after = 0, item = 0], limit) => {
      const policies = policiesOn(frame);
      const asked = { on, dayCount: policies['P-32'], yieldOf: yieldsOn(frame) };
      return obligationsFound(frame, filter, { after: Number(after), item: Number(item), limit }).map(
        (found) => ({
          row: interestView(frame, found, { asked, policies }),
          place: [found.position, found.item],
        }),
      );
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
  const view = interestView(frame, found, { asked, policies });
  return { view, bearing: bearingOf(frame, found, policies) };
}

interface Asking {
  readonly asked: InterestAsked;
  readonly policies: Policies;
}

function interestView(frame: Frame, found: ObligationFound, { asked, policies }: Asking): InterestView {
  const { caseId, defendantId, orderId, debtId, obligation, judgmentOn, principal } = found;
  const owed = interestOwed(bearingOf(frame, found, policies), asked);
  const life = lifeOf(frame, found);
  return {
    ...{ caseId, defendantId, orderId, debtId, obligation, judgmentOn },
    ordered: formatMoney(principal.ordered),
    outstanding: formatMoney(principal.outstanding),
    noInterest: owed.none,
    liableFrom: owed.liableFrom,
    weekEndingOn: owed.weekEndingOn,
    rate: owed.rate === null ? null : formatAnnualRate(owed.rate),
    until: owed.until,
    days: owed.until && owed.liableFrom ? daysBetween(owed.liableFrom, owed.until) : null,
    accrued: owed.accrued === null ? null : formatMoney(owed.accrued),
    liabilityEndsOn: liabilityEndsOn({ ...found, ...life }) ?? null,
  };
}

function bearingOf(frame: Frame, found: ObligationFound, policies: Policies): Bearing {
  const { obligation, offenceOn, judgmentOn, principal } = found;
  const set = termsFor(frame, 'InterestTermsSet', found.number);
  return {
    ...{ obligation, offenceOn, judgmentOn, ordered: principal.ordered },
    terms: set === undefined ? 'STATUTE' : (frame.term(set.terms) as InterestTerms),
    limit: typeof set?.amount === 'bigint' ? money(set.amount) : undefined,
    endsOn: typeof set?.day === 'bigint' ? dayOf(set.day) : undefined,
    changes: policies['P-21'] === 'ENDS_WITH_PRINCIPAL' ? principal.standing : principal.changes,
  };
}

function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return Math.max(0, dayNumber(until) - dayNumber(from));
}
