/** The clock of a server, which can be stopped and put wrong. */
export class Clock {
  #stopped: Date | undefined;
  #ahead = 0;

  now(): Date {
    return new Date((this.#stopped?.getTime() ?? Date.now()) + this.#ahead);
  }

  /** Stands still at an instant, or goes on with the time of this machine. */
  stopAt(instant: Date | undefined): void {
    this.#stopped = instant;
  }

  /** How far it goes wrong: ahead, or below zero behind. */
  skewBy(milliseconds: number): void {
    this.#ahead = milliseconds;
  }
}
