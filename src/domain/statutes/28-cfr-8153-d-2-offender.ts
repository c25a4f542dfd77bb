import { calendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * Whoever was convicted of a crime of the chapter against the victim is not paid assistance in the victim's place.
 *
 * > In our words: defined monetary assistance is not paid on behalf of a victim to a person who was convicted of an act
 * > under chapter 110 of title 18 against that victim.
 *
 * An order of restitution under section 2259 that stands is such a conviction; another is recorded by itself.
 */
export const offender: Statute = {
  citation: '28 CFR 81.53(d)(2)',
  inForceFrom: calendarDate('2024-11-25'),
  words:
    'In our words: defined monetary assistance is not paid on behalf of a victim to a person who was convicted of an act ' +
    'under chapter 110 of title 18 against that victim.',
};

/** Whether assistance may be paid to the person on the victim's behalf. */
export function mayBePaidForVictim({ isOffender }: { readonly isOffender: boolean }): boolean {
  return !isOffender;
}
