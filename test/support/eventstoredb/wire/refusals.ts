/** Every way in which the server says no to a call, with the trailers by which the client knows them apart. */
import { Metadata, status, type StatusObject } from '@grpc/grpc-js';

export type Refusal = Partial<StatusObject> & Pick<StatusObject, 'code' | 'details'>;

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export const accessDenied = (): Refusal =>
  refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const notAuthenticated = (): Refusal => refusal(status.UNAUTHENTICATED, 'Unauthenticated');

export const notLeader = (leader: Endpoint): Refusal =>
  refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.address,
    'leader-endpoint-port': String(leader.port),
  });

export const noLeader = (): Refusal => refusal(status.UNKNOWN, 'No leader info available in response');

export const notReady = (): Refusal => refusal(status.UNAVAILABLE, 'Server Is Not Ready');

export const streamDeleted = (stream: string): Refusal =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const wrongExpectedVersion = (stream: string, expected: bigint, actual: bigint): Refusal =>
  refusal(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${String(expected)}, Actual version: ${String(actual)}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      'actual-version': String(actual),
    },
  );

export const maximumAppendSizeExceeded = (limit: number): Refusal =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

/** The client of today does not know this exception, and calls it unknown. */
export const maximumEventSizeExceeded = (id: string, size: number, limit: number): Refusal =>
  refusal(
    status.INVALID_ARGUMENT,
    `Event with Id: ${id}, Size: ${size}, exceeds Maximum Append Event Size of ${limit}.`,
    {
      exception: 'maximum-append-event-size-exceeded',
      'event-id': id,
      'proposed-append-event-size': String(size),
      'maximum-append-event-size': String(limit),
    },
  );

export const missingProperty = (name: string): Refusal =>
  refusal(status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

/** Out of time on the server, which may or may not have written what it was asked to write. */
export const timedOut = (what: string): Refusal => refusal(status.ABORTED, `Operation timed out: ${what}`);

export const tooSlow = (): Refusal =>
  timedOut('Consumer too slow to handle event while live. Client resubscription required.');

export const deadlineExceeded = (): Refusal => refusal(status.DEADLINE_EXCEEDED, 'Deadline Exceeded');

export const unavailable = (): Refusal => refusal(status.UNAVAILABLE, 'Server Is Too Busy');

export const invalidPosition = (): Refusal =>
  refusal(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');

export const invalidArgument = (details: string): Refusal => refusal(status.INVALID_ARGUMENT, details);

/** What the server did not see coming. */
export const unexpected = (details: string): Refusal => refusal(status.UNKNOWN, details);

function refusal(code: status, details: string, trailers: Readonly<Record<string, string>> = {}): Refusal {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
}
