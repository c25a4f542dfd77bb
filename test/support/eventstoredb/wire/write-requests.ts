/** Requests to write, out of the messages in which the client sends them. */
import type {
  AppendReq,
  BatchAppendReq,
  DeleteReq,
  TombstoneReq,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { Expected } from '../log/commit-check.ts';
import type { Proposed } from '../log/recorded.ts';
import { Refused } from './refused.ts';
import { invalidArgument, missingProperty, unexpected } from './refusals.ts';

export interface Aim {
  readonly stream: string;
  readonly expected: Expected;
}

/** An append, a deletion and a tombstone say in the same words what they are aimed at. */
export function aimOf(
  options: AppendReq.Options | DeleteReq.Options | TombstoneReq.Options | undefined,
): Aim {
  if (!options) throw new Refused(unexpected('the options come first'));
  const stream = streamName(options.getStreamIdentifier());
  if (options.hasRevision()) return { stream, expected: BigInt(options.getRevision()) };
  return { stream, expected: expectationOf(options) };
}

export function batchAimOf(options: BatchAppendReq.Options): Aim {
  const stream = streamName(options.getStreamIdentifier());
  if (options.hasStreamPosition()) return { stream, expected: BigInt(options.getStreamPosition()) };
  return { stream, expected: expectationOf(options) };
}

/** When the client wants an answer to its batch at the latest, by its own clock. */
export function batchDeadlineOf(options: BatchAppendReq.Options): Date | undefined {
  return options.getDeadline()?.toDate();
}

export function proposedIn(
  message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage | undefined,
): Proposed {
  if (!message) throw new Refused(unexpected('an event follows'));
  const properties = message.getMetadataMap();
  const [type, contentType] = ['type', 'content-type'].map((name) => {
    const value = properties.get(name);
    if (value === undefined) throw new Refused(missingProperty(name));
    return value;
  });
  if (!type) throw new Refused(unexpected('Empty eventType provided.'));
  return {
    id: uuidIn(message.getId()),
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export const streamName = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

/** Each time the same words, whichever of its two forms the id is sent in. */
function uuidIn(uuid: UUID | undefined): string {
  const text = uuid?.hasStructured() ? structured(uuid) : (uuid?.getString() ?? '').toLowerCase();
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) {
    throw new Refused(unexpected(`'${text}' is no id`));
  }
  if (/^[0-]+$/.test(text)) throw new Refused(unexpected('Empty eventId provided.'));
  return text;
}

function structured(uuid: UUID): string {
  const [most, least] = [
    uuid.getStructured()?.getMostSignificantBits() ?? '0',
    uuid.getStructured()?.getLeastSignificantBits() ?? '0',
  ].map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'));
  return `${String(most)}${String(least)}`.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

interface Expectation {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

function expectationOf(options: Expectation): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  throw new Refused(invalidArgument('no expected revision'));
}
