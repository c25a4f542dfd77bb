/** What can be made to go wrong with a call, and how. */
import type { Endpoint } from './wire/refusals.ts';

/** The calls that can be struck: an append is `append` where the client sends credentials, and else `batchAppend`. */
export type Method =
  'append' | 'batchAppend' | 'read' | 'subscribe' | 'delete' | 'tombstone' | 'serverFeatures' | 'gossip';

/**
 * - `silence`: it is never answered;
 * - `latency`: it is answered late;
 * - `reset`: its stream is torn (RST_STREAM), `disconnect`: the whole connection is;
 * - `unavailable`, `deadline`, `timeout`, `accessDenied`, `notLeader`: it is answered with that error;
 * - `end`: the server ends its stream as though all were well.
 */
export type Failure =
  | 'silence'
  | 'latency'
  | 'reset'
  | 'disconnect'
  | 'unavailable'
  | 'deadline'
  | 'timeout'
  | 'accessDenied'
  | 'notLeader'
  | 'end';

export interface Fault {
  /** Writes are struck before anything is stored, or when all of it is and the client does not know yet. */
  readonly kind: Failure | `${Failure}BeforeCommit` | `${Failure}AfterCommit`;
  /** How late, for `latency`. */
  readonly ms?: number;
  /** Reads and subscriptions: only when so many events went out. Without it they are struck before they begin. */
  readonly afterEvents?: number;
  /** The RST_STREAM code, for `reset`: without it INTERNAL_ERROR. */
  readonly code?: number;
  /** Who is said to be the leader, for `notLeader`: without it this server. */
  readonly leader?: Endpoint;
}

/** A fault that has found its call. */
export interface Strike extends Fault {
  readonly failure: Failure;
  readonly isAfterCommit: boolean;
}

export function strikeOf(fault: Fault): Strike {
  const failure = fault.kind.replace(/(?:Before|After)Commit$/, '') as Failure;
  return { ...fault, failure, isAfterCommit: fault.kind.endsWith('AfterCommit') };
}
