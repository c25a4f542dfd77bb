import { calendarDate, type CalendarDate } from '../domain/calendar-date.ts';

/** The day that it is, in UTC: for questions whose answer depends on the day, where whoever asks names none. */
export function today(): CalendarDate {
  return dayInUtc(new Date());
}

/** The day of an instant, in UTC. */
export function dayInUtc(instant: Date): CalendarDate {
  return calendarDate(instant.toISOString().slice(0, 10));
}
