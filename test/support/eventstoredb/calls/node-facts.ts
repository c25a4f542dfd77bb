/** What a server says of itself: what it supports, and who else is there. */
import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Dialect, Node } from '../node.ts';
import type { Method } from '../strike.ts';
import { clusterInfo, supportedMethods } from '../wire/node-answers.ts';
import { carryOut } from './striking.ts';

export const gossip = (node: Node): handleUnaryCall<unknown, Buffer> =>
  fact(node, 'gossip', () => clusterInfo(node.membership.members(), node.clock.now()));

export const serverFeatures = (node: Node): handleUnaryCall<unknown, Buffer> =>
  fact(node, 'serverFeatures', () => supportedMethods(node.dialect.version, methodsOf(node.dialect)));

const fact =
  (node: Node, method: Method, say: () => Buffer): handleUnaryCall<unknown, Buffer> =>
  (call, answer) => {
    carryOut(node, call, node.faults.take(method), {
      commit: () => () => answer(null, say()),
      refuse: (refusal) => answer(refusal),
    });
  };

const streams = 'event_store.client.streams.streams';

function methodsOf({ batchAppend }: Dialect): readonly Named[] {
  const always = ['append', 'delete', 'tombstone'].map((method) => ({
    service: streams,
    method,
    features: [],
  }));
  const read = { service: streams, method: 'read', features: ['position', 'events'] };
  const batch = { service: streams, method: 'batchappend', features: ['deadline_duration'] };
  return [...always, read, ...(batchAppend ? [batch] : [])];
}

interface Named {
  readonly service: string;
  readonly method: string;
  readonly features: readonly string[];
}
