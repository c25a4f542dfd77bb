import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { partsOf, plusMonths } from '../calendar-arithmetic.ts';
import { least, money, noMoney, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * When a fine or restitution is to be paid: at once, unless the court lets it be paid on a day or in instalments.
 *
 * > A person sentenced to pay a fine or other monetary penalty, including restitution, shall make such payment
 * > immediately, unless, in the interest of justice, the court provides for payment on a date certain or in installments.
 * > If the court provides for payment in installments, the installments shall be in equal monthly payments over the period
 * > provided by the court, unless the court establishes another schedule.
 *
 * Nominal periodic payments (18 U.S.C. 3664(f)(3)(B)) are instalments like others, only small.
 *
 * Not formalized: instalments that are not equal, or are a part of what the defendant earns.
 */
export const timeOfPayment: Statute = {
  citation: '18 U.S.C. 3572(d)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'A person sentenced to pay a fine or other monetary penalty, including restitution, shall make such payment ' +
    'immediately, unless, in the interest of justice, the court provides for payment on a date certain or in ' +
    'installments. If the court provides for payment in installments, the installments shall be in equal monthly ' +
    'payments over the period provided by the court, unless the court establishes another schedule.',
};

/** How an obligation is to be paid: all of it on a day, or equal parts from a day on. */
export type Schedule =
  | { readonly manner: 'LUMP_SUM'; readonly firstOn: CalendarDate }
  | {
      readonly manner: 'INSTALMENTS' | 'NOMINAL';
      readonly firstOn: CalendarDate;
      readonly amount: Money;
      readonly every: Interval;
    };

/** From one instalment to the next. */
export type Interval = 'MONTH' | 'QUARTER';

const monthsIn: Readonly<Record<Interval, number>> = { MONTH: 1, QUARTER: 3 };

/** How many months lie between one instalment and the next. */
export function monthsBetween(every: Interval): number {
  return monthsIn[every];
}

/** How much of the total has come due by the end of a day. */
export function dueBy(schedule: Schedule, total: Money, on: CalendarDate): Money {
  if (on < schedule.firstOn) return noMoney;
  if (schedule.manner === 'LUMP_SUM') return total;
  return least(total, money(schedule.amount * BigInt(instalmentsBy(schedule.firstOn, schedule.every, on))));
}

/** The day on which the first cent came due that so much paid leaves unpaid. */
export function oldestUnpaid(schedule: Schedule, paid: Money): CalendarDate {
  if (schedule.manner === 'LUMP_SUM') return schedule.firstOn;
  return plusMonths(schedule.firstOn, Number(paid / schedule.amount) * monthsIn[schedule.every]);
}

/** How many instalments have come due by the end of a day that is not before the first. */
function instalmentsBy(firstOn: CalendarDate, every: Interval, on: CalendarDate): number {
  const [[year, month], [yearNow, monthNow]] = [partsOf(firstOn), partsOf(on)];
  const months = (yearNow - year) * 12 + monthNow - month;
  const passed = Math.floor(months / monthsIn[every]);
  return plusMonths(firstOn, passed * monthsIn[every]) <= on ? passed + 1 : passed;
}
