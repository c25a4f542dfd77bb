/** The answers to `BatchAppend`: each names the append that it answers, and says no in a status of its own. */
import type { Outcome } from '../log/stored-stream.ts';
import { success } from './append-answers.ts';
import { bytes, message, uint } from './protobuf.ts';

export interface Answered {
  readonly correlationId: string;
  readonly stream: string;
}

/** What a batch is answered with instead of a success. */
export type BatchStatus = readonly Buffer[];

export function batchAnswer(answered: Answered, outcome: Outcome): Buffer {
  if (outcome.kind === 'written') return answer(answered, message(3, ...success(outcome)));
  return batchRefusal(answered, statusOf(answered, outcome));
}

export const batchRefusal = (answered: Answered, status: BatchStatus): Buffer =>
  answer(answered, message(2, ...status));

export const accessDeniedStatus = (): BatchStatus => status(code.permissionDenied, 'AccessDenied');
export const timeoutStatus = (): BatchStatus => status(code.deadlineExceeded, 'Timeout');

export const maximumAppendSizeStatus = (limit: number): BatchStatus =>
  status(code.invalidArgument, 'MaximumAppendSizeExceeded', uint(1, limit));

export const maximumEventSizeStatus = (id: string, size: number, limit: number): BatchStatus =>
  status(code.invalidArgument, 'MaximumAppendEventSizeExceeded', bytes(1, id), uint(2, size), uint(3, limit));

export const badRequestStatus = (why: string): BatchStatus =>
  status(code.invalidArgument, 'BadRequest', bytes(1, why));

function statusOf({ stream }: Answered, outcome: Exclude<Outcome, { kind: 'written' }>): BatchStatus {
  if (outcome.kind === 'stream-deleted') {
    return status(code.notFound, 'StreamDeleted', message(1, bytes(3, stream)));
  }
  const { expected, current } = outcome;
  return status(
    code.alreadyExists,
    'WrongExpectedVersion',
    current < 0n ? message(2) : uint(1, current),
    typeof expected === 'bigint' ? uint(3, expected) : message(expectedField[expected]),
  );
}

const expectedField = { any: 4, 'stream-exists': 5, 'no-stream': 6 } as const;

/** Of the codes of google.rpc, those in use. */
const code = {
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
} as const;

function status(code: number, name: string, ...details: readonly Buffer[]): BatchStatus {
  const type = `type.googleapis.com/event_store.client.${name}`;
  return [uint(1, code), bytes(2, name), message(3, bytes(1, type), message(2, ...details))];
}

const answer = ({ correlationId, stream }: Answered, result: Buffer): Buffer =>
  Buffer.concat([message(1, bytes(2, correlationId)), result, message(4, bytes(3, stream))]);
