import { at, beforeEverything, compare, endOnTheWire, isAfter, type Position } from '../log/position.ts';
import type { Recorded } from '../log/recorded.ts';
import { pageSize, type Filter } from '../wire/read-requests.ts';

interface Page {
  readonly start: Position;
  next: Position;
  considered: number;
  admitted: number;
}

const firstPlace = at(0n);

/**
 * How far a filtered subscription has come, and when it is told. A checkpoint between two events has a prepare position
 * of zero: who goes on from there must give back both numbers, or miss the event that begins at the first of them.
 */
export class Checkpoints {
  readonly #filter: Filter;
  /** Whether a subscription that has seen nothing is told that it has seen all, as servers of old did. */
  readonly #saysNothingIsAll: boolean;
  #position: Position;
  #page: Page;
  #sinceTold = 0;
  #live = 0;
  #told: Position | undefined;

  constructor(filter: Filter, from: Position, saysNothingIsAll: boolean) {
    this.#filter = filter;
    this.#saysNothingIsAll = saysNothingIsAll;
    this.#position = from;
    this.#page = pageFrom(from);
  }

  /** A real server counts anew each time a subscription falls behind. */
  beginCatchUp(): void {
    this.#page = pageFrom(this.#position);
    this.#sinceTold = 0;
  }

  /** An event was looked at on the way to the end; when a page is full, a checkpoint may be due. */
  consider(event: Recorded, isAdmitted: boolean): Position | undefined {
    const page = this.#page;
    if (isAdmitted && isAfter(at(event.position), this.#position)) this.#position = at(event.position);
    page.next = { commit: event.end, prepare: 0n };
    page.considered += 1;
    page.admitted += isAdmitted ? 1 : 0;
    return page.considered === this.#filter.window || page.admitted === pageSize ? this.#turn() : undefined;
  }

  /** At the end of the log a checkpoint is due in any case. */
  atEnd(): Position | undefined {
    if (!this.#saysNothingIsAll) {
      this.#moveToPage();
      if (isAfter(firstPlace, this.#position) && isAfter(this.#page.next, firstPlace)) {
        this.#position = firstPlace;
      }
    }
    return this.tell();
  }

  /** An event was written while the subscription was at the end. */
  live(event: Recorded, isAdmitted: boolean): Position | undefined {
    if (isAdmitted) this.#position = at(event.position);
    this.#live += 1;
    if (this.#live < this.#filter.checkpointInterval) return undefined;
    this.#live = 0;
    this.#position = at(event.position);
    return this.tell();
  }

  /** Where it stands, unless that was said before. */
  tell(): Position | undefined {
    const place = this.#position;
    if (compare(place, beforeEverything) === 0 && !this.#saysNothingIsAll) return undefined;
    const onTheWire = place.commit < 0n ? at(endOnTheWire) : place;
    if (this.#told && !isAfter(onTheWire, this.#told)) return undefined;
    this.#told = onTheWire;
    return place;
  }

  #turn(): Position | undefined {
    this.#sinceTold += this.#page.considered;
    const isDue = this.#sinceTold >= this.#filter.checkpointInterval;
    if (!this.#saysNothingIsAll || isDue) this.#moveToPage();
    this.#page = pageFrom(this.#page.next);
    if (!isDue) return undefined;
    this.#sinceTold %= this.#filter.checkpointInterval;
    return this.tell();
  }

  /** Where nothing was admitted, the start of a page is all that is known for sure: its end may be written to yet. */
  #moveToPage(): void {
    const { start, next } = this.#page;
    if (isAfter(start, this.#position) && isAfter(next, start)) this.#position = start;
  }
}

function pageFrom(position: Position): Page {
  const start = compare(position, beforeEverything) === 0 ? firstPlace : position;
  return { start, next: start, considered: 0, admitted: 0 };
}
