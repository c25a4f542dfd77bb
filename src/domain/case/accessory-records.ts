import type { CalendarDate } from '../calendar-date.ts';
import type { InterestCredited, PenaltyCredited } from '../collection/events.ts';
import type { Money } from '../money.ts';

/** What the Attorney General waived on a day; null where that was all of it. */
export interface Waiver {
  readonly on: CalendarDate;
  readonly amount: Money | null;
}

/** What a receipt has paid of interest and penalties: the last credit, and those before it. */
export interface AccessoryCredits {
  readonly credit: InterestCredited | PenaltyCredited;
  readonly before: AccessoryCredits | undefined;
}
