/** A long stretch of the log, hashed by a thread of its own ahead of whoever reads it. */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { LogDamaged, StoreUnavailable } from '../event-store.ts';
import { eventsPerPage, type PositionRange } from '../log/reading.ts';
import { translatedError } from './errors.ts';

/** Texts of events one after the other, none of them another than was recorded, and the leaf hash of each. */
export interface HashedPage {
  readonly texts: readonly string[];
  readonly leaves: readonly string[];
  /** The running hash up to the last of them. */
  readonly running: string;
}

/** Why there are no more: what is wrong at a position, or what SQLite said there. */
type Stopped = { readonly position: number } & (
  { readonly wrong: string } | { readonly code: string; readonly message: string }
);

/** A stretch of the log in a file. */
export interface Stretch extends PositionRange {
  readonly file: string;
  /** The running hash of all that stands before it. */
  readonly running: string;
  /** So much text ends a page. */
  readonly longestPage: number;
}

/**
 * The pages of the stretch. The thread ends with the last of them, or as soon as nobody wants more.
 *
 * @throws LogDamaged at the first event that is missing, or is not what was recorded
 * @throws StoreUnavailable where the file cannot be read
 */
export async function* hashedAhead(stretch: Stretch): AsyncGenerator<HashedPage, void, undefined> {
  const thread = new Worker(new URL('hashing-thread.js', import.meta.url), {
    workerData: { ...stretch, pageSize: eventsPerPage },
    // What it holds is a few pages.
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
  });
  try {
    let last = stretch.after;
    for await (const [said] of on(thread, 'message', { close: ['exit'] }) as AsyncIterable<
      [HashedPage | Stopped]
    >) {
      if ('position' in said) throw reasonOf(said);
      thread.postMessage('next');
      last += said.texts.length;
      yield said;
      if (last >= stretch.upTo) return;
    }
    throw new StoreUnavailable('the thread that read the log came to an end before it');
  } finally {
    await thread.terminate();
  }
}

function reasonOf(stopped: Stopped): unknown {
  return 'wrong' in stopped
    ? new LogDamaged(stopped.position, stopped.wrong)
    : translatedError(Object.assign(new Error(stopped.message), { code: stopped.code }), stopped.position);
}
