import type { Closing, LogHead } from '../store/event-store.ts';

/** Where the log of a ledger stands, or is to stand. */
export type LogPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  /** It may hold a password. */
  | { readonly kind: 'eventStore'; readonly connectionString: string };

/** What a move tells of itself on the way. @throws whatever is to end it here; it can be gone on with later */
export type MoveTold = (step: 'heard' | 'copied' | 'verified', done: number, of: number) => void;

/** What came of a move. */
export interface Moved {
  /** The places, for people: without user and password. */
  readonly from: string;
  readonly to: string;
  /** Since when the old log is closed, and where it ends. */
  readonly closing: Closing;
  /** How many events were copied this time. */
  readonly copied: number;
  /** Where the new log ends, read back. */
  readonly head: LogHead;
  /** Whether the labels were brought over too. */
  readonly withLabels: boolean;
}

/** What came of taking a move back. */
export interface Reopened {
  readonly from: string;
  /** Whether there was a move to take back. */
  readonly wasClosed: boolean;
}

/** Moves ledgers; the threshold gives this to the doors, for only it knows the adapters. */
export interface Movers {
  /** Moves a ledger, or goes on with a move that was cut short. */
  move(from: LogPlace, to: LogPlace, told: MoveTold): Promise<Moved>;
  /** Lets the old log take events again, if nothing was written to the new one. */
  reopen(from: LogPlace, to: LogPlace | undefined): Promise<Reopened>;
}
