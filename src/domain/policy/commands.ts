import type { CalendarDate } from '../calendar-date.ts';
import type { PolicyId } from './catalogue.ts';

/** Chooses an answer to an open question of the law, for all that takes place on its day or later. */
export interface SetPolicy {
  readonly type: 'SetPolicy';
  readonly policy: PolicyId;
  readonly value: string;
  readonly on: CalendarDate;
}
