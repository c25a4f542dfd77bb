import type { AnnualRate } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { YieldSource } from './events.ts';

/** The Board of Governors published the average yield of a week. */
export interface RecordTreasuryYield {
  readonly type: 'RecordTreasuryYield';
  /** The Friday with which the week ends; the yield takes effect on it. */
  readonly on: CalendarDate;
  readonly rate: AnnualRate;
  readonly source: YieldSource;
}
