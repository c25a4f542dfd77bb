/**
 * What an append means, on any shelf that this process writes itself: check every revision, then store all or none.
 */
import type { DraftAppend, DraftWrite } from './draft-append.ts';
import type { Draft } from './envelope.ts';
import { emptyHash, readEnvelope, runningHash, seal } from './envelope.ts';
import type { Appended, ExpectedRevision, LogHead } from '../event-store.ts';
import { VersionConflict } from '../event-store.ts';

/** The last event of a stream. */
export interface Tip {
  readonly revision: number;
  readonly id: string;
  readonly leaf: string;
}

/** An event on its way onto the shelf, with its place. */
export interface Entry {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly position: number;
  readonly bytes: Buffer;
  readonly leaf: string;
  readonly running: string;
}

export interface StoredBytes {
  readonly position: number;
  readonly bytes: Buffer;
}

export interface Shelf {
  readonly head: LogHead;
  /** When the last event was recorded; empty text where there is none. */
  readonly lastRecordedAt: string;
  tipOf(stream: string): Tip | undefined;
  eventAt(stream: string, revision: number): StoredBytes | undefined;
  /** Stores the entries and moves the head, or does neither. @throws DuplicateEventId where an id is there already */
  put(entries: readonly Entry[], recordedAt: string): void;
}

/** @throws VersionConflict where a stream has another revision, unless the very same append was carried out before */
export function carryOut(shelf: Shelf, append: DraftAppend, now: Date): Appended {
  const leaves = new Map<string, string>();
  let late: DraftWrite | undefined;
  for (const write of append.writes) {
    // That a later write to the same stream follows on the first was seen before any input or output.
    if (leaves.has(write.stream)) continue;
    const tip = shelf.tipOf(write.stream);
    leaves.set(write.stream, tip?.leaf ?? emptyHash);
    if (!follows(tip, write)) late ??= write;
  }
  if (late === undefined) return putAll(shelf, append, { leaves, now });
  const before = whatCameOfItBefore(shelf, append.writes);
  if (before !== undefined) return before;
  throw new VersionConflict(late.stream, late.expected, revisionOf(shelf.tipOf(late.stream)));
}

function follows(tip: Tip | undefined, { expected, after }: DraftWrite): boolean {
  return revisionOf(tip) === expected && (after === undefined || after === tip?.id);
}

function revisionOf(tip: Tip | undefined): ExpectedRevision {
  return tip?.revision ?? 'no-stream';
}

interface Turn {
  /** The leaf hash of the last event of each stream so far. */
  readonly leaves: Map<string, string>;
  readonly now: Date;
}

function putAll(shelf: Shelf, { writes }: DraftAppend, { leaves, now }: Turn): Appended {
  const recordedAt = later(now.toISOString(), shelf.lastRecordedAt);
  const entries: Entry[] = [];
  let head = shelf.head;
  for (const { stream, drafts } of writes) {
    let prev = leaves.get(stream) ?? emptyHash;
    for (const draft of drafts) {
      const { bytes, leaf } = seal(draft, recordedAt, prev);
      head = { position: head.position + 1, hash: runningHash(head.hash, leaf) };
      const { id, revision } = draft;
      entries.push({ stream, revision, id, position: head.position, bytes, leaf, running: head.hash });
      prev = leaf;
    }
    leaves.set(stream, prev);
  }
  if (entries.length > 0) shelf.put(entries, recordedAt);
  return { revisions: writes.map(lastRevisionOf), position: head.position };
}

/** The clock may be set back; what is recorded later is never recorded earlier. */
function later(one: string, other: string): string {
  return one > other ? one : other;
}

/**
 * The first result of an append that stands on the shelf already, whole and word for word. Its checks held then, and need
 * not hold any more.
 */
function whatCameOfItBefore(shelf: Shelf, writes: readonly DraftWrite[]): Appended | undefined {
  let position = 0;
  for (const { stream, drafts } of writes) {
    for (const draft of drafts) {
      const stored = shelf.eventAt(stream, draft.revision);
      if (stored === undefined || !saysTheSame(draft, stored)) return undefined;
      position = Math.max(position, stored.position);
    }
  }
  return position === 0 ? undefined : { revisions: writes.map(lastRevisionOf), position };
}

function saysTheSame(draft: Draft, stored: StoredBytes): boolean {
  const { recordedAt, prev } = readEnvelope(stored.bytes.toString(), stored.position);
  return seal(draft, recordedAt, prev).bytes.equals(stored.bytes);
}

function lastRevisionOf({ expected, drafts }: DraftWrite): number {
  return drafts.at(-1)?.revision ?? (expected === 'no-stream' ? -1 : expected);
}
