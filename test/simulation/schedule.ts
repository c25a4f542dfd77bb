/** Decides at every call to the store which of those that wait goes on next, and how it fares. */
import { setImmediate as quiet } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Fate, Line } from './faulty-store.ts';

/** How often a call fares otherwise than well, each from 0 to 1. */
export type Faults = Readonly<Record<Exclude<Fate, 'done'>, number>>;

const noFaults: Faults = { lost: 0, unheard: 0, late: 0, twice: 0 };

interface Waiting {
  readonly who: string;
  readonly what: string;
  readonly go: (fate: Fate) => void;
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

interface Late {
  readonly what: string;
  readonly call: () => Promise<unknown>;
}

export class Schedule {
  /** What was decided, in order: the same seed decides the same. */
  readonly told: string[] = [];
  faults: Faults = noFaults;
  readonly #chance: Chance;
  #waiting: Waiting[] = [];
  readonly #late: Late[] = [];
  /** Those that are slower than others. */
  readonly #slow = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #heard = new Map<string, number>();
  #isLagging = false;
  #calls = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** How many calls have waited so far. */
  get calls(): number {
    return this.#calls;
  }

  lineOf(who: string): Line {
    return {
      wait: (what) => this.wait(who, what),
      later: (what, call) => void this.#late.push({ what, call }),
      heardOf: (head) => this.#heardOf(who, head),
      isGone: () => this.#gone.has(who),
    };
  }

  wait(who: string, what: string): Promise<Fate> {
    if (this.#gone.has(who)) return never();
    this.#calls += 1;
    return new Promise((go) => {
      this.#waiting.push({ who, what, go });
    });
  }

  /** From now on machines hear of the log in parts. */
  lag(): void {
    this.#isLagging = true;
  }

  slow(who: string): void {
    this.#slow.add(who);
  }

  /** All goes well from now on, and everybody hears of everything. */
  calm(): void {
    this.faults = noFaults;
    this.#isLagging = false;
    this.#slow.clear();
  }

  /** What the machine was waiting for is never answered; whether it takes place all the same, chance says. */
  async abandon(who: string): Promise<void> {
    this.#gone.add(who);
    const mine = this.#waiting.filter((each) => each.who === who);
    this.#waiting = this.#waiting.filter((each) => each.who !== who);
    for (const { what, go } of mine) {
      if (!what.startsWith('append')) continue;
      const fate = this.#chance.oneOf(['lost', 'unheard', 'late'] as const);
      if (fate === 'lost') continue;
      this.note(`${who} ${what}: crashed, ${fate}`);
      go(fate);
      await quiet();
    }
  }

  /** Everything comes to rest, and then one thing goes on. Whether there was one. */
  async next(): Promise<boolean> {
    await quiet();
    if (this.#late.length > 0 && (this.#waiting.length === 0 || this.#chance.is(0.08))) {
      const [{ what, call }] = this.#late.splice(this.#chance.below(this.#late.length), 1) as [Late];
      this.note(what);
      await call();
      return true;
    }
    if (this.#waiting.length === 0) return false;
    const at = this.#choose();
    const [{ who, what, go }] = this.#waiting.splice(at, 1) as [Waiting];
    const fate = this.#fate();
    this.note(`${who} ${what}${fate === 'done' ? '' : `: ${fate}`}`);
    go(fate);
    return true;
  }

  note(line: string): void {
    this.told.push(line);
  }

  #choose(): number {
    const at = this.#chance.below(this.#waiting.length);
    // Whoever is slow is passed over nine times out of ten.
    if (!this.#slow.has(this.#waiting[at]!.who) || this.#chance.is(0.1)) return at;
    return this.#chance.below(this.#waiting.length);
  }

  #fate(): Fate {
    for (const fate of ['lost', 'unheard', 'late', 'twice'] as const) {
      if (this.faults[fate] > 0 && this.#chance.is(this.faults[fate])) return fate;
    }
    return 'done';
  }

  #heardOf(who: string, head: number): number {
    const before = this.#heard.get(who) ?? 0;
    const heard = this.#isLagging ? before + this.#chance.below(head - before + 1) : head;
    this.#heard.set(who, heard);
    return heard;
  }
}
