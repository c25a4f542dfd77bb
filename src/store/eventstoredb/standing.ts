import type { LogDamaged, LogStanding } from '../event-store.ts';

/** How the copy of a node stands to the log, and those who wait until it has all of it. */
export class Standing {
  #now: LogStanding = 'behind';
  #failure: unknown;
  #wasLive = false;
  readonly #awaitingLive = new Set<() => void>();

  get now(): LogStanding {
    return this.#now;
  }

  /** For good: what came cannot be true. */
  get isStopped(): boolean {
    return this.#now === 'stopped';
  }

  /** For good. Where somebody relies on it by now, whoever looks after the machine is told. */
  stop(failure: LogDamaged): void {
    if (this.#wasLive) warnOf(failure);
    this.become('stopped', failure);
  }

  become(now: LogStanding, failure?: unknown): void {
    this.#now = now;
    this.#failure = failure;
    this.#wasLive ||= now === 'live';
    if (now !== 'live' && now !== 'stopped') return;
    for (const tell of this.#awaitingLive) tell();
    this.#awaitingLive.clear();
  }

  /** @throws LogDamaged where the copy has stopped for good */
  expectWhole(): void {
    if (this.isStopped) throw this.#failure;
  }

  /** Resolves once the copy has all that the server had when it was asked, or after so long. Tells whether it has. */
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

/** Without the words of the failure, in which ids may stand. */
function warnOf({ position }: LogDamaged): void {
  const where = `at position ${String(position)}`;
  process.emitWarning(`the copy of the log stopped ${where}; \`restitution verify\` tells why`, 'LogDamaged');
}
