import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { plusYears } from '../calendar-arithmetic.ts';
import { parseMoney, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * A fixed sum for each count of conviction, by the class of the offence and by whether an individual or an organization
 * was convicted. It is collected like a fine, comes before all other obligations, and ceases five years after judgment.
 *
 * > The court shall assess on any person convicted of an offense against the United States (1) in the case of an
 * > infraction or a misdemeanor (A) if the defendant is an individual (i) the amount of $5 in the case of an
 * > infraction or a class C misdemeanor; (ii) the amount of $10 in the case of a class B misdemeanor; and (iii) the
 * > amount of $25 in the case of a class A misdemeanor; and (B) if the defendant is a person other than an individual
 * > (i) the amount of $25 in the case of an infraction or a class C misdemeanor; (ii) the amount of $50 in the case of
 * > a class B misdemeanor; and (iii) the amount of $125 in the case of a class A misdemeanor; (2) in the case of a
 * > felony (A) the amount of $100 if the defendant is an individual; and (B) the amount of $400 if the defendant is a
 * > person other than an individual. (b) Such amount so assessed shall be collected in the manner that fines are
 * > collected in criminal cases. (c) The obligation to pay an assessment ceases five years after the date of the
 * > judgment.
 *
 * Not formalized: which offences are of which class.
 */
export const specialAssessment: Statute = {
  citation: '18 U.S.C. 3013',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'The court shall assess on any person convicted of an offense against the United States (1) in the case of an ' +
    'infraction or a misdemeanor (A) if the defendant is an individual (i) the amount of $5 in the case of an ' +
    'infraction or a class C misdemeanor; (ii) the amount of $10 in the case of a class B misdemeanor; and (iii) ' +
    'the amount of $25 in the case of a class A misdemeanor; and (B) if the defendant is a person other than an ' +
    'individual (i) the amount of $25 in the case of an infraction or a class C misdemeanor; (ii) the amount of $50 ' +
    'in the case of a class B misdemeanor; and (iii) the amount of $125 in the case of a class A misdemeanor; (2) ' +
    'in the case of a felony (A) the amount of $100 if the defendant is an individual; and (B) the amount of $400 ' +
    'if the defendant is a person other than an individual. (b) Such amount so assessed shall be collected in the ' +
    'manner that fines are collected in criminal cases. (c) The obligation to pay an assessment ceases five years ' +
    'after the date of the judgment.',
};

/** Sums for one count, by class: felony; misdemeanor of class A, B; of class C or infraction. */
const perCount: readonly { readonly from: CalendarDate; readonly sums: readonly Money[] }[] = [
  {
    from: calendarDate('1996-04-24'),
    sums: ['100.00', '25.00', '10.00', '5.00', '400.00', '125.00', '50.00'].map(parseMoney),
  },
];

/** Whether counts can add up to the amount, for an offence of that day; where no figures are known, whatever it is. */
export function isSumOfCounts(amount: Money, on: CalendarDate): boolean {
  const sums = perCount.findLast(({ from }) => from <= on)?.sums;
  if (sums === undefined) return true;
  // Every sum is a multiple of the smallest, and as many counts of that as one likes are possible.
  const [smallest] = [...sums].sort((a, b) => (a < b ? -1 : 1));
  return smallest !== undefined && amount > 0n && amount % smallest === 0n;
}

/** The day on which the obligation to pay an assessment ceases: five years after the judgment (3013(c)). */
export function assessmentCeasesOn(judgmentOn: CalendarDate): CalendarDate {
  return plusYears(judgmentOn, 5);
}
