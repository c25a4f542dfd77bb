import type { CalendarDate } from './calendar-date.ts';
import type { Policies } from './policy/catalogue.ts';

/** What the domain says of an event; the passage adds ids, actor and instant. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  /** The legal day on which this takes effect; the instant of recording is the store's. */
  readonly effectiveOn: CalendarDate;
  readonly data: Data;
}

/** Facts first, then the law; both are stored in one append, so that nobody reads the one without the other. */
export interface Decision<Event> {
  /** The facts that the command reports: none, where the ledger has heard them already. */
  readonly happened: readonly Event[];
  /** What the law makes of them. */
  readonly follows: readonly Event[];
}

/** What a decision goes by, beside the state of its stream. */
export interface Context {
  /** The answers that hold on the day of the command. */
  readonly policies: Policies;
  /** Those that hold on another day, for what takes effect later; the same as on the day of the command unless told. */
  readonly policiesOn?: (day: CalendarDate) => Policies;
  /** The day of recording, for what takes effect by it (P-22); where it is not told, nothing does. */
  readonly recordedOn?: CalendarDate;
}

/**
 * How one stream decides.
 *
 * `evolve` changes the state it is given: whoever called `empty` owns that state and shows it to nobody while it
 * changes. `decide` only reads. This is what lets a victim of 200,000 payments answer the next one without folding, or
 * copying, the first 200,000.
 */
export interface Decider<State, Command, Event> {
  empty(): State;
  evolve(state: State, event: Event): void;
  /** @throws Rejection where the command reports what cannot be true or cannot be placed */
  decide(command: Command, state: State, context: Context): Decision<Event>;
  /**
   * What the last decision lacks, where a store could not take all of it in one append, and whoever decided came no
   * further; nothing where it is whole. It is to be stored before anything else is decided.
   */
  leftOut?(state: State, context: Context): readonly Event[];
}

/** The ledger has heard it already: nothing happens, and nothing follows. */
export const heardAlready: Decision<never> = { happened: [], follows: [] };
