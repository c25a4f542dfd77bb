import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import { draftOf, type CaseState } from './state.ts';

/**
 * A case on the way of one receipt through it: what has been said so far, and the case as it is after that.
 *
 * Credits are held back until somebody asks what is owed after them. Most receipts are placed in one round, and nobody
 * does; a case of two hundred thousand victims would be drawn up anew for nothing.
 */
export class SettlingDraft {
  readonly events: CaseEvent[] = [];
  readonly #state: CaseState;
  #held: CaseEvent[] = [];

  constructor(state: CaseState) {
    this.#state = draftOf(state);
  }

  /** How the receipt stands: its rounds, what is pending of it, and what is left. */
  get receipts(): CaseState['receipts'] {
    return this.#state.receipts;
  }

  /** The orders of the case. */
  get orders(): CaseState['orders'] {
    return this.#state.orders;
  }

  say(events: readonly CaseEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      if (event.type === 'RecoveryCredited') this.#held.push(event);
      else evolveCase(this.#state, event);
    }
  }

  /** The whole case, with what is owed after all that was said. */
  settled(): CaseState {
    for (const event of this.#held) evolveCase(this.#state, event);
    this.#held = [];
    return this.#state;
  }
}
