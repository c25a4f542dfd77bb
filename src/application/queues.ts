/** Runs what is asked under one name one after the other, in the order of asking; different names do not wait. */
export class Queues {
  readonly #last = new Map<string, Promise<unknown>>();

  async run<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name);
    const mine = before ? before.then(act, act) : act();
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(name, settled);
    try {
      return await mine;
    } finally {
      if (this.#last.get(name) === settled) this.#last.delete(name);
    }
  }
}
