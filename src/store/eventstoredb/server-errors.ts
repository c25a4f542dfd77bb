/** What the client's errors say of an append or a read: whether it took place, and whether to ask again. */
import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { AppendRefused, LogDamaged, StoreUnavailable } from '../event-store.ts';
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

/** The error as the port names it. */
export function unavailable(error: unknown): Error {
  if (error instanceof StoreUnavailable) return error;
  return refusalIn(error) ?? new StoreUnavailable('EventStoreDB did not answer', { cause: error });
}

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
