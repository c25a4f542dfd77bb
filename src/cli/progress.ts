import type { World } from './world.ts';

/** How far something long has come: a line that moves where a person looks, a line every ten seconds otherwise. */
export class Progress {
  readonly #world: Pick<World, 'stderr'>;
  readonly #what: string;
  #last = performance.now();
  #isShown = false;

  constructor(world: Pick<World, 'stderr'>, what: string) {
    this.#world = world;
    this.#what = what;
  }

  /** Tells of it, if it is time to. @param share from 0 to 1, where it is known how much there is in all */
  tell(done: number, share?: number): void {
    const { isTerminal } = this.#world.stderr;
    const now = performance.now();
    if (now - this.#last < (isTerminal ? eye : patience)) return;
    this.#last = now;
    this.#isShown = isTerminal;
    const text = `${this.#what} ${done.toLocaleString('en-US')}`;
    void this.#world.stderr.write(
      isTerminal ? `\r${text}${bar(share)}\u001B[K` : `${text}${percent(share, ',')}\n`,
    );
  }

  /** Takes the moving line away. */
  finish(): void {
    if (this.#isShown) void this.#world.stderr.write('\r\u001B[K');
    this.#isShown = false;
  }
}

/** In milliseconds: what an eye can follow, and how long somebody who reads a log waits before worrying. */
const eye = 100;
const patience = 10_000;

const width = 24;

function bar(share: number | undefined): string {
  if (share === undefined) return '';
  const filled = Math.min(width, Math.round(width * share));
  return ` [${'#'.repeat(filled)}${'.'.repeat(width - filled)}]${percent(share)}`;
}

function percent(share: number | undefined, comma = ''): string {
  return share === undefined ? '' : `${comma} ${Math.min(100, Math.floor(share * 100))} %`;
}
