/** Who may do what, and where: looked at before anything else of a call. */
import type { Metadata } from '@grpc/grpc-js';
import type { Node, User } from '../node.ts';
import {
  accessDenied,
  noLeader,
  notAuthenticated,
  notLeader,
  notReady,
  type Refusal,
} from '../wire/refusals.ts';

export const allStreams = '$all';

/** Why a write is refused, if it is. A follower hands it to the leader, unless the client says that it must not. */
export function writeRefusal(node: Node, caller: Metadata, stream: string): Refusal | undefined {
  const { membership } = node;
  const refusal = accessRefusal(node, caller, stream) ?? leaderRefusal(node, caller);
  return refusal ?? (membership.leader() === undefined ? notReady() : undefined);
}

export function readRefusal(node: Node, caller: Metadata, stream: string): Refusal | undefined {
  return accessRefusal(node, caller, stream) ?? leaderRefusal(node, caller);
}

export function leaderRefusal({ membership }: Node, caller: Metadata): Refusal | undefined {
  if (caller.get('requires-leader')[0] !== 'true' || membership.isLeader()) return undefined;
  const leader = membership.leader();
  return leader ? notLeader(leader) : noLeader();
}

export function accessRefusal({ users }: Node, caller: Metadata, stream: string): Refusal | undefined {
  if (users.length === 0) return undefined;
  const [authorization] = caller.get('authorization');
  if (authorization === undefined) return accessDenied();
  const user = users.find((each) => authorization === basic(each));
  if (!user) return notAuthenticated();
  const isOpen = !stream.startsWith('$') || (stream === allStreams && user.mayReadAll === true);
  const isAllowed = user.isDenied !== true && (user.isAdmin === true || isOpen);
  return isAllowed ? undefined : accessDenied();
}

const basic = ({ name, password }: User): string =>
  `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
