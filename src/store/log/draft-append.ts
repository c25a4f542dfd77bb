/**
 * The gate before every shelf: an append that could not be stored, or not be read back as it was, is refused here,
 * before any input or output. What passes is a draft that no later change of the caller's objects can reach.
 */
import type { Draft } from './envelope.ts';
import { draftOf } from './envelope.ts';
import type { ExpectedRevision, StoreCapabilities, StreamWrite } from '../event-store.ts';
import { AppendRefused } from '../event-store.ts';
import { hasUnpairedSurrogate, whatIsNotPlainJson } from './plain-json.ts';
import type { EventToAppend } from '../recorded-event.ts';

/** The greatest size of one event, in stored bytes; EventStoreDB takes no more, and a log may one day move there. */
const maxEventBytes = 900 * 1024;
/** The greatest size of one append where the store itself sets no limit. */
export const maxLocalAppendBytes = 64 * 1024 * 1024;

export interface DraftWrite {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly after: string | undefined;
  /** None, where the write is a check. */
  readonly drafts: readonly Draft[];
}

/** An append that is right in itself, and waits for its turn. */
export interface DraftAppend {
  readonly writes: readonly DraftWrite[];
  /** In stored bytes. */
  readonly size: number;
}

/** @throws AppendRefused where the append is wrong in itself, or more than the store can do */
export function draftAppend(writes: readonly StreamWrite[], can: StoreCapabilities): DraftAppend {
  refuseIf(writes.length === 0, 'an append needs a write');
  refuseIf(writes.length > 1 && !can.atomicStreams, 'this store writes one stream at a time');
  const drafts = writes.map(draftWrite);
  refuseIf(
    !can.atomicStreams && drafts.some((write) => write.drafts.length === 0),
    'this store checks no stream for another',
  );
  refuseIf(!followOnEachOther(drafts), 'a later write to a stream does not follow on the one before');
  refuseIf(repeatsAnId(drafts), 'an event id stands twice in one append');
  const size = drafts.reduce((sum, write) => sum + sizeOf(write), 0);
  refuseIf(size > can.maxAppendBytes, `the append has more than ${String(can.maxAppendBytes)} bytes`);
  return { writes: drafts, size };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const streamName = /^[A-Z][A-Za-z]*-[A-Za-z0-9._-]{1,120}$/;
const typeName = /^[A-Z][A-Za-z0-9]{0,99}$/;
const day = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
const longestStreamName = 160;
const longestLabel = 200;

/** Whether each further write to a stream expects the revision that the one before leaves. */
function followOnEachOther(writes: readonly DraftWrite[]): boolean {
  if (writes.length === 1) return true;
  const left = new Map<string, ExpectedRevision>();
  return writes.every(({ stream, expected, drafts }) => {
    const before = left.get(stream);
    left.set(stream, drafts.at(-1)?.revision ?? expected);
    return before === undefined || before === expected;
  });
}

function draftWrite({ stream, expected, after, events }: StreamWrite): DraftWrite {
  refuseIf(
    !isText(stream, streamName) || stream.length > longestStreamName,
    'a stream is named like Category-id',
  );
  const first = firstRevision(expected);
  refuseIf(!Number.isSafeInteger(first + events.length), `${stream}: no such expected revision`);
  refuseIf(
    after !== undefined && (expected === 'no-stream' || !uuid.test(after)),
    `${stream}: no event is so called`,
  );
  return {
    stream,
    expected,
    after,
    drafts: events.map((event, at) => draftEvent(stream, first + at, event)),
  };
}

function draftEvent(stream: string, revision: number, event: EventToAppend): Draft {
  const flaw = flawOfEnvelope(event) ?? flawOfData(event.data);
  if (flaw !== undefined) throw new AppendRefused(`${stream} at ${String(revision)}: ${flaw}`);
  const draft = draftOf(stream, revision, event);
  if (draft.size <= maxEventBytes) return draft;
  throw new AppendRefused(`${stream} at ${String(revision)}: more than ${String(maxEventBytes)} bytes`);
}

function flawOfEnvelope(event: EventToAppend): string | undefined {
  if (!isText(event.id, uuid)) return 'the id is not a UUID in small letters';
  if (!isText(event.type, typeName)) return 'the type is not a name like PaymentReceived';
  if (!Number.isSafeInteger(event.schemaVersion) || event.schemaVersion < 1)
    return 'the schema version does not count from 1';
  if (!isLabel(event.commandId)) return 'the command id is empty, too long or not text';
  if (event.causationId !== null && !isText(event.causationId, uuid))
    return 'the causation id is not a UUID in small letters';
  if (!isLabel(event.actor)) return 'the actor is empty, too long or not text';
  return isText(event.effectiveOn, day) ? undefined : 'the effective day is not written YYYY-MM-DD';
}

function flawOfData(data: unknown): string | undefined {
  const flaw = whatIsNotPlainJson(data);
  return flaw === undefined ? undefined : `data${flaw}`;
}

/** 0 for a stream that is not there yet; not a number for what is no revision. */
function firstRevision(expected: ExpectedRevision): number {
  if (expected === 'no-stream') return 0;
  return Number.isSafeInteger(expected) && expected >= 0 ? expected + 1 : NaN;
}

// The types promise text; a door that was handed JSON may break their promise.
function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isLabel(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= longestLabel &&
    !hasUnpairedSurrogate(value)
  );
}

function sizeOf(write: DraftWrite): number {
  return write.drafts.reduce((sum, draft) => sum + draft.size, 0);
}

function repeatsAnId(writes: readonly DraftWrite[]): boolean {
  const ids = writes.flatMap((write) => write.drafts.map((draft) => draft.id));
  return new Set(ids).size < ids.length;
}

function refuseIf(isWrong: boolean, why: string): void {
  if (isWrong) throw new AppendRefused(why);
}
