import { earlierOf } from '../calendar-arithmetic.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { Schedule } from '../statutes/18-usc-3572-d-payment.ts';

/** A schedule, and the day from which it held. */
export interface Scheduled {
  readonly schedule: Schedule;
  readonly since: CalendarDate;
}

/** The first day whose payments are those of the schedule: also what came due before it was set may have been paid by then. */
export function paidFrom({ schedule: { firstOn }, since }: Scheduled): CalendarDate {
  return earlierOf(firstOn, since);
}
