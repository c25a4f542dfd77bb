/** The server as the adapter speaks to it: the one file that knows the client, and where its traps are stepped around. */
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  NO_STREAM,
  START,
  streamNameFilter,
  type AllStreamSubscription,
  type Position,
  type ReadStreamOptions,
  type RecordedEvent as ServerEvent,
} from '@eventstore/db-client';
import { LogDamaged, type ExpectedRevision } from '../event-store.ts';
import type { Original } from '../sqlite-log/log-copy.ts';
import type { Connection } from './connection-string.ts';
import { alarmAfter } from './alarm.ts';
import type { AppendAnswer } from './append-answer.ts';
import { isDenied, isMissing, meaningOf, unavailable } from './server-errors.ts';

/** A place in the server's own order, in which other events than ours stand too. */
export interface ServerPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event of ours on the server, with its place there. */
export interface Arrived extends Original {
  readonly at: ServerPosition;
}

export interface Sendable {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export class Server {
  /** For people: the servers, without user and password. */
  readonly hosts: string;
  /** The name of the ledger that is meant there; empty text where it has none. */
  readonly ledger: string;
  readonly #client: EventStoreDBClient;
  readonly #credentials: { username: string; password: string };
  /** On the server the names of our streams begin with this. */
  readonly #prefix: string;

  constructor({ text, credentials, prefix, hosts, ledger }: Connection) {
    this.hosts = hosts;
    this.ledger = ledger;
    this.#prefix = prefix;
    this.#client = EventStoreDBClient.connectionString(text);
    // With credentials of its own a call is sent alone, with its own deadline and its own error; without, the client
    // puts all appends of a process on one stream, where the fault of one befalls the others. They go nowhere
    // where the connection has no TLS.
    this.#credentials = { ...(credentials ?? { username: 'nobody', password: 'nothing' }) };
  }

