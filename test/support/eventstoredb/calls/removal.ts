/** `Delete`, which hides a stream, and `Tombstone`, which ends it. */
import type { handleUnaryCall } from '@grpc/grpc-js';
import type { DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from '../log/commit-check.ts';
import type { Outcome } from '../log/stored-stream.ts';
import type { Node } from '../node.ts';
import { removed } from '../wire/append-answers.ts';
import { Refused } from '../wire/refused.ts';
import { streamDeleted, unexpected, wrongExpectedVersion, type Refusal } from '../wire/refusals.ts';
import { aimOf, type Aim } from '../wire/write-requests.ts';
import { writeRefusal } from './admission.ts';
import { carryOut } from './striking.ts';

type Removal = DeleteReq | TombstoneReq;

export const deleteSoftly = (node: Node): handleUnaryCall<DeleteReq, Buffer> =>
  removal(node, 'delete', ({ stream, expected }) => node.log.deleteSoftly(stream, expected));

export const tombstone = (node: Node): handleUnaryCall<TombstoneReq, Buffer> =>
  removal(node, 'tombstone', ({ stream, expected }) => node.log.tombstone(stream, expected));

const removal =
  (
    node: Node,
    method: 'delete' | 'tombstone',
    remove: (aim: Aim) => Outcome,
  ): handleUnaryCall<Removal, Buffer> =>
  (call, answer) => {
    const strike = node.faults.take(method);
    try {
      const aim = aimOf(call.request.getOptions());
      const refusal = writeRefusal(node, call.metadata, aim.stream);
      if (refusal) throw new Refused(refusal);
      carryOut(node, call, strike, {
        commit: () => {
          const outcome = remove(aim);
          return () => {
            if (outcome.kind === 'written') answer(null, removed(outcome));
            else answer(refusalOfOutcome(aim.stream, outcome));
          };
        },
        refuse: (why) => answer(why),
      });
    } catch (error) {
      answer(error instanceof Refused ? error.refusal : unexpected(String(error)));
    }
  };

function refusalOfOutcome(stream: string, outcome: Exclude<Outcome, { kind: 'written' }>): Refusal {
  if (outcome.kind === 'stream-deleted') return streamDeleted(stream);
  return wrongExpectedVersion(stream, asNumber(outcome.expected), outcome.current);
}

/** The numbers by which the server knows what is no revision. */
const asNumber = (expected: Expected): bigint =>
  typeof expected === 'bigint' ? expected : { any: -2n, 'no-stream': -1n, 'stream-exists': -4n }[expected];
