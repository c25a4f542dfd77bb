/** What a server says of itself, and of those it stands with. */
import { bytes, message, uint } from './protobuf.ts';

export interface Member {
  readonly instanceId: string;
  readonly role: 'leader' | 'follower';
  readonly isAlive: boolean;
  readonly address: string;
  readonly port: number;
}

interface SupportedMethod {
  readonly service: string;
  readonly method: string;
  readonly features: readonly string[];
}

const stateOf = { follower: 6, leader: 8 } as const;

export const clusterInfo = (members: readonly Member[], now: Date): Buffer =>
  Buffer.concat(
    members.map(({ instanceId, role, isAlive, address, port }) =>
      message(
        1,
        message(1, bytes(2, instanceId)),
        uint(2, BigInt(now.getTime()) * 10_000n),
        uint(3, stateOf[role]),
        uint(4, isAlive ? 1 : 0),
        message(5, bytes(1, address), uint(2, port)),
      ),
    ),
  );

export const supportedMethods = (version: string, methods: readonly SupportedMethod[]): Buffer =>
  Buffer.concat([
    ...methods.map(({ service, method, features }) =>
      message(1, bytes(1, method), bytes(2, service), ...features.map((feature) => bytes(3, feature))),
    ),
    bytes(2, version),
  ]);
