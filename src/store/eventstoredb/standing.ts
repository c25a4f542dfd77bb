import type { LogStanding } from '../event-store.ts';

/** How the copy of a node stands to the log, and those who wait until it has all of it. */
export class Standing {
  #now: LogStanding = 'behind';
  #failure: unknown;
  readonly #awaitingLive = new Set<() => void>();

  get now(): LogStanding {
    return this.#now;
  }

  become(now: LogStanding, failure?: unknown): void {
    this.#now = now;
    this.#failure = failure;
    if (now !== 'live' && now !== 'stopped') return;
    for (const tell of this.#awaitingLive) tell();
    this.#awaitingLive.clear();
  }

  /** @throws LogDamaged where the copy has stopped for good */
  expectWhole(): void {
    if (this.#now === 'stopped') throw this.#failure;
  }

  /** Resolves once the copy has all that the server had when it was asked, or after so long. Tells whether it has. */
  async untilLive(ms: number): Promise<boolean> {
    if (this.#now === 'stopped') return false;
    if (this.#now !== 'live') {
      await new Promise<void>((resolve) => {
        const tell = (): void => {
          clearTimeout(timer);
          this.#awaitingLive.delete(tell);
          resolve();
        };
        const timer = setTimeout(tell, ms);
        this.#awaitingLive.add(tell);
      });
    }
    return this.#now === 'live';
  }
}
