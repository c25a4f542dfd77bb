import type { House } from '../application/house.ts';

/** A line about how what this node reads stands to the log. */
export interface StandingLine {
  readonly time: string;
  readonly level: 'info' | 'error';
  readonly message: 'store-away' | 'store-back' | 'store-stopped';
  /** The last position that this node has. */
  readonly position: number;
}

/** Writes one line when the server of the log goes away, or what comes from it cannot be true, and one when it is back. */
export class StandingLog {
  readonly #house: Pick<House, 'store'>;
  readonly #log: (line: StandingLine) => void;
  readonly #timer: NodeJS.Timeout;
  #said: House['store']['standing'] = 'live';

  constructor(house: Pick<House, 'store'>, log: (line: StandingLine) => void) {
    this.#house = house;
    this.#log = log;
    this.#timer = setInterval(() => void this.#look(), betweenLooks).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** A node that hears again and is still behind is not back yet. */
  async #look(): Promise<void> {
    const now = this.#house.store.standing;
    if (now === this.#said || now === 'behind') return;
    this.#said = now;
    const { position } = await this.#house.store.head().catch(() => ({ position: 0 }));
    const level = now === 'live' ? 'info' : 'error';
    this.#log({ time: new Date().toISOString(), level, message: messages[now], position });
  }
}

const messages = { live: 'store-back', away: 'store-away', stopped: 'store-stopped' } as const;

/** In milliseconds. */
const betweenLooks = 250;
