/** One server, as its calls see it. */
import type { Clock } from './clock.ts';
import type { Deliveries } from './deliveries.ts';
import type { Faults } from './faults.ts';
import type { EventLog } from './log/event-log.ts';
import type { Timers } from './timers.ts';
import type { Member } from './wire/node-answers.ts';
import type { Endpoint } from './wire/refusals.ts';

export interface User {
  readonly name: string;
  readonly password: string;
  /** May do everything, also read all streams at once and those of the system; without it, read and write the others. */
  readonly isAdmin?: boolean;
  /** May read all streams at once too, and nothing more of what is the system's. */
  readonly mayReadAll?: boolean;
  /** May do nothing. */
  readonly isDenied?: boolean;
}

export interface Limits {
  /** The largest append, in bytes of data, metadata and twice the types. */
  readonly appendSize: number;
  /** The largest event, likewise. */
  readonly eventSize: number;
  /** How many calls one connection carries at a time; more of them wait for a place. */
  readonly callsAtOnce: number;
}

/** What differs between versions of the server. */
export interface Dialect {
  readonly version: string;
  /** Whether it offers `BatchAppend`. */
  readonly batchAppend: boolean;
  /** Whether it tells a subscription that it has caught up. */
  readonly caughtUp: boolean;
  /** Whether it knows nothing of what it supports, as before version 21.10. */
  readonly serverFeatures: boolean;
  /**
   * Before 24.10.5 and 25.0 a filtered subscription that had come to the end without a match was given a checkpoint
   * that means the end of the log, and no other after it.
   */
  readonly checkpointOfNothing: boolean;
}

/** Who leads, as this server knows it. */
export interface Membership {
  isLeader(): boolean;
  leader(): Endpoint | undefined;
  members(): readonly Member[];
}

export interface Node {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly deliveries: Deliveries;
  readonly timers: Timers;
  readonly limits: Limits;
  readonly dialect: Dialect;
  /** Without users everybody may do everything, as on an insecure server. */
  readonly users: readonly User[];
  readonly membership: Membership;
  /** Where this server is reached. */
  endpoint(): Endpoint;
  /** Cuts the connection that comes from this port. */
  disconnect(remotePort: number | undefined): void;
}
