import type { CalendarDate } from '../domain/calendar-date.ts';
import { IsDay } from './text-fields.ts';

/** What lies open is to be matched. It is no command: whatever fits is told to the ledger line by line. */
export class ReconcileRequest {
  @IsDay('The day on which it is done.')
  on: CalendarDate;
}
