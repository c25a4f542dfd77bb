import type { Recorded } from '../log/recorded.ts';
import { eventFrame } from '../wire/read-answers.ts';
import type { Outgoing } from './outgoing.ts';

/** Where the events of one read go out, and where a fault that waits for so many of them strikes. */
export class EventOutlet {
  readonly out: Outgoing;
  readonly #limit: number;
  readonly #strike: () => void;
  #sent = 0;

  constructor(out: Outgoing, limit: number, strike: () => void) {
    this.out = out;
    this.#limit = limit;
    this.#strike = strike;
  }

  /** Sends an event; the answer is awaited only where the client is slow. */
  send(event: Recorded): Promise<void> | undefined {
    if (this.#sent === this.#limit) this.#strike();
    this.out.send(eventFrame(event));
    this.#sent += 1;
    if (this.#sent === this.#limit) this.#strike();
    return this.out.isFull ? this.out.drained() : undefined;
  }
}

/** Sends all of them, as fast as the client takes them. */
export async function pour(events: Iterable<Recorded>, outlet: EventOutlet): Promise<void> {
  for (const event of events) {
    const isSlow = outlet.send(event);
    if (isSlow) await isSlow;
    if (outlet.out.isClosed) return;
  }
}
