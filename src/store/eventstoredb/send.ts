import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable, type ExpectedRevision } from '../event-store.ts';
import type { AppendAnswer } from './append-answer.ts';
import type { Sendable, Server } from './server.ts';

/** An append as it is sent. */
export interface Sending {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly Sendable[];
}

/** What the server has made of an append. */
export type Known = Exclude<AppendAnswer, { readonly kind: 'unknown' }>;

/**
 * Sends an append until it is known what became of it, and for so many milliseconds. The same ids at the same revision are
 * one append, however often they are sent.
 *
 * @throws StoreUnavailable where it is not known in time
 */
export async function sentUntilKnown(
  server: Server,
  { stream, expected, events }: Sending,
  ms: number,
): Promise<Known> {
  const until = Date.now() + ms;
  for (let wait = shortestPause; ; wait = Math.min(wait * 2, longestPause)) {
    const deadline = Math.min(Math.max(until - Date.now(), 1), longestAttempt);
    const answer = await server.append(stream, expected, { events, deadline });
    if (answer.kind !== 'unknown') return answer;
    if (Date.now() + wait >= until)
      throw new StoreUnavailable('EventStoreDB did not say what became of an append', {
        cause: answer.cause,
      });
    await pause(wait);
  }
}

/** In milliseconds. */
const shortestPause = 20;
const longestPause = 500;
const longestAttempt = 3_000;
