/** Rings where nothing breaks it for so long. */
export class Silence {
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number, ring: () => void) {
    this.#timer = setTimeout(ring, ms).unref();
  }

  breaks(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
