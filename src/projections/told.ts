import type { EventType, LedgerEvent } from '../domain/events.ts';

/** An event as it is told to the read models: what happened, and where that stands in the log. */
export type Told<Type extends EventType = EventType> = Extract<LedgerEvent, { type: Type }> & Place;

interface Place {
  /** From 1, in the order of recording. */
  readonly position: number;
  /** Of the several things that stand at the position, from 0: where what the event tells begins. */
  readonly item: number;
  /** RFC 3339 in UTC. */
  readonly recordedAt: string;
  /** What brought the event about; null where nothing in its append did. Told of what follows by law. */
  readonly cause: Cause | null;
}

/** The fact that the law made something of. */
export interface Cause {
  readonly type: EventType;
  readonly position: number;
  /** What that fact is about: the receipt that was credited, the request that was paid, the order that became final. */
  readonly id: string | null;
}

/** What to make of each type of event; types that are left out leave the read model as it is. */
export type ByType<Made> = { readonly [Type in EventType]?: (event: Told<Type>) => readonly Made[] };
