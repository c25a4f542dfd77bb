import { dayNumber, plusDays, plusMonths } from '../calendar-arithmetic.ts';
import { firstDay, type CalendarDate } from '../calendar-date.ts';
import { termsOn, type PaymentTerms } from './terms.ts';

/**
 * The first day on which a cheque is stale: so many months after its issue, as the terms of the day of issue have it.
 * Terms that are set later do not reach a cheque that is on its way.
 */
export function staleFrom(issuedOn: CalendarDate, set: readonly PaymentTerms[]): CalendarDate {
  return plusMonths(issuedOn, termsOn(set, issuedOn).staleAfterMonths);
}

/** Days of issue, both included, of which every cheque is stale on some day. */
export interface StaleIssues {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The days of issue of which cheques are stale on a day, so that a list need not look at each cheque. */
export function staleIssuesOn(day: CalendarDate, set: readonly PaymentTerms[]): readonly StaleIssues[] {
  const begins = [...new Set([firstDay, ...set.map(({ on }) => on)])].filter((on) => on <= day).sort();
  return begins.flatMap((from, at) => {
    const next = begins[at + 1];
    const last = next === undefined ? day : plusDays(next, -1);
    const to = lastWhere(from, last, (issuedOn) => staleFrom(issuedOn, set) <= day);
    return to === undefined ? [] : [{ from, to }];
  });
}

/** The last day of the span for which it holds, where it holds up to some day and not after it. */
function lastWhere(
  from: CalendarDate,
  to: CalendarDate,
  holds: (day: CalendarDate) => boolean,
): CalendarDate | undefined {
  if (!holds(from)) return undefined;
  let [known, open] = [from, to];
  while (known < open) {
    const middle = plusDays(known, Math.ceil((dayNumber(open) - dayNumber(known)) / 2));
    if (holds(middle)) known = middle;
    else open = plusDays(middle, -1);
  }
  return known;
}
