import type { AllStreamSubscription, Position, StreamSubscription } from '@eventstore/db-client';
import { numberOf, type Received } from './events.ts';

/** All that a subscription says, in order: the numbers of events, and words for the rest. */
export class Watched {
  readonly heard: (number | string)[] = [];
  readonly checkpoints: Position[] = [];
  error: unknown;
  readonly #waiting = new Set<() => void>();

  constructor(subscription: AllStreamSubscription | StreamSubscription) {
    for (const name of ['confirmation', 'caughtUp', 'end', 'close'] as const) {
      subscription.on(name as 'caughtUp', () => this.#hear(name));
    }
    subscription.on('error', (error: unknown) => {
      this.error = error;
      this.#hear('error');
    });
    subscription.on('data', (resolved: Received) => {
      this.#hear(
        resolved.event?.type === 'PaymentReceived' ? numberOf(resolved) : (resolved.event?.type ?? ''),
      );
    });
  }

  get numbers(): readonly number[] {
    return this.heard.filter((each) => typeof each === 'number');
  }

  checkpoint(position: Position): void {
    this.checkpoints.push(position);
    this.#hear('checkpoint');
  }

  /** When so much is true of what was heard. */
  async until(isSo: (heard: readonly (number | string)[]) => boolean): Promise<void> {
    while (!isSo(this.heard)) {
      await new Promise<void>((resolve) => {
        const woken = (): void => {
          this.#waiting.delete(woken);
          resolve();
        };
        this.#waiting.add(woken);
      });
    }
  }

  /** When a number or a word was heard. */
  async hears(word: number | string): Promise<void> {
    await this.until((heard) => heard.includes(word));
  }

  #hear(word: number | string): void {
    this.heard.push(word);
    for (const woken of this.#waiting) woken();
  }
}
