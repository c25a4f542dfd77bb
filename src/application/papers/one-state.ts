import type { VictimId } from '../../domain/ids.ts';
import type { EventStore } from '../../store/event-store.ts';
import { positionKnownAt } from '../queries/known-at.ts';
import type { AllQueries } from '../views/all-queries.ts';
import type { Clocks, Stamp, VictimView } from '../views/ledger.ts';

/** What papers and pictures are made from. */
export interface Sources {
  readonly queries: AllQueries;
  readonly store: Pick<EventStore, 'head' | 'positionAt' | 'readAll'>;
}

/** Of which victim a paper or a picture is, and how ids are shown to whoever may see their labels. */
export interface OfVictim {
  readonly victimId: VictimId;
  readonly shown: (id: string) => string;
  /** Learns the labels of the ids in an answer. */
  readonly learn: (found: unknown) => Promise<void>;
}

/** All ids of the person whom an answer is about: what it tells is told of all of them. */
export function idsIn({ victimId, people }: VictimView): readonly VictimId[] {
  return [victimId, ...people.oneWith];
}

/**
 * The clocks on which several questions are answered from one state of the log, whatever is recorded meanwhile: as it was known at
 * the last position that counts, up to this head.
 */
export async function clocksOfOneState(
  store: Sources['store'],
  clocks: Clocks,
  head: { readonly position: number },
): Promise<Clocks> {
  const known = (await positionKnownAt(store, clocks)) ?? head.position;
  return { ...clocks, knownAt: `@${String(Math.min(known, head.position))}` };
}

/** Where such an answer stands in the words of who asked: on no recorded clock, where none was asked for. */
export function asAsked(stamp: Stamp, { knownAt }: Clocks): Stamp {
  return { ...stamp, knownAt: knownAt ?? null };
}
