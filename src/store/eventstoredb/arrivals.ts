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
  readonly #waiting = new Map<string, Set<Waiting>>();

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** Resolves once the event is taken in. @throws StoreUnavailable where it does not come within so many ms */
  async of(stream: string, revision: number, ms: number): Promise<void> {
    if (this.#keeper.has(stream, revision)) return;
    const { signal, end } = alarmAfter(ms);
    let stopWaiting = (): void => undefined;
    const arrived = new Promise<void>((resolve, reject) => {
      stopWaiting = this.#wait(stream, { revision, resolve, reject });
    });
    try {
      await Promise.race([arrived, signal]);
    } finally {
      end();
      stopWaiting();
    }
  }

  /** Of what has come, which need not all have been taken in. */
  tell(arrived: readonly Arrived[]): void {
    for (const { stream } of arrived) {
      const waiting = this.#waiting.get(stream);
      if (waiting === undefined) continue;
      for (const each of waiting) {
        if (!this.#keeper.has(stream, each.revision)) continue;
        each.resolve();
        this.#leave(stream, each);
      }
    }
  }

  fail(error: unknown): void {
    for (const waiting of this.#waiting.values()) for (const { reject } of waiting) reject(error);
  }

  /** Gives what ends the waiting, also where nothing came: while a server is away, many give up. */
  #wait(stream: string, one: Waiting): () => void {
    const waiting = this.#waiting.get(stream) ?? new Set();
    this.#waiting.set(stream, waiting.add(one));
    return () => {
      this.#leave(stream, one);
    };
  }

  #leave(stream: string, one: Waiting): void {
    const waiting = this.#waiting.get(stream);
    waiting?.delete(one);
    if (waiting?.size === 0) this.#waiting.delete(stream);
  }
}
