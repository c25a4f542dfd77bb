/** What a fault can do to a subscription. */
export interface Delivery {
  wake(): void;
  drop(): void;
  end(): void;
}

/** All subscriptions of one server, and what keeps events from them or sends them twice. */
export class Deliveries {
  readonly #open = new Set<Delivery>();
  #isHeld = false;
  #duplicates = 0;

  get count(): number {
    return this.#open.size;
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  add(delivery: Delivery): void {
    this.#open.add(delivery);
  }

  remove(delivery: Delivery): void {
    this.#open.delete(delivery);
  }

  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    for (const delivery of this.#open) delivery.wake();
  }

  drop(): void {
    for (const delivery of [...this.#open]) delivery.drop();
  }

  end(): void {
    for (const delivery of [...this.#open]) delivery.end();
  }

  duplicate(times: number): void {
    this.#duplicates = times;
  }

  /** Whether what is sent now goes out twice. */
  takeDuplicate(): boolean {
    if (this.#duplicates === 0) return false;
    this.#duplicates -= 1;
    return true;
  }
}
