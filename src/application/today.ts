import { calendarDate, type CalendarDate } from '../domain/calendar-date.ts';

/** The day that it is, in UTC: for questions whose answer depends on the day, where whoever asks names none. */
export function today(): CalendarDate {
  return calendarDate(new Date().toISOString().slice(0, 10));
}
