import type { CalendarDate } from '../calendar-date.ts';

/**
 * The latest days of what the law may look at. Facts are recorded in any order of days, and judged by all that was known
 * when they were; so what the law makes of them takes effect on no day before any of those that it rests on.
 */
export interface Frontier {
  /** Of findings, finality and vacaturs, and of how the cap moved before. */
  readonly cap: CalendarDate;
  /** Of what was ordered: the cap rests on it only where policy P-01 or P-02 says so. */
  readonly ordered: CalendarDate;
  /** Of all this, of credits and reversals, and of how recovery stood before. */
  readonly recovery: CalendarDate;
  /** Of payments out and their returns, which count only where policy P-05 says so. */
  readonly disbursed: CalendarDate;
  /** Of what has cleared, which counts only where policy P-05 says so. */
  readonly cleared: CalendarDate;
  /** Of assignments, which take from what was received only where policy P-29 says so. */
  readonly assigned: CalendarDate;
  /** Of what was reported of recoveries elsewhere, which counts before it is verified only where policy P-43 says so. */
  readonly claimed: CalendarDate;
}
