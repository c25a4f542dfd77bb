import { liabilityOf } from '../liability/liability-index.ts';
import { reducedAgain } from '../liability/reduced-again.ts';
import { evolveVictim } from './evolve.ts';
import type { VictimEvent } from './events.ts';
import { jointlyOwed } from './joint.ts';
import type { Matter } from './matter.ts';
import { draftOf } from './state.ts';

/** Where more is owed than a credit of a court had met, it takes off more, up to what was allowed (3664(j)(2)). */
export function creditsComeToMore({ happened, victim, policies }: Matter): readonly VictimEvent[] {
  const isOwedMore = happened.length === 0 || happened.some(({ type }) => !lessens.has(type));
  if (victim.reducedUnder.size === 0 || !isOwedMore) return [];
  const draft = draftOf(victim);
  const events: VictimEvent[] = [];
  for (const key of victim.reducedUnder) {
    for (;;) {
      const liability = draft.liabilities.get(liabilityOf(key));
      const again = liability && reducedAgain(liability, jointlyOwed(draft, liability, policies));
      if (again === undefined) break;
      evolveVictim(draft, again);
      events.push(again);
    }
  }
  return events;
}

/** What comes in and goes out all the time, and never makes more owed: nothing is measured anew for it. */
const lessens: ReadonlySet<VictimEvent['type']> = new Set(['RecoveryCredited', 'RestitutionDisbursed']);
