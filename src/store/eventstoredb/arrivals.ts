/** Those who wait until an event has been taken in: whoever wrote it, so that they can read what they wrote. */
import { alarmAfter } from './alarm.ts';
import type { Keeper } from './keeper.ts';
import type { Arrived } from './server.ts';

interface Waiting {
  readonly revision: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Arrivals {
  readonly #keeper: Keeper;
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** Resolves once the event is taken in. @throws StoreUnavailable where it does not come within so many ms */
  async of(stream: string, revision: number, ms: number): Promise<void> {
    if (this.#keeper.has(stream, revision)) return;
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
  }

  /** Of what has come, which need not all have been taken in. */
  tell(arrived: readonly Arrived[]): void {
    for (const { stream } of arrived) {
      const waiting = this.#waiting.get(stream);
      if (waiting === undefined) continue;
      const left = waiting.filter(({ revision }) => !this.#keeper.has(stream, revision));
      for (const each of waiting) if (!left.includes(each)) each.resolve();
      if (left.length > 0) this.#waiting.set(stream, left);
      else this.#waiting.delete(stream);
    }
  }

  fail(error: unknown): void {
    for (const waiting of this.#waiting.values()) for (const { reject } of waiting) reject(error);
    this.#waiting.clear();
  }
}
