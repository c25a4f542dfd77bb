/** Those who wait until an event has been copied: whoever wrote it, so that they can read what they wrote. */
import type { LogCopy, Original } from '../sqlite-log/log-copy.ts';
import { alarmAfter } from './alarm.ts';

interface Waiting {
  readonly revision: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Arrivals {
  readonly #copy: LogCopy;
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(copy: LogCopy) {
    this.#copy = copy;
  }

  /** The position of the event, once it is copied. @throws StoreUnavailable where it does not come within so many ms */
  async of(stream: string, revision: number, ms: number): Promise<number> {
    const known = this.#copy.placeOf(stream, revision);
    if (known) return known.position;
    const { signal, end } = alarmAfter(ms);
    const waiting = this.#waiting.get(stream) ?? [];
    this.#waiting.set(stream, waiting);
    const arrived = new Promise<void>((resolve, reject) => {
      waiting.push({ revision, resolve, reject });
    });
    // Whoever stops waiting is still told, and need not listen.
    arrived.catch(() => undefined);
    try {
      await Promise.race([arrived, signal]);
    } finally {
      end();
    }
    return this.of(stream, revision, ms);
  }

  tell(arrived: readonly Original[]): void {
    for (const { stream, revision } of arrived) {
      const waiting = this.#waiting.get(stream);
      if (waiting === undefined) continue;
      const left = waiting.filter((each) => each.revision > revision);
      for (const each of waiting) if (each.revision <= revision) each.resolve();
      if (left.length > 0) this.#waiting.set(stream, left);
      else this.#waiting.delete(stream);
    }
  }

  fail(error: unknown): void {
    for (const waiting of this.#waiting.values()) for (const { reject } of waiting) reject(error);
    this.#waiting.clear();
  }
}
