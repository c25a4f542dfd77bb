/** How the read models stand to the log. They are told together, so that what is said here is said of each of them. */
export interface ProjectionsView {
  /** The version of this program's read models. */
  readonly version: string;
  readonly state: ProjectionState;
  /** Up to where they tell the log, and where it ends. */
  readonly position: number;
  readonly head: number;
  /** How many events they are behind it. */
  readonly lag: number;
  /** Why they stand still; null where they do not. */
  readonly stopped: StoppedAt | null;
  /** The files beside each other: the one that answers, and those that were kept to go back to. */
  readonly files: readonly ProjectionFile[];
}

/**
 * - `live`: they tell all of the log
 * - `behind`: they will, with the next question
 * - `rebuilding`: a process works them out anew; those that are in force go on answering
 * - `stopped`: there is an event that cannot be told; nothing is skipped
 */
export type ProjectionState = 'live' | 'behind' | 'rebuilding' | 'stopped';

/** The event that cannot be told. */
export interface StoppedAt {
  /** Of the event; null where it is none alone, as where the books would not balance. */
  readonly position: number | null;
  readonly type: string | null;
  readonly why: string;
}

/** A file of read models. */
export interface ProjectionFile {
  /** Empty where they live in memory. */
  readonly name: string;
  readonly version: string;
  readonly isInForce: boolean;
  /** Null where it cannot be read. */
  readonly position: number | null;
  readonly bytes: number;
}
