/**
 * A set that forgets its oldest members rather than grow without end. For what is only better known than not: whoever
 * has been forgotten is registered once more, which changes nothing.
 */
export class Remembered {
  readonly #half: number;
  #recent = new Set<string>();
  /** Taking the oldest out of one set, one by one, would walk over the gaps of all that were taken out before. */
  #older = new Set<string>();

  /** @param most how many members are kept; at least the later half of them is never forgotten */
  constructor(most: number) {
    this.#half = Math.ceil(most / 2);
  }

  has(member: string): boolean {
    return this.#recent.has(member) || this.#older.has(member);
  }

  add(member: string): void {
    this.#recent.add(member);
    if (this.#recent.size < this.#half) return;
    this.#older = this.#recent;
    this.#recent = new Set();
  }
}

/** How many a file may name before its first are forgotten: twice as many as the victims of the largest case. */
export const mostRemembered = 400_000;
