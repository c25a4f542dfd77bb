import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { DefendantDied, DefendantReleased, ImprisonmentNotImposed } from '../collection/events.ts';
import type { Life } from '../statutes/18-usc-3613-b-termination.ts';
import type { DefendantId } from '../ids.ts';
import type { Index } from '../index-draft.ts';

/** What a case knows of the life of a defendant, as far as the life of debts depends on it. Never changed, only replaced. */
export interface Lived {
  /** The days of release from imprisonment, in the order of recording. */
  readonly releases: readonly CalendarDate[];
  /** No, where it is on record that the judgment imposed no imprisonment. */
  readonly wasImprisoned: boolean;
  /** As last recorded. */
  readonly diedOn: CalendarDate | undefined;
}

const unknown: Lived = { releases: [], wasImprisoned: true, diedOn: undefined };

/** A case, as far as it knows of lives. */
interface OfCase {
  readonly lives: Index<DefendantId, Lived>;
}

/** What is known of the defendant. */
export function livedOf({ lives }: OfCase, id: DefendantId): Lived {
  return lives.get(id) ?? unknown;
}

/** The same, as the term of a liability asks for it. */
export function termsOfLife({
  releases,
  ...lived
}: Lived): Omit<Life, 'obligation' | 'offenceOn' | 'judgmentOn' | 'finalOn'> {
  const [first, ...later] = releases;
  return { ...lived, releasedOn: first && later.reduce(laterOf, first) };
}

/** Carries what became of a defendant into the state of the case. */
export function evolveLife(
  state: OfCase,
  { type, data, effectiveOn: on }: DefendantReleased | ImprisonmentNotImposed | DefendantDied,
): void {
  const lived = livedOf(state, data.defendantId);
  const put = (news: Partial<Lived>): void => state.lives.set(data.defendantId, { ...lived, ...news });
  if (type === 'DefendantReleased') return put({ releases: [...lived.releases, on] });
  return put(type === 'DefendantDied' ? { diedOn: on } : { wasImprisoned: false });
}
