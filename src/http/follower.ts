import type { House } from '../application/house.ts';

/**
 * Lets the house finish, after each commit, what recorded events still ask for: notices to cases, and whatever a crash
 * cut short. One run at a time; what is committed meanwhile is for the next.
 */
export class Follower {
  readonly #house: House;
  readonly #onFailure: (error: unknown) => void;
  readonly #unsubscribe: () => void;
  #isBehind = true;
  #running: Promise<void> | undefined;

  /** @param onFailure hears of a run that failed; the next commit brings about another */
  constructor(house: House, onFailure: (error: unknown) => void) {
    this.#house = house;
    this.#onFailure = onFailure;
    this.#unsubscribe = house.store.onCommit(() => this.#wake());
    this.#wake();
  }

  /** Follows no further, and waits for the run that is under way. */
  async stop(): Promise<void> {
    this.#unsubscribe();
    this.#isBehind = false;
    await this.#running;
  }

  #wake(): void {
    this.#isBehind = true;
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    // What a run itself commits wakes it again, so it goes on until nothing was left to do.
    while (this.#isBehind) {
      this.#isBehind = false;
      await this.#house.catchUp().catch((error: unknown) => this.#onFailure(error));
    }
    this.#running = undefined;
  }
}
