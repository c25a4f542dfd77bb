/**
 * Marks on the server that the log is closed, or open again: a stream of their own, outside the streams of the ledger, but
 * in the same order of the server. What stands behind the mark that closes the log is no part of it, and every node
 * reads the same order; so all agree on where the log ends, although the server writes one stream at a time.
 */
import type { LogHead } from '../event-store.ts';
import { LogDamaged } from '../event-store.ts';
import type { Original } from '../sqlite-log/log-copy.ts';

/** The streams of marks begin like this; those of the ledger never do. */
export const markCategory = 'LogMark';
/** Whether the log is closed. */
export const closingStream = `${markCategory}-closing`;

/** What a mark says. */
export type ClosingNotice =
  /** From here on nothing is part of the log: the ledger is leaving, or has not wholly arrived. */
  | {
      readonly type: 'LogClosed';
      readonly why: 'moving' | 'arriving';
      readonly place: string;
      readonly at: string;
      /** The id of the first event of the log, by which one log is told from another. */
      readonly firstId: string;
    }
  /** It has left, with this head. */
  | { readonly type: 'LogMoved'; readonly place: string; readonly at: string; readonly head: LogHead }
  /** All that stands in the streams is part of the log again. */
  | { readonly type: 'LogOpened'; readonly at: string };

/** A mark in its place. */
export interface ClosingMark {
  readonly revision: number;
  readonly notice: ClosingNotice;
}

/** The mark in an event of the server. @throws LogDamaged where it is none that this program knows */
export function closingMarkIn({ revision, type, bytes }: Original): ClosingMark {
  const said = parsed(bytes);
  const notice = { ...said, type } as ClosingNotice;
  if (!isNotice(notice))
    throw new LogDamaged(0, `${closingStream} at ${String(revision)} is no mark known here`);
  return { revision, notice };
}

/** The bytes of a notice; its type is that of the event. */
export function bytesOfNotice({ type: _, ...said }: ClosingNotice): Buffer {
  return Buffer.from(JSON.stringify({ v: 1, ...said }));
}

/** The revision of the first mark that counts: those up to the last that opened the log are history. */
export function firstThatCounts(marks: readonly ClosingMark[]): number {
  return (marks.findLast(({ notice }) => notice.type === 'LogOpened')?.revision ?? -1) + 1;
}

function isNotice(notice: ClosingNotice): boolean {
  switch (notice.type) {
    case 'LogClosed':
      return isText(notice.place) && isText(notice.at) && isText(notice.firstId) && isText(notice.why);
    case 'LogMoved':
      return isText(notice.place) && isText(notice.at) && Number.isSafeInteger(notice.head.position);
    case 'LogOpened':
      return true;
    default:
      return false;
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function parsed(bytes: Buffer): object {
  try {
    return JSON.parse(bytes.toString()) as object;
  } catch {
    return {};
  }
}
