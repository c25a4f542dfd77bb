/**
 * Lets commands be decided one after the other in the order in which they were asked for, and keeps that order where one
 * of them must be decided again: those who asked later wait until it has been.
 *
 * Without that, a file whose first line another process overtook would have its second line judged without the first.
 */
export class Turns {
  #asked = 0;
  #isTaken = false;
  /** Those who wait, in the order of their tickets. */
  readonly #waiting: Waiting[] = [];
  /** Tickets that are to be decided again, and have not come back yet. */
  readonly #expected = new Set<number>();

  /** A ticket for one command, however often it is decided. */
  ask(): number {
    this.#asked += 1;
    return this.#asked;
  }

  /** Acts when it is this ticket's turn. */
  async take<Result>(ticket: number, act: () => Promise<Result>): Promise<Result> {
    await this.#turnOf(ticket);
    try {
      return await act();
    } finally {
      this.#isTaken = false;
      this.#next();
    }
  }

  /** From now on this ticket will be decided again, and before all that were asked for later. */
  expect(ticket: number): void {
    this.#expected.add(ticket);
  }

  /** Whether nothing that was asked for earlier is to be decided again. */
  isFirst(ticket: number): boolean {
    const [first] = this.#waiting;
    return this.#noneExpectedBefore(ticket) && (first === undefined || first.ticket > ticket);
  }

  /** The command is done with, whatever became of it. */
  leave(ticket: number): void {
    if (this.#expected.delete(ticket)) this.#next();
  }

  async #turnOf(ticket: number): Promise<void> {
    this.#expected.delete(ticket);
    if (!this.#isTaken && this.isFirst(ticket)) {
      this.#isTaken = true;
      return;
    }
    await new Promise<void>((begin) => {
      const after = this.#waiting.findLastIndex((each) => each.ticket < ticket);
      this.#waiting.splice(after + 1, 0, { ticket, begin });
      this.#next();
    });
  }

  #next(): void {
    const [first] = this.#waiting;
    if (this.#isTaken || first === undefined || !this.#noneExpectedBefore(first.ticket)) return;
    this.#isTaken = true;
    this.#waiting.shift();
    first.begin();
  }

  #noneExpectedBefore(ticket: number): boolean {
    for (const expected of this.#expected) if (expected < ticket) return false;
    return true;
  }
}

interface Waiting {
  readonly ticket: number;
  readonly begin: () => void;
}
