import type { CalendarDate } from '../../domain/calendar-date.ts';
import { formatMoney, money, type MoneyText } from '../../domain/money.ts';
import type { Params, Snapshot } from '../../store/read-model-store.ts';
import type { Clocks, Standpoint } from '../views/ledger.ts';

/** A day after all others, as the tables keep days. */
const endOfDays = 99_991_231;

/**
 * One state of the read models, looked at on both clocks. Histories are asked with `:position` and `:day`, which keep
 * what had been recorded by then and was in effect.
 */
export class Frame {
  readonly standpoint: Standpoint;
  readonly position: number;
  /** Whether the clocks leave nothing out, so that tables of how things stand now may answer. */
  readonly isNow: boolean;
  /** The last day that counts, as rows have days. */
  readonly day: number;
  readonly #snapshot: Snapshot;
  readonly #kept: Params;

  /** `known` is the last position that counts; undefined where all do. */
  constructor(snapshot: Snapshot, { asOf = null, knownAt = null }: FrameClocks, known?: number) {
    this.position = known ?? snapshot.position;
    this.standpoint = { position: this.position, asOf, knownAt };
    this.isNow = asOf === null && this.position >= snapshot.position;
    this.day = asOf === null ? endOfDays : dayInRow(asOf);
    this.#snapshot = snapshot;
    this.#kept = { position: this.position, day: this.day };
  }

  /** The same as known, and as it was in effect on this day. */
  asOf(day: CalendarDate): Frame {
    return new Frame(this.#snapshot, { asOf: day, knownAt: this.standpoint.knownAt }, this.position);
  }

  /** The same day, as far as the log had been recorded up to this position. */
  upTo(position: number): Frame {
    const { asOf, knownAt } = this.standpoint;
    return new Frame(this.#snapshot, { asOf, knownAt }, position);
  }

  /** The same state of the read models on other clocks; `known` as for a new one. */
  on(clocks: FrameClocks, known?: number): Frame {
    return new Frame(this.#snapshot, clocks, known);
  }

  /** The last position that the read models were told, whether or not it counts. */
  get told(): number {
    return this.#snapshot.position;
  }

  /** Whose rows these are; what was made of rows that never change may be kept by it. */
  get tables(): object {
    return this.#snapshot.tables;
  }

  /** The rows that the question finds; who asks knows what it named them. */
  all(sql: string, params: Params = {}): readonly unknown[] {
    return this.#snapshot.all(sql, { ...params, ...this.#kept });
  }

  /** The same as lists of what was asked for, in that order: for hundreds of thousands of rows, it takes half as long. */
  lists(sql: string, params: Params = {}): readonly unknown[] {
    return this.#snapshot.lists(sql, { ...params, ...this.#kept });
  }

  first(sql: string, params: Params = {}): unknown {
    return this.#snapshot.first(sql, { ...params, ...this.#kept });
  }

  /** The number of a term, to ask with; 0, which no row holds, where the read models have never heard of it. */
  numberOf(term: string): number {
    return this.#snapshot.numberOf(term) ?? 0;
  }

  /** The id, or word, that a row holds by its number. */
  term(number: bigint): string {
    return this.#snapshot.termOf(number);
  }

  /** The same, where a row may hold none. */
  termOrNull(number: bigint | null): string | null {
    return number === null ? null : this.#snapshot.termOf(number);
  }
}

type FrameClocks = { readonly [Clock in keyof Clocks]?: Clocks[Clock] | null };

/** An amount in a row, as text. */
export function amountOf(cents: bigint): MoneyText {
  return formatMoney(money(cents));
}

/** A day as rows have it: `20260302`. */
export function dayInRow(day: CalendarDate): number {
  return Number(day.replaceAll('-', ''));
}

/** A day in a row, as text. */
export function dayOf(number: bigint): CalendarDate {
  const digits = String(number);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as CalendarDate;
}

/** An instant in a row, as RFC 3339. */
export function instantOf(milliseconds: bigint): string {
  return new Date(Number(milliseconds)).toISOString();
}
