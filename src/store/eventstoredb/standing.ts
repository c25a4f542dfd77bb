import type { LogStanding } from '../event-store.ts';

/** How what a node keeps stands to the server, and those who wait until it has all of it. */
export class Standing {
  #now: LogStanding = 'behind';
  #failure: unknown;
  #wasLive = false;
  readonly #awaitingLive = new Set<() => void>();

  get now(): LogStanding {
    return this.#now;
  }

  /** Why it is not live; undefined where nothing has failed since it was. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Whether somebody may rely on it by now. */
  get wasLive(): boolean {
    return this.#wasLive;
  }

  /** For good: what came cannot be true. */
  get isStopped(): boolean {
    return this.#now === 'stopped';
  }

  become(now: LogStanding, failure?: unknown): void {
    this.#now = now;
    this.#failure = failure;
    this.#wasLive ||= now === 'live';
    if (now !== 'live' && now !== 'stopped') return;
    for (const tell of this.#awaitingLive) tell();
    this.#awaitingLive.clear();
  }

  /** @throws what stopped it for good, where something did */
  expectWhole(): void {
    if (this.isStopped) throw this.#failure;
  }

  /** Resolves once all is there that the server had when it was asked, or after so long. Tells whether it is. */
  async untilLive(ms: number): Promise<boolean> {
    if (this.isStopped) return false;
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
