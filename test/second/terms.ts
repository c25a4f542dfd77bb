/** The terms of the statutes a second time: each told as a walk from day to day, in text, with none of the ledger's code. */
import { daysOn, isWorkday, monthsOn, weekday, workdayFrom, workdaysOn, yearsOn } from './days.ts';

/** 3612(a): fifteen days, and on to a day of work. */
export const noticeOfReceiptBy = (received: string): string => workdayFrom(daysOn(received, 15));

/** 3612(d), (e): ten days of work. */
export const noticeOfLatenessBy = (determined: string): string => workdaysOn(determined, 10);

/** 3612(e): thirty days after notice. */
export const allDueBy = (notified: string): string => daysOn(notified, 30);

/** 3612(f)(1): the fifteenth day after the judgment, and on to a day of work. */
export function interestFrom(judgment: string): string {
  let day = judgment;
  for (let count = 0; count < 15 || !isWorkday(day); count += 1) day = daysOn(day, 1);
  return day;
}

/** 3612(f)(2)(B): back to the Sunday that began this week, and from there to the Friday before it. */
export function weekOfYield(first: string): string {
  let day = first;
  while (weekday(day) !== 0) day = daysOn(day, -1);
  while (weekday(day) !== 5) day = daysOn(day, -1);
  return day;
}

/** 3572(h): the first day on which a payment has been late on more than thirty days; being late begins on the day after it was due. */
export function delinquentOn(due: string): string {
  let day = due;
  for (let late = 0; late <= 30; late += 1) day = daysOn(day, 1);
  return day;
}

/** 3572(i): the first day on which it has been delinquent on more than ninety days, that of its delinquency counted. */
export function inDefaultOn(due: string): string {
  let day = delinquentOn(due);
  for (let delinquent = 1; delinquent <= 90; delinquent += 1) day = daysOn(day, 1);
  return day;
}

/** 3664(d)(5). */
export const lossesBy = (sentenced: string): string => daysOn(sentenced, 90);
export const petitionBy = (discovered: string): string => daysOn(discovered, 60);

/** 28 U.S.C. 2042, and 18 U.S.C. 3013(c): five years. */
export const fiveYearsOn = (day: string): string => yearsOn(day, 5);

/** A debt, and what befell who owes it. */
export interface LifeOfDebt {
  readonly kind: 'restitution' | 'fine' | 'special assessment' | 'other';
  readonly offence: string;
  readonly judgment: string;
  readonly release: string | undefined;
  readonly death: string | undefined;
  readonly final: string | undefined;
  /** Whether the day of the judgment decides which law it is (P-34), and whether restitution ends with a death before finality (P-35). */
  readonly byJudgment: boolean;
  readonly abates: boolean;
}

/** 3613(b), and 3013(c): the first day on which nothing is owed any more, found by asking month by month, and then day by day. */
export function owedUntil(life: LifeOfDebt): string | undefined {
  if (life.kind === 'other') return undefined;
  const isOver = (day: string): boolean => hasDiedOut(life, day) || hasRunOut(life, day);
  let day = life.judgment;
  while (!isOver(monthsOn(day, 1))) day = monthsOn(day, 1);
  while (!isOver(day)) day = daysOn(day, 1);
  return day;
}

function hasRunOut({ kind, offence, judgment, release, byJudgment }: LifeOfDebt, day: string): boolean {
  if (kind === 'special assessment') return day >= yearsOn(judgment, 5);
  const isOfToday = (byJudgment ? judgment : offence) >= '1996-04-24';
  const runsStill = [judgment, ...(isOfToday && release !== undefined ? [release] : [])].some(
    (from) => day < yearsOn(from, 20),
  );
  return !runsStill;
}

function hasDiedOut({ kind, death, final, abates }: LifeOfDebt, day: string): boolean {
  if (death === undefined || day < death || kind === 'special assessment') return false;
  return kind === 'fine' || (abates && !(final !== undefined && final <= death));
}

/** 3572(d): the instalments that fall due one after the other, with the day of each. */
export function instalments(first: string, months: number, each: bigint, total: bigint): [string, bigint][] {
  const due: [string, bigint][] = [];
  for (let left = total; left > 0n; left -= each) {
    due.push([monthsOn(first, months * due.length), left < each ? left : each]);
  }
  return due;
}
