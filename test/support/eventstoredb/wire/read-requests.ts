/** Requests to read, out of the messages in which the client sends them. */
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { endOnTheWire, type Position } from '../log/position.ts';
import type { Recorded } from '../log/recorded.ts';
import { Refused } from './refused.ts';
import { invalidArgument, unexpected } from './refusals.ts';
import { streamName } from './write-requests.ts';

export type From<Place> = Place | 'start' | 'end';

export interface StreamRead {
  readonly of: 'stream';
  readonly stream: string;
  readonly from: From<bigint>;
}

export interface AllRead {
  readonly of: 'all';
  readonly from: From<Position>;
  readonly filter: Filter | undefined;
}

export interface Filter {
  admits(event: Recorded): boolean;
  /** How many events are looked at before the next look at whether a checkpoint is due. */
  readonly window: number;
  /** After how many events, at the latest, a subscriber is told how far it has come. */
  readonly checkpointInterval: number;
}

export interface ReadRequest {
  readonly what: StreamRead | AllRead;
  readonly isBackwards: boolean;
  /** Without a count it is a subscription. */
  readonly count: bigint | undefined;
}

const backwards = 1;

/** What a real server reads at once. */
export const pageSize = 32;

export function readRequestIn(request: ReadReq): ReadRequest {
  const options = request.getOptions();
  if (!options?.hasUuidOption()) throw new Refused(invalidArgument('`uuidOption` is a required argument'));
  const what = options.hasStream() ? streamRead(options) : allRead(options);
  const direction: number = options.getReadDirection();
  const isBackwards = direction === backwards;
  const isSubscription = options.hasSubscription();
  if ((isSubscription && isBackwards) || (what.of === 'stream' && options.hasFilter())) {
    throw new Refused(invalidArgument('The combination is invalid.'));
  }
  return { what, isBackwards, count: isSubscription ? undefined : BigInt(options.getCount()) };
}

function streamRead(options: ReadReq.Options): StreamRead {
  const asked = options.getStream();
  const stream = streamName(asked?.getStreamIdentifier());
  if (asked?.hasStart()) return { of: 'stream', stream, from: 'start' };
  const revision = BigInt(asked?.getRevision() ?? 0);
  const isEnd = asked?.hasEnd() === true || revision === endOnTheWire;
  return { of: 'stream', stream, from: isEnd ? 'end' : revision };
}

function allRead(options: ReadReq.Options): AllRead {
  const [asked, filter] = [options.getAll(), filterIn(options)];
  const position = asked?.getPosition();
  if (asked?.hasEnd()) return { of: 'all', from: 'end', filter };
  if (!position) return { of: 'all', from: 'start', filter };
  const from = {
    commit: BigInt(position.getCommitPosition()),
    prepare: BigInt(position.getPreparePosition()),
  };
  if (from.commit < from.prepare) {
    throw new Refused(unexpected('The commit position cannot be less than the prepare position'));
  }
  return { of: 'all', from: from.commit === endOnTheWire ? 'end' : from, filter };
}

function filterIn(options: ReadReq.Options): Filter | undefined {
  const filter = options.getFilter();
  if (!filter) return undefined;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  if (!expression) throw new Refused(invalidArgument('no filter'));
  const window = filter.hasMax() ? filter.getMax() : pageSize;
  const admits = predicate(expression.getRegex(), expression.getPrefixList());
  const ofStream = filter.hasStreamIdentifier();
  return {
    admits: ({ stream, type }) => admits(ofStream ? stream : type),
    window,
    checkpointInterval: filter.getCheckpointintervalmultiplier() * window,
  };
}

function predicate(regex: string, prefixes: readonly string[]): (name: string) => boolean {
  if (regex === '') return (name) => prefixes.some((prefix) => name.startsWith(prefix));
  const expression = new RegExp(regex);
  return (name) => expression.test(name);
}
