import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { isEndKnown, liabilityEndsOn } from '../../domain/statutes/18-usc-3613-b-termination.ts';
import type { LifeFound } from './collection-facts.ts';
import type { ObligationFound } from './obligation-rows.ts';

/** The day on which a liability ends by law; null where it does not, and whether that is certain by what is recorded. */
export interface EndOfTerm {
  readonly on: CalendarDate | null;
  readonly isKnown: boolean;
}

/** When the liability ends by law, and whether that is known. */
export function endOfTerm(
  { obligation, offenceOn, judgmentOn }: ObligationFound,
  { releasedOn, wasImprisoned, diedOn, finalOn }: LifeFound & { readonly finalOn: CalendarDate | undefined },
  policies: Policies,
): EndOfTerm {
  const lived = { obligation, offenceOn, judgmentOn, releasedOn, wasImprisoned, diedOn, finalOn };
  const answers = { term: policies['P-34'], death: policies['P-35'] };
  return { on: liabilityEndsOn(lived, answers) ?? null, isKnown: isEndKnown(lived, answers) };
}
