import { dayNumber } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { itemParams, itemsSql, unseenByDay } from './book-items.ts';
import { linesSql } from './lines.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { OpenInMonth } from '../views/months.ts';

/** The upper bounds of the ages, in days. */
const ages = [
  [30, '0-30'],
  [90, '31-90'],
  [365, '91-365'],
  [Infinity, '366-'],
] as const;

interface OpenCells {
  readonly what: OpenInMonth['what'];
  readonly since: CalendarDate;
  readonly count: number;
  readonly amount: bigint;
}

/** What was open at the end of a month, by its age on the last day; on a frame of that day. */
export function openOf(frame: Frame, to: CalendarDate): readonly OpenInMonth[] {
  const cells = [...itemsOf(frame), ...linesOf(frame)];
  return (['IN_TRANSIT', 'OUTSTANDING', 'LINES'] as const).flatMap((what) =>
    ages.flatMap(([, age]) => {
      const own = cells.filter((each) => each.what === what && ageOf(to, each.since) === age);
      if (own.length === 0) return [];
      const count = own.reduce((total, each) => total + each.count, 0);
      return [{ what, age, count, amount: amountOf(own.reduce((total, { amount }) => total + amount, 0n)) }];
    }),
  );
}

function ageOf(to: CalendarDate, since: CalendarDate): OpenInMonth['age'] {
  const days = dayNumber(to) - dayNumber(since);
  return ages.find(([most]) => days <= most)?.[1] ?? '366-';
}

/** What the books have in effect that no line of a bank had confirmed by then, a row a day and direction. */
function itemsOf(frame: Frame): readonly OpenCells[] {
  const found = frame.all(
    `SELECT direction, effectiveOn, count(*) AS count, sum(amount) AS amount
       FROM (${itemsSql(`AND ${unseenByDay}`)}) GROUP BY direction, effectiveOn`,
    itemParams(frame),
  ) as readonly (Cells & { readonly direction: bigint; readonly effectiveOn: bigint })[];
  return found.map(({ direction, effectiveOn, count, amount }) => ({
    what: frame.term(direction) === 'IN' ? 'IN_TRANSIT' : 'OUTSTANDING',
    ...{ since: dayOf(effectiveOn), count: Number(count), amount },
  }));
}

/** Lines of which nothing is said, and those that wait. */
function linesOf(frame: Frame): readonly OpenCells[] {
  const found = frame.all(
    `SELECT bookedOn, count(*) AS count, sum(amount) AS amount FROM (${linesSql('AND l.repeatsStatementId IS NULL')})
       WHERE status IS NULL OR status IN (:open, :suspended) GROUP BY bookedOn`,
    {
      proved: frame.numberOf('PROVED'),
      ...{ open: frame.numberOf('open'), suspended: frame.numberOf('suspended') },
    },
  ) as readonly (Cells & { readonly bookedOn: bigint })[];
  return found.map(({ bookedOn, count, amount }) => ({
    what: 'LINES',
    ...{ since: dayOf(bookedOn), count: Number(count), amount },
  }));
}

interface Cells {
  readonly count: bigint;
  readonly amount: bigint;
}
