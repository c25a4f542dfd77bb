/**
 * The shelf on which history stands. It knows streams, revisions and bytes, and nothing of restitution.
 *
 * Every adapter keeps the same promises, and one contract suite holds it to them (test/store/event-store.contract.ts).
 */
import type { EventToAppend, RecordedEvent } from './recorded-event.ts';

/** The revision that a stream must have for an append to be right; revisions count from 0. There is no `any`. */
export type ExpectedRevision = number | 'no-stream';

/**
 * Events for one stream, to be stored whole or not at all. Without events it is a check: the append depends on the
 * stream being so, and leaves it so.
 */
export interface StreamWrite {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /**
   * The id of the event at the expected revision, for whoever decided on it before it was known to be stored: another
   * event there is a conflict too.
   */
  readonly after?: string | undefined;
  readonly events: readonly EventToAppend[];
}

/** Where an append ended. */
export interface Appended {
  /** The last revision of each stream, in the order of the writes; -1 where there is no such stream. */
  readonly revisions: readonly number[];
  /** The position of the last event; that of the head where there was nothing but checks. */
  readonly position: number;
}

export interface StoreCapabilities {
  /** Whether one append may write several streams, all or none. Nothing may need it for correctness. */
  readonly atomicStreams: boolean;
  /** Whether an event id that stands in the store already is refused at another revision. */
  readonly strictIds: boolean;
  /** The greatest size of one append, in bytes of stored events. */
  readonly maxAppendBytes: number;
}

/** The running hash of the log up to a position; at 0, of the empty log. */
export interface LogHead {
  readonly position: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

export interface ReadStreamOptions {
  /** First revision to read; 0 unless told. */
  readonly from?: number;
  /** Whether what this node has heard of will do, where asking others takes time, or where they are away. */
  readonly mayLag?: boolean;
}

export interface ReadAllOptions {
  /** Read what stands after this position; 0, the beginning, unless told. */
  readonly after?: number;
  /** Read no further than this position. */
  readonly upTo?: number;
  /** Hold each event against the hashes beside it, where the store keeps any. @throws LogDamaged at the first that is wrong */
  readonly isChecked?: boolean;
}

/**
 * How what this process reads stands to the log: `live` is all of it, `behind` not yet, `away` what was heard before the
 * store fell silent, and `stopped` what was heard before something came that cannot be true.
 */
export type LogStanding = 'live' | 'behind' | 'away' | 'stopped';

/**
 * That a log takes no more events: it is `moving` elsewhere, has `moved`, or is still `arriving` from elsewhere. Whatever
 * it has can be read and proven as before.
 */
export interface Closing {
  readonly why: 'moving' | 'moved' | 'arriving';
  /** The other place, for people: without user and password. */
  readonly place: string;
  /** RFC 3339, UTC: since when. */
  readonly at: string;
  /** Where this log ends. */
  readonly head: LogHead;
}

export interface EventStore {
  readonly capabilities: StoreCapabilities;

  /** Why nothing can be appended any more; undefined where it can, as far as this process has heard. */
  readonly closing: Closing | undefined;

  /** Whether what is read is all there is; a store on this machine is always live. */
  readonly standing: LogStanding;

  /**
   * Stores the writes, durably, all or none; an acknowledged append survives a power cut.
   *
   * The same event ids at the same expected revision are the same append: it succeeds again with the first result.
   * Appends are carried out in the order of the calls: those to one stream always, all of them where several streams can
   * be written at once. Where a stream stands in several writes of one append, each expects what the one before leaves;
   * the positions of the events are in the order of the writes. Nothing but checks stores nothing, and tells whether they
   * hold.
   *
   * @throws VersionConflict where a stream has another revision; it carries the actual one
   * @throws DuplicateEventId where an id stands in the store already, elsewhere (strictIds)
   * @throws AppendRefused where the input is wrong; before any input or output
   * @throws LogMoved where the log is closed: the append is no part of it
   * @throws StoreUnavailable where it is not known whether the append took place
   */
  append(writes: readonly StreamWrite[]): Promise<Appended>;

  /** The events of one stream in pages, oldest first; nothing where there is no such stream. */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** The last event of one stream; undefined where there is no such stream. */
  lastOf(stream: string, options?: Pick<ReadStreamOptions, 'mayLag'>): Promise<RecordedEvent | undefined>;

  /** All events in the order in which they were recorded, in pages; gap-free up to the head at the time of the call. */
  readAll(options?: ReadAllOptions): AsyncIterable<readonly RecordedEvent[]>;

  head(): Promise<LogHead>;

  /** The last position recorded at or before the instant (RFC 3339, UTC); 0 where there is none. */
  positionAt(instant: string): Promise<number>;

  /** Calls `listener` after each commit that this process makes or notices. Returns what ends the subscription. */
  onCommit(listener: (position: number) => void): () => void;

  close(): Promise<void>;
}

/** The stream has another revision than expected: somebody wrote first. */
export class VersionConflict extends Error {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly actual: ExpectedRevision;

  constructor(stream: string, expected: ExpectedRevision, actual: ExpectedRevision) {
    super(`expected ${stream} at ${String(expected)}, found ${String(actual)}`);
    this.name = 'VersionConflict';
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** An event id that stands in the store already, at another place. */
export class DuplicateEventId extends Error {
  readonly id: string;

  constructor(id: string) {
    super(`event id ${id} is in the store already`);
    this.name = 'DuplicateEventId';
    this.id = id;
  }
}

/** The append was wrong in itself: empty, too large, a bad id or name, data that is not plain JSON. */
export class AppendRefused extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'AppendRefused';
  }
}

/** The store did not answer, or not in time; what was asked may or may not have taken place. */
export class StoreUnavailable extends Error {
  constructor(why: string, options?: { cause?: unknown }) {
    super(why, options);
    this.name = 'StoreUnavailable';
  }
}

/** This user, or this disk, does not let the program write there. */
export class NoRightToWrite extends Error {
  constructor(path: string, options?: { cause?: unknown }) {
    super(`${path} cannot be written to`, options);
    this.name = 'NoRightToWrite';
  }
}

/** The log takes nothing any more, for the ledger is elsewhere, or on its way; what was to be appended is no part of it. */
export class LogMoved extends Error {
  readonly closing: Closing;

  constructor(closing: Closing) {
    super(inWords(closing));
    this.name = 'LogMoved';
    this.closing = closing;
  }
}

function inWords({ why, place, at, head }: Closing): string {
  if (why === 'moved')
    return `it moved to ${place} on ${at}, with the head ${head.hash}@${String(head.position)}`;
  return why === 'moving'
    ? `it is being moved to ${place}, since ${at}`
    : `it is on its way here from ${place}, since ${at}`;
}

/** What is stored is not what was written; the first bad position, and what is wrong with it. */
export class LogDamaged extends Error {
  readonly position: number;

  constructor(position: number, why: string) {
    super(`position ${String(position)}: ${why}`);
    this.name = 'LogDamaged';
    this.position = position;
  }
}
