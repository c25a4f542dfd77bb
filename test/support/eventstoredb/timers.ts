/** What is to be done later; none of it is left when the server stops. */
export class Timers {
  readonly #waiting = new Set<NodeJS.Timeout>();

  after(milliseconds: number, deed: () => void): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      deed();
    }, milliseconds);
    this.#waiting.add(timer);
  }

  clear(): void {
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
  }
}
