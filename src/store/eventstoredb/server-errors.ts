/** What the client's errors say of an append or a read: whether it took place, and whether to ask again. */
import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { AppendRefused, LogDamaged, StoreUnavailable } from '../event-store.ts';
import { TimedOut } from './alarm.ts';
import type { AppendAnswer } from './append-answer.ts';

/** @throws what asking again would not change */
export function meaningOf(error: unknown): AppendAnswer {
  if (error instanceof WrongExpectedVersionError) {
    const { actualVersion } = error;
    return {
      kind: 'conflict',
      actual: typeof actualVersion === 'bigint' ? Number(actualVersion) : 'no-stream',
    };
  }
  const forGood = refusalIn(error);
  if (forGood) throw forGood;
  return { kind: 'unknown', cause: error };
}

/** The server did not answer, or not in time; what was asked may or may not have taken place. */
class ServerAway extends StoreUnavailable {
  constructor(hosts: string, cause: unknown) {
    super(`EventStoreDB at ${hosts} did not answer: ${inWords(cause)}`, { cause });
    this.name = 'ServerAway';
  }
}

/** The error as the port names it. @param hosts the servers, for people */
export function unavailable(error: unknown, hosts: string): Error {
  if (error instanceof StoreUnavailable && !(error instanceof TimedOut)) return error;
  return refusalIn(error) ?? new ServerAway(hosts, error);
}

/** The words of the transport; what else is said may hold what was sent, and its kind alone is told. */
function inWords(cause: unknown): string {
  if (cause instanceof TimedOut) return 'its time was over';
  if (!(cause instanceof Error)) return typeof cause;
  const said = cause.message.replace(/ ?Resolution note:.*$/s, '').replaceAll(/\s+/g, ' ');
  return /^(?:14 UNAVAILABLE|4 DEADLINE_EXCEEDED|Failed to discover)/.test(said)
    ? said.slice(0, longestWords)
    : cause.constructor.name;
}

const longestWords = 200;

export function isMissing(error: unknown): boolean {
  return error instanceof StreamNotFoundError;
}

/** Whether the server does not let this user do that. */
export function isDenied(error: unknown): boolean {
  return error instanceof AccessDeniedError;
}

function refusalIn(error: unknown): Error | undefined {
  if (error instanceof MaxAppendSizeExceededError)
    return new AppendRefused('the server takes no append so large');
  if (error instanceof StreamDeletedError)
    return new LogDamaged(0, 'a stream of the ledger was deleted on the server');
  if (isDenied(error))
    return new StoreUnavailable('EventStoreDB does not let this user do that', { cause: error });
  return undefined;
}
