/** Those who wait for news of the log. What one of them does wrong is no reason for an append to fail. */
export type CommitListener = (position: number) => void;

/** Keeps them, and tells them; what one of them throws does not reach the others. */
export class CommitListeners {
  readonly #listeners = new Map<symbol, CommitListener>();

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  /** Returns what ends the subscription; ending it twice does nothing. */
  add(listener: CommitListener): () => void {
    const subscription = Symbol('subscription');
    this.#listeners.set(subscription, listener);
    return () => void this.#listeners.delete(subscription);
  }

  tell(position: number): void {
    for (const listener of [...this.#listeners.values()]) {
      try {
        listener(position);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
