/**
 * Days, counted a second time: by the clock of the machine in UTC, by walking from day to day, and by a list of holidays written
 * by hand. Nothing here is the ledger's; days are text.
 */

const length = 86_400_000;
const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const written = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** So many days on, or back where below nothing. */
export function daysOn(day: string, days: number): string {
  return written(instant(day) + days * length);
}

/** The same day of the month so many months on; the last of that month where it is shorter. */
export function monthsOn(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  // Day 0 of the month after is the last of the month.
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** The same day of the year so many years on. */
export function yearsOn(day: string, years: number): string {
  return monthsOn(day, 12 * years);
}

/** The calendar year of a day. */
export function yearOn(day: string): number {
  return new Date(instant(day)).getUTCFullYear();
}

/** 0 for Sunday, 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(instant(day)).getUTCDay();
}

/** Days from the one to the other. */
export function daysFrom(day: string, other: string): number {
  return (instant(other) - instant(day)) / length;
}

/** How many days the year of a day has. */
export function daysOfYear(day: string): number {
  const year = Number(day.slice(0, 4));
  return daysFrom(`${String(year)}-01-01`, `${String(year + 1)}-01-01`);
}

/** The days from 2022 to 2027 on which federal offices are closed, as the Office of Personnel Management lists them. */
const closed: ReadonlySet<string> = new Set(
  Object.entries({
    2022: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
    2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
    2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
    2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
    2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
    2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  }).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
);

/** Whether people work on the day; known of 2022 to 2027. */
export function isWorkday(day: string): boolean {
  return weekday(day) % 6 !== 0 && !closed.has(day);
}

/** The day itself, or the next on which people work. */
export function workdayFrom(day: string): string {
  return isWorkday(day) ? day : workdayFrom(daysOn(day, 1));
}

/** The last of so many days of work after the day. */
export function workdaysOn(day: string, count: number): string {
  return count === 0 ? day : workdaysOn(workdayFrom(daysOn(day, 1)), count - 1);
}
