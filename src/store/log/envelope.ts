/**
 * The bytes of an event: written once, hashed as written, read back, and never written again.
 *
 * An append knows all of an event but when it is recorded and what stands before it, so the text is made ready when
 * the append is asked for (a draft) and the two gaps are filled when its turn comes (the seal).
 */
import { hash } from 'node:crypto';
import { LogDamaged } from '../event-store.ts';
import type { EventToAppend, RecordedEvent } from '../recorded-event.ts';

/** The running hash of the empty log, and what stands for the event before at revision 0. */
export const emptyHash = '0'.repeat(64);

/** The text of an event around its two gaps, `recordedAt` and `prev`. */
export interface Draft {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  /** How many bytes the event will have. */
  readonly size: number;
  readonly untilRecordedAt: string;
  readonly untilPrev: string;
  readonly untilEnd: string;
}

export interface Sealed {
  readonly bytes: Buffer;
  /** The leaf hash of the bytes, 64 hexadecimal digits. */
  readonly leaf: string;
}

/** The event's text, for its place in its stream. The event has been checked: nothing here can be refused. */
export function draftOf(stream: string, revision: number, event: EventToAppend): Draft {
  const untilRecordedAt =
    `{"v":1,"id":"${event.id}","type":"${event.type}","schemaVersion":${String(event.schemaVersion)}` +
    `,"stream":"${stream}","revision":${String(revision)},"commandId":${JSON.stringify(event.commandId)}` +
    `,"causationId":${JSON.stringify(event.causationId)},"actor":${JSON.stringify(event.actor)},"recordedAt":"`;
  const untilPrev = `","effectiveOn":"${event.effectiveOn}","prev":"`;
  const untilEnd = `","data":${JSON.stringify(event.data)}}`;
  const size =
    Buffer.byteLength(untilRecordedAt) +
    Buffer.byteLength(untilPrev) +
    Buffer.byteLength(untilEnd) +
    sizeOfGaps;
  return { id: event.id, type: event.type, revision, size, untilRecordedAt, untilPrev, untilEnd };
}

/** Fills the gaps. `prev` is the leaf hash of the event before in the stream. */
export function seal(draft: Draft, recordedAt: string, prev: string): Sealed {
  const text = draft.untilRecordedAt + recordedAt + draft.untilPrev + prev + draft.untilEnd;
  const marked = Buffer.from(`\0${text}`);
  return { bytes: marked.subarray(1), leaf: hash('sha256', marked, 'hex') };
}

/** SHA-256 of a zero byte and the bytes: the mark keeps a leaf from ever being taken for a running hash. */
export function leafHash(bytes: Uint8Array): string {
  const marked = Buffer.allocUnsafe(bytes.length + 1);
  marked[0] = 0;
  marked.set(bytes, 1);
  return hash('sha256', marked, 'hex');
}

/** The leaf hash of the bytes that say this text in UTF-8. */
export function leafHashOfText(text: string): string {
  return hash('sha256', `\0${text}`, 'hex');
}

/** SHA-256 of a one byte, the running hash of the log so far, and the leaf hash of the event that joins it. */
export function runningHash(before: string, leaf: string): string {
  return hash('sha256', Buffer.from(`01${before}${leaf}`, 'hex'), 'hex');
}

/** The event that the text of its bytes tells of. @throws LogDamaged where the text is none that this file wrote */
export function readEnvelope(text: string, position: number): RecordedEvent {
  const said = parsed(text, position);
  if (said?.v !== 1) throw new LogDamaged(position, 'is no event of a known form');
  return {
    id: said.id,
    type: said.type,
    schemaVersion: said.schemaVersion,
    stream: said.stream,
    revision: said.revision,
    position,
    commandId: said.commandId,
    causationId: said.causationId,
    actor: said.actor,
    recordedAt: said.recordedAt,
    effectiveOn: said.effectiveOn,
    prev: said.prev,
    data: said.data,
  };
}

interface Envelope extends Omit<RecordedEvent, 'position'> {
  readonly v: number;
}

const sizeOfGaps = '2026-01-01T00:00:00.000Z'.length + emptyHash.length;

function parsed(text: string, position: number): Envelope | null {
  try {
    return JSON.parse(text) as Envelope | null;
  } catch {
    throw new LogDamaged(position, 'is not JSON');
  }
}
