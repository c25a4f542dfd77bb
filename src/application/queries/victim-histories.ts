import type { Frame } from './frame.ts';
import { VictimHistory } from './victim-history.ts';

/** So many rows are remembered at most, beside those of the last victim: of the very great victims, two or three. */
const mostRows = 500_000;

/** Of so many victims it is known that they were asked of. */
const mostAsked = 1_000;

/**
 * What happened to a victim, for whoever asks of it again, on whatever clocks: that one waits for what was recorded since, and no
 * more. Undefined where nobody has asked before, for to be told once is quicker out of the tables. It is made of rows
 * that never change, and forgotten with their file.
 */
export function historyOf(frame: Frame, victim: number): VictimHistory | undefined {
  const known = remembered.get(frame.tables) ?? new VictimHistories();
  remembered.set(frame.tables, known);
  return known.of(frame, victim);
}

const remembered = new WeakMap<object, VictimHistories>();

class VictimHistories {
  /** For which question each victim was asked of first. */
  readonly #asked = new Map<number, Frame>();
  /** The one that was asked of last stands last. */
  readonly #byVictim = new Map<number, VictimHistory>();
  #rows = 0;

  of(frame: Frame, victim: number): VictimHistory | undefined {
    const first = this.#asked.get(victim);
    if (first === undefined) {
      if (this.#asked.size >= mostAsked) this.#asked.clear();
      this.#asked.set(victim, frame);
    }
    return first === undefined || first === frame ? undefined : this.#readOn(frame, victim);
  }

  #readOn(frame: Frame, victim: number): VictimHistory {
    const history = this.#byVictim.get(victim) ?? new VictimHistory(victim);
    // Until it has read on, it is nobody’s: what cannot be read leaves none of it behind.
    this.#forget(victim);
    history.readOn(frame);
    this.#byVictim.set(victim, history);
    this.#rows += history.size;
    for (const other of this.#byVictim.keys()) {
      if (this.#rows <= mostRows || other === victim) break;
      this.#forget(other);
    }
    return history;
  }

  #forget(victim: number): void {
    this.#rows -= this.#byVictim.get(victim)?.size ?? 0;
    this.#byVictim.delete(victim);
  }
}
