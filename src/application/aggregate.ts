import type { Roster } from '../domain/document/columns.ts';
import type { ExpectedRevision } from '../store/event-store.ts';
import type { Tells } from './documents/documents.ts';
import { deciderOf, streamName, type StreamRef } from './streams.ts';

/** One stream, folded. It belongs to Aggregates; others read it, and change its state only through `advance`. */
export interface Aggregate {
  readonly ref: StreamRef;
  readonly stream: string;
  readonly state: unknown;
  /** The revision up to which the state is folded; -1 where there is no such stream yet. */
  revision: number;
  /** The ids of the first and the last event of the stream. */
  origin: string | undefined;
  last: string | undefined;
  /** The schedules of the stream, for later documents to refer to. */
  readonly rosters: Roster[];
  /** What it takes to keep it, in events. */
  weight: number;
  /** Commands from doors that this stream has carried out, with the id of the first event of each. */
  readonly heard: Map<string, string>;
}

/** An event as it stands in a stream, or will stand once the store has it. */
export interface StreamEvent {
  readonly id: string;
  readonly commandId: string;
  readonly causationId: string | null;
  readonly tells: Tells;
}

/** What a stream weighs beside its events: the maps of its state, which for most streams are most of it. */
const emptyWeight = 5;

/** A stream of which nothing is folded yet. */
export function unread(ref: StreamRef): Aggregate {
  return {
    ref,
    stream: streamName(ref),
    state: deciderOf(ref.kind).empty(),
    revision: -1,
    ...{ origin: undefined, last: undefined },
    rosters: [],
    weight: emptyWeight,
    heard: new Map<string, string>(),
  };
}

/** The revision that an append to the stream must find. */
export function expectedOf({ revision }: Pick<Aggregate, 'revision'>): ExpectedRevision {
  return revision < 0 ? 'no-stream' : revision;
}

/** Folds the next event into it. */
export function fold(aggregate: Aggregate, { id, commandId, causationId, tells }: StreamEvent): void {
  const decider = deciderOf(aggregate.ref.kind);
  for (const event of tells.events) {
    decider.evolve(aggregate.state, event);
    aggregate.weight += 1;
  }
  aggregate.rosters.push(...tells.rosters);
  aggregate.revision += 1;
  aggregate.origin ??= id;
  aggregate.last = id;
  if (causationId === null && !aggregate.heard.has(commandId)) aggregate.heard.set(commandId, id);
}
