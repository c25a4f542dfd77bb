import type { CalendarDate } from '../domain/calendar-date.ts';
import type { VictimId } from '../domain/ids.ts';
import { recorded } from './asked.ts';
import { DayParameter, IdParameter, InstantParameter } from './parameters.ts';

/** A question that has a day of its own. */
export class KnownAsked {
  @InstantParameter(recorded)
  knownAt?: string;
}

/** What a fact of an earlier day would reach. */
export class BackDatingAsked {
  @DayParameter('The day on which the fact takes effect.')
  on?: CalendarDate;

  @IdParameter('victim')
  victimId?: VictimId;
}
