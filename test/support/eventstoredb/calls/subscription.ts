import { randomUUID } from 'node:crypto';
import type { Delivery } from '../deliveries.ts';
import type { Position } from '../log/position.ts';
import type { Recorded } from '../log/recorded.ts';
import type { Node } from '../node.ts';
import { caughtUpFrame, checkpointFrame, confirmationFrame } from '../wire/read-answers.ts';
import { tooSlow } from '../wire/refusals.ts';
import type { EventOutlet } from './event-outlet.ts';
import type { Source } from './subscription-source.ts';

/** With more than this before it, a live subscription is behind, and has to catch up again. */
const liveBuffer = 32;

/** Sends what there is, says that it has caught up, and sends what is written from then on. */
export class Subscription implements Delivery {
  readonly #node: Node;
  readonly #source: Source;
  readonly #outlet: EventOutlet;
  #next: number;
  #wake: () => void = () => undefined;

  constructor(node: Node, source: Source, outlet: EventOutlet) {
    this.#node = node;
    this.#source = source;
    this.#outlet = outlet;
    this.#next = source.begin;
  }

  async run(): Promise<void> {
    const { log, deliveries } = this.#node;
    const stopListening = log.onCommit(() => this.wake());
    deliveries.add(this);
    this.#outlet.out.onceClosed(() => this.wake());
    try {
      await this.#follow();
    } finally {
      stopListening();
      deliveries.remove(this);
    }
  }

  wake(): void {
    this.#wake();
  }

  drop(): void {
    this.#outlet.out.fail(tooSlow());
    this.wake();
  }

  end(): void {
    this.#outlet.out.end();
    this.wake();
  }

  async #follow(): Promise<void> {
    const { out } = this.#outlet;
    out.send(confirmationFrame(randomUUID()));
    let isBehind = this.#next < this.#source.events.length;
    while (!out.isClosed) {
      if (isBehind) await this.#catchUp();
      if (this.#node.dialect.caughtUp) out.send(caughtUpFrame());
      await this.#live();
      isBehind = true;
    }
  }

  async #catchUp(): Promise<void> {
    const { checkpoints } = this.#source;
    checkpoints?.beginCatchUp();
    while (!this.#outlet.out.isClosed) {
      const event = this.#source.events[this.#next];
      if (!event) {
        this.#tell(checkpoints?.atEnd());
        return;
      }
      this.#next += 1;
      const isWanted = this.#source.isWanted(event, false);
      if (isWanted) await this.#send(event);
      this.#tell(checkpoints?.consider(event, isWanted));
    }
  }

  /** Until it falls behind, or nobody listens any more. */
  async #live(): Promise<void> {
    const { out } = this.#outlet;
    const { checkpoints } = this.#source;
    while (!out.isClosed) {
      const { events } = this.#source;
      const event = this.#node.deliveries.isHeld ? undefined : events[this.#next];
      if (!event) {
        out.flush();
        await this.#woken();
        continue;
      }
      if (events.length - this.#next > liveBuffer) {
        this.#tell(checkpoints?.tell());
        return;
      }
      this.#next += 1;
      const isWanted = this.#source.isWanted(event, true);
      if (isWanted) await this.#send(event);
      this.#tell(checkpoints?.live(event, isWanted));
    }
  }

  async #send(event: Recorded): Promise<void> {
    const times = this.#node.deliveries.takeDuplicate() ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const isSlow = this.#outlet.send(event);
      if (isSlow) await isSlow;
    }
    const refusal = this.#source.refusalAfter(event);
    if (refusal) this.#outlet.out.fail(refusal);
  }

  #tell(checkpoint: Position | undefined): void {
    if (checkpoint) this.#outlet.out.send(checkpointFrame(checkpoint));
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
