import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { RecordedEvent } from '../store/recorded-event.ts';
import type { SnapshotStore } from '../store/snapshot-store.ts';
import type { Aggregate } from './aggregate.ts';
import { deciderOf, streamName, type StreamRef } from './streams.ts';

/**
 * So many events read since the last snapshot are worth one: they take some tenths of a second. What a document tells of two
 * hundred thousand victims is one event, and is folded as fast as a snapshot of it would be read.
 */
const worthKeeping = 10_000;

interface Options {
  /** How many events; 10,000 unless told. */
  readonly worthKeeping?: number;
}

/**
 * Long streams as they were folded before, so that a process that was just started need not fold them from their beginning.
 *
 * They are a cache: whoever deletes them changes no decision. A snapshot is used only where the log has the very event up to
 * which it was folded, and the very events before it; what came since is folded on top.
 */
export class Snapshots {
  readonly #store: SnapshotStore;
  readonly #worthKeeping: number;

  constructor(store: SnapshotStore, options: Options = {}) {
    this.#store = store;
    this.#worthKeeping = options.worthKeeping ?? worthKeeping;
  }

  /** The stream as it was kept last; undefined where it was not, or cannot be read. */
  async of(ref: StreamRef): Promise<Snapshot | undefined> {
    const bytes = await this.#store.get(streamName(ref));
    const kept = bytes && readBack(bytes);
    if (kept === undefined) return undefined;
    const { mark, aggregate } = kept;
    const state = revived(deciderOf(ref.kind).empty(), aggregate.state);
    return {
      aggregate: { ...aggregate, ref, stream: streamName(ref), state },
      isOf: (event) => markOf(event) === mark,
    };
  }

  /** Keeps the stream, where it is worth it, which was read from this revision on and up to this event. */
  async keep({ stream, ref: _, ...aggregate }: Aggregate, { after, upTo }: ReadOn): Promise<void> {
    if (upTo === undefined || aggregate.revision - after < this.#worthKeeping) return;
    const kept: Kept = { mark: markOf(upTo), aggregate };
    await this.#store.put(stream, serialize(kept));
  }
}

/** How far a stream was read: after which revision, and up to which event; that is undefined where none came. */
interface ReadOn {
  readonly after: number;
  readonly upTo: RecordedEvent | undefined;
}

/** A stream as it was folded once, and whether this event, at that revision, is the one up to which it was. */
export interface Snapshot {
  readonly aggregate: Aggregate;
  readonly isOf: (event: RecordedEvent) => boolean;
}

interface Kept {
  readonly mark: string;
  readonly aggregate: Omit<Aggregate, 'ref' | 'stream'>;
}

/** Tells an event and, by the hash in it of the one before, all that stands before it in its stream from any other. */
function markOf(event: RecordedEvent): string {
  return hash('sha256', JSON.stringify(event));
}

function readBack(bytes: Uint8Array): Kept | undefined {
  try {
    return deserialize(bytes) as Kept;
  } catch {
    return undefined;
  }
}

/**
 * A state as it was before it became bytes. Bytes know maps, sets and amounts, but no classes: those that a state has (one
 * each for some of its parts, never deeper) are those that the empty one has.
 */
function revived(empty: unknown, kept: unknown): unknown {
  const state = kept as Record<string, unknown>;
  for (const [part, value] of Object.entries(empty as Record<string, unknown>)) {
    if (isOfClass(value)) state[part] = Object.assign(value, state[part]);
  }
  return state;
}

const plain: readonly unknown[] = [Object.prototype, Array.prototype, Map.prototype, Set.prototype];

function isOfClass(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !plain.includes(Object.getPrototypeOf(value));
}
