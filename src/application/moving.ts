import type { CopiedDirectory } from '../store/directory.ts';
import type { Closing, LogHead } from '../store/event-store.ts';

/** Where the log of a ledger stands, or is to stand. */
export type LogPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  /** The connection string may hold a password. */
  | {
      readonly kind: 'eventStore';
      readonly connectionString: string;
      /** The path of the file that holds the keys of the directory there; needed where labels are to be moved. */
      readonly directoryKeyFile?: string;
    };

/** What a move tells of itself on the way. @throws whatever is to end it here; it can be gone on with later */
export type MoveTold = (step: 'heard' | 'copied' | 'verified' | 'labelled', done: number, of: number) => void;

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
  /** What became of the labels; undefined where the move was done before, and they were brought then. */
  readonly labels: CopiedDirectory | undefined;
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
