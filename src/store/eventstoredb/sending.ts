/** One append with all its attempts: it is sent until it is known what became of it, or until its time is over. */
import { setTimeout as pause } from 'node:timers/promises';
import { VersionConflict, type ExpectedRevision } from '../event-store.ts';
import type { AppendAnswer } from './append-answer.ts';
import type { Sendable, Server } from './server.ts';

/** What is to be stored, and where. */
export interface Sending {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly Sendable[];
}

/**
 * The revision of the last event. The same ids at the same revision are one append, however often they are sent.
 *
 * @param until the instant, in milliseconds, at which it is given up
 * @throws VersionConflict, AppendRefused, and StoreUnavailable where it is not known what became of it
 */
export async function sendUntilKnown(
  server: Server,
  { stream, expected, events }: Sending,
  until: number,
): Promise<number> {
  for (let wait = shortestPause; ; wait = Math.min(wait * 2, longestPause)) {
    const deadline = Math.min(left(until), longestAttempt);
    const answer: AppendAnswer = await server.append(stream, expected, { events, deadline });
    if (answer.kind === 'stored') return answer.last;
    if (answer.kind === 'conflict') throw new VersionConflict(stream, expected, answer.actual);
    if (Date.now() + wait >= until) throw server.told(answer.cause);
    await pause(wait);
  }
}

/** Milliseconds until that instant, at least one. */
export function left(until: number): number {
  return Math.max(until - Date.now(), 1);
}

/** The last revision of a stream as an append expects it; below 0 there is no such stream. */
export function revisionOf(last: number): ExpectedRevision {
  return last < 0 ? 'no-stream' : last;
}

/** In milliseconds. */
const shortestPause = 20;
const longestPause = 500;
const longestAttempt = 3_000;
