/** Counting with legal days: how many lie between two, which day of the week one is, and which day is so much later. */
import { calendarDate, type CalendarDate } from './calendar-date.ts';

/** The last day that can be written; what would lie beyond it is held to it. */
export const lastDay = calendarDate('2999-12-31');

/** Days since 1970-01-01, below nothing before it. */
export function dayNumber(day: CalendarDate): number {
  const [year, month, dayOfMonth] = partsOf(day);
  return daysBefore(year, month) + dayOfMonth - 1;
}

/** From 0, Sunday, to 6, Saturday. */
export function weekdayOf(day: CalendarDate): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** The day so many days later, or earlier where `days` is below nothing. */
export function plusDays(day: CalendarDate, days: number): CalendarDate {
  const number = dayNumber(day) + days;
  // A guess that is a year off at most, for no year is longer than 366 days or shorter than 365.
  let year = 1970 + Math.floor(number / 365.2425);
  while (daysBefore(year + 1, 1) <= number) year += 1;
  while (daysBefore(year, 1) > number) year -= 1;
  let month = 12;
  while (daysBefore(year, month) > number) month -= 1;
  return written(year, month, number - daysBefore(year, month) + 1);
}

/** The same day of the month so many months later, or the last of that month where it has no such day. */
export function plusMonths(day: CalendarDate, months: number): CalendarDate {
  const [year, month, dayOfMonth] = partsOf(day);
  const counted = year * 12 + month - 1 + months;
  const [yearThen, monthThen] = [Math.floor(counted / 12), (counted % 12) + 1];
  const daysInMonth = daysBefore(yearThen, monthThen + 1) - daysBefore(yearThen, monthThen);
  return written(yearThen, monthThen, Math.min(dayOfMonth, daysInMonth));
}

/** The same day so many years later; 28 February where that year has no 29th. */
export function plusYears(day: CalendarDate, years: number): CalendarDate {
  return plusMonths(day, years * 12);
}

/** The year, the month from 1, and the day of the month. */
export function partsOf(day: CalendarDate): readonly [year: number, month: number, dayOfMonth: number] {
  return [100 * twoDigitsAt(day, 0) + twoDigitsAt(day, 2), twoDigitsAt(day, 5), twoDigitsAt(day, 8)];
}

const zero = 48;

/** Read digit by digit: a hundred thousand principals have three days each, and cutting texts out of texts takes a while. */
function twoDigitsAt(day: CalendarDate, at: number): number {
  return 10 * (day.charCodeAt(at) - zero) + day.charCodeAt(at + 1) - zero;
}

/** The days of a year: 365 or 366. */
export function daysInYear(year: number): number {
  return daysBefore(year + 1, 1) - daysBefore(year, 1);
}

/** The earlier of two days. */
export function earlierOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}

/** Days from 1970-01-01 to the first of a month; the thirteenth month is January of the next year. */
function daysBefore(year: number, month: number): number {
  // Years are counted from March, so that the leap day is the last of its year.
  const marchYear = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) - daysToEpoch;
}

/** Days from 1 March of the year 0 to 1 January 1970. */
const daysToEpoch = 719_468;

function written(year: number, month: number, dayOfMonth: number): CalendarDate {
  if (year > 2999) return lastDay;
  const text = `${String(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
  // Whoever counted to the day has counted to one that exists; only before 1900 is there none to be written.
  return year < 1900 ? calendarDate(text) : (text as CalendarDate);
}

function twoDigits(part: number): string {
  return part < 10 ? `0${String(part)}` : String(part);
}