  /** @throws what the server refuses for good: no rights, too large, a stream that was deleted */
  async append(
    stream: string,
    expected: ExpectedRevision,
    { events, deadline }: { readonly events: readonly Sendable[]; readonly deadline: number },
  ): Promise<AppendAnswer> {
    const expectedRevision = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
    const sent = events.map(({ id, type, bytes }) => ({
      ...{ id, type, data: bytes, metadata: undefined },
      contentType: 'application/octet-stream' as const,
    }));
    const { signal, end } = alarmAfter(deadline + grace);
    try {
      const answer = await Promise.race([
        this.#client.appendToStream(this.#prefix + stream, sent, {
          ...this.#asking(deadline),
          expectedRevision,
          requiresLeader: true,
        }),
        signal,
      ]);
      return { kind: 'stored', last: Number(answer.nextExpectedRevision) };
    } catch (error) {
      return meaningOf(error);
    } finally {
      end();
    }
  }

  /** The revision of the last event of the stream; -1 where there is no such stream. @throws StoreUnavailable */
  async lastRevision(stream: string, deadline: number): Promise<number> {
    const [last] = await this.#read(stream, lastAlone, deadline);
    return last === undefined ? -1 : Number(last.revision);
  }

  /**
   * The last event of the stream; undefined where there is no such stream.
   *
   * @throws LogDamaged where it is not as our events are stored, and StoreUnavailable
   */
  async last(stream: string, deadline: number): Promise<Original | undefined> {
    const [last] = await this.#read(stream, lastAlone, deadline);
    return last && this.#originalOf(last);
  }

  /** The first event of the stream; undefined where there is no such stream. @throws as `last` does */
  async first(stream: string, deadline: number): Promise<Original | undefined> {
    const [first] = await this.#read(stream, { fromRevision: START, maxCount: 1 }, deadline);
    return first && this.#originalOf(first);
  }

  /** The events of a short stream of ours, oldest first; none where there is none. @throws as `last` does */
  async readShort(stream: string, deadline: number): Promise<readonly Original[]> {
    return (await this.#read(stream, { fromRevision: START }, deadline)).map((each) =>
      this.#originalOf(each),
    );
  }

  /**
   * Lets a stream show no more than its last event, so that the server may drop the others when it is scavenged.
   *
   * @returns whether the server lets this user do so
   * @throws StoreUnavailable
   */
  async showOnlyLast(stream: string, deadline: number): Promise<boolean> {
    const { signal, end } = alarmAfter(deadline + grace);
    try {
      const asking = { ...this.#asking(deadline), requiresLeader: true };
      await Promise.race([
        this.#client.setStreamMetadata(this.#prefix + stream, { maxCount: 1 }, asking),
        signal,
      ]);
      return true;
    } catch (error) {
      if (isDenied(error)) return false;
      throw this.told(error);
    } finally {
      end();
    }
  }

  /** Follows the server's order from behind a place, through the streams of these categories alone. */
  follow(after: ServerPosition | undefined, { categories, onCheckpoint }: Following): AllStreamSubscription {
    const prefixes = categories.map((category) => `${this.#prefix}${category}-`);
    const filter = streamNameFilter({
      prefixes,
      checkpointInterval: 32,
      checkpointReached: (_subscription, { commit, prepare }) => {
        // Whatever this threw would stop the subscription, and nobody would be told.
        onCheckpoint({ commit, prepare });
        return Promise.resolve();
      },
    });
    const fromPosition: Position | typeof START = after === undefined ? START : { ...after };
    return this.#client.subscribeToAll({ credentials: this.#credentials, fromPosition, filter });
  }

  /** The event as it was stored. @throws LogDamaged where it is not as our events are stored */
  arrivedOf(event: ServerEvent): Arrived {
    if (event.position === undefined) throw notOurs(event);
    return { ...this.#originalOf(event), at: event.position };
  }

  /** That the server did not answer, with its address and the cause; what it refused for good is told as such. */
  told(error: unknown): Error {
    return unavailable(error, this.hosts);
  }

  /** Ends what is under way; a call that the server never answered would keep the client waiting for ever. */
  async close(): Promise<void> {
    const { signal, end } = alarmAfter(grace);
    await Promise.race([this.#client.dispose(), signal.catch(() => undefined)]);
    end();
  }

  async #read(stream: string, how: ReadStreamOptions, deadline: number): Promise<readonly ServerEvent[]> {
    const reading = this.#client.readStream(this.#prefix + stream, {
      ...this.#asking(deadline),
      ...{ ...how, requiresLeader: true },
    });
    // The client gives reads no deadline of ours.
    const { signal, end } = alarmAfter(deadline);
    try {
      return await Promise.race([eventsIn(reading), signal]);
    } catch (error) {
      if (isMissing(error)) return [];
      // Only what has not come to its end is cut off: a server takes many cuts for an attack, and ends the connection.
      reading.cancel().catch(() => undefined);
      throw this.told(error);
    } finally {
      end();
    }
  }

  #originalOf(event: ServerEvent): Original {
    const { streamId, revision, id, type, data } = event;
    if (!(data instanceof Uint8Array)) throw notOurs(event);
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    return { stream: streamId.slice(this.#prefix.length), revision: Number(revision), id, type, bytes };
  }

  #asking(deadline: number): { credentials: { username: string; password: string }; deadline: number } {
    return { credentials: this.#credentials, deadline };
  }
}

export interface Following {
  readonly categories: readonly string[];
  readonly onCheckpoint: (position: ServerPosition) => void;
}

const lastAlone: ReadStreamOptions = { direction: BACKWARDS, fromRevision: END, maxCount: 1 };

async function eventsIn(reading: AsyncIterable<{ readonly event?: ServerEvent }>): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const { event } of reading) if (event) events.push(event);
  return events;
}

function notOurs({ streamId, revision }: ServerEvent): LogDamaged {
  return new LogDamaged(0, `${streamId} at ${String(revision)} was not written by this program`);
}

/** In milliseconds: the client's own deadline comes first, where the client keeps it. */
const grace = 500;
