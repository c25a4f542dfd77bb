import { randomUUID } from 'node:crypto';
import { checkCommit, type Expected } from './commit-check.ts';
import { RecentIds } from './recent-ids.ts';
import { lastOfAll, sizeOnDisk, type Proposed, type Recorded } from './recorded.ts';
import { asWritten, currentOf, type Outcome, type StoredStream } from './stored-stream.ts';
import {
  firstVisible,
  isMetadataStream,
  isSoftlyDeleted,
  metadataStreamOf,
  settingsIn,
  settingsOfMetadata,
  softlyDeleted,
  streamOfMetadata,
  undeleted,
} from './stream-settings.ts';

export interface LogSettings {
  readonly clock: () => Date;
  /** How many ids an append that expects nothing is compared with. */
  readonly recentIds: number;
  /** After every so many appends the server writes something for itself; 0 for never. */
  readonly systemEvents: number;
  /** Called with everything that is written at once, before anybody hears of it. */
  readonly keep?: (written: readonly Recorded[]) => void;
}

/** A real log begins with a record that is no event. */
const firstPosition = 198n;

/** All streams of a server, or of all servers of a cluster, in the order in which they were written. */
export class EventLog {
  readonly #settings: LogSettings;
  readonly #all: Recorded[] = [];
  readonly #streams = new Map<string, Recorded[]>();
  readonly #recent: RecentIds;
  readonly #listeners = new Set<() => void>();
  #end = firstPosition;
  #appends = 0;

  constructor(settings: LogSettings, kept: readonly Recorded[] = []) {
    this.#settings = settings;
    this.#recent = new RecentIds(settings.recentIds);
    for (const event of kept) this.#place(event);
  }

  get all(): readonly Recorded[] {
    return this.#all;
  }

  /** Where the next event will begin. */
  get end(): bigint {
    return this.#end;
  }

  /** Where the last event begins; -1 when there is none. */
  get lastPosition(): bigint {
    return this.#all.at(-1)?.position ?? -1n;
  }

  stream(name: string): StoredStream {
    const described = this.#streams.get(metadataStreamOf(name))?.at(-1);
    const settings = isMetadataStream(name) ? settingsOfMetadata : settingsIn(described?.data);
    return { name, events: this.eventsOf(name), settings, hasMetadata: described !== undefined };
  }

  eventsOf(stream: string): readonly Recorded[] {
    return this.#streams.get(stream) ?? noEvents;
  }

  append(name: string, expected: Expected, events: readonly Proposed[]): Outcome {
    const stream = this.stream(name);
    const ids = events.map(({ id }) => id);
    const recentRevisionOf = (id: string): bigint | undefined => this.#recent.revisionOf(id, name);
    const decision = checkCommit(asWritten(stream, recentRevisionOf), expected, ids);
    const current = currentOf(stream);
    switch (decision.kind) {
      case 'write':
        return this.#write(stream, events);
      case 'written-before':
        return written(decision.last, visiblePositionOf(stream, decision.last));
      case 'wrong-expected-version':
        return { kind: decision.kind, expected, current };
      case 'stream-deleted':
        return { kind: decision.kind };
    }
  }

  /** Hides what there is; what is written later is seen, and its revisions go on. */
  deleteSoftly(name: string, expected: Expected): Outcome {
    const stream = this.stream(name);
    if (stream.events.length === 0 && !stream.hasMetadata) {
      return { kind: 'wrong-expected-version', expected, current: -1n };
    }
    return this.#delete(stream, expected, () =>
      this.#commit(metadataStreamOf(name), [metadataEvent(softlyDeleted)]),
    );
  }

  /** Ends the stream for ever. */
  tombstone(name: string, expected: Expected): Outcome {
    return this.#delete(this.stream(name), expected, () => this.#commit(name, [tombstone()], lastOfAll));
  }

  /** Such as a server writes for itself, so that those who read all streams have something to leave out. */
  writeSystemEvent(): void {
    const data = Buffer.from('{"proc-mem":1}');
    this.#commit('$stats-127.0.0.1:2113', [proposed('$statsCollected', data)]);
  }

  /** Called whenever something was written, until the answer is called. */
  onCommit(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A server that starts anew has forgotten which ids it saw of late. */
  forgetRecentIds(): void {
    this.#recent.clear();
  }

  /** Whoever writes to a stream that was deleted softly, or describes it, brings it back as it is from now on. */
  #write(stream: StoredStream, events: readonly Proposed[]): Outcome {
    const described = this.stream(
      isMetadataStream(stream.name) ? streamOfMetadata(stream.name) : stream.name,
    );
    const [current, from] = [currentOf(stream), currentOf(described) + 1n];
    const last = this.#commit(stream.name, events);
    if (isSoftlyDeleted(described.settings)) this.#undelete(described.name, from);
    this.#appends += 1;
    if (this.#appends % this.#settings.systemEvents === 0) this.writeSystemEvent();
    return written(last?.revision ?? current, last?.position);
  }

  #undelete(name: string, from: bigint): void {
    const metadata = this.#streams.get(metadataStreamOf(name))?.at(-1)?.data ?? Buffer.from('{}');
    this.#commit(metadataStreamOf(name), [metadataEvent(undeleted(metadata, from))]);
  }

  #delete(stream: StoredStream, expected: Expected, deed: () => Recorded | undefined): Outcome {
    const decision = checkCommit(
      asWritten(stream, () => undefined),
      expected,
      [''],
    );
    if (decision.kind === 'stream-deleted') return { kind: decision.kind };
    if (decision.kind !== 'write') {
      return { kind: 'wrong-expected-version', expected, current: currentOf(stream) };
    }
    const last = deed();
    return written(last?.revision ?? -1n, last?.position);
  }

  #commit(stream: string, events: readonly Proposed[], first = this.#next(stream)): Recorded | undefined {
    const created = BigInt(this.#settings.clock().getTime()) * 10_000n;
    let position = this.#end;
    const recorded = events.map((event, index): Recorded => {
      const begin = position;
      position += sizeOnDisk(stream, event);
      return { ...event, stream, revision: first + BigInt(index), position: begin, end: position, created };
    });
    if (recorded.length === 0) return undefined;
    this.#settings.keep?.(recorded);
    for (const event of recorded) {
      this.#place(event);
      this.#recent.add(event.id, { stream, revision: event.revision });
    }
    for (const listener of this.#listeners) listener();
    return recorded.at(-1);
  }

  #place(event: Recorded): void {
    this.#all.push(event);
    const stream = this.#streams.get(event.stream);
    if (stream) stream.push(event);
    else this.#streams.set(event.stream, [event]);
    this.#end = event.end;
  }

  #next(stream: string): bigint {
    return (this.#streams.get(stream)?.at(-1)?.revision ?? -1n) + 1n;
  }
}

const noBytes = new Uint8Array();
const noEvents: readonly Recorded[] = [];

/** A real server looks the event up as a reader would, and has no position for one that is hidden. */
function visiblePositionOf(stream: StoredStream, revision: bigint): bigint | undefined {
  if (revision < firstVisible(stream.settings, currentOf(stream))) return undefined;
  return stream.events[Number(revision)]?.position;
}

const written = (revision: bigint, position: bigint | undefined): Outcome => ({
  kind: 'written',
  revision,
  position,
});

const proposed = (type: string, data: Uint8Array): Proposed => ({
  id: randomUUID(),
  type,
  isJson: true,
  data,
  metadata: noBytes,
});

const metadataEvent = (json: string): Proposed => proposed('$metadata', Buffer.from(json));
const tombstone = (): Proposed => ({ ...proposed('$streamDeleted', noBytes), isJson: false });
