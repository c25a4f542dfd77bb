import type { Limits } from '../node.ts';
import { sizeOfProposal, type Proposed } from '../log/recorded.ts';

export type TooLarge =
  { readonly kind: 'event'; readonly id: string; readonly size: number } | { readonly kind: 'append' };

/** How much of what one append may hold is used up. */
export class AppendSize {
  readonly #limits: Limits;
  #size = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  add(event: Proposed): TooLarge | undefined {
    const size = sizeOfProposal(event);
    if (size > this.#limits.eventSize) return { kind: 'event', id: event.id, size };
    this.#size += size;
    return this.#size > this.#limits.appendSize ? { kind: 'append' } : undefined;
  }
}
