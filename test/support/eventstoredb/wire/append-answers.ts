/** The answers to `Append`, `Delete` and `Tombstone`. */
import type { Expected } from '../log/commit-check.ts';
import type { Outcome } from '../log/stored-stream.ts';
import { message, uint } from './protobuf.ts';

type Written = Extract<Outcome, { kind: 'written' }>;
type Conflict = Extract<Outcome, { kind: 'wrong-expected-version' }>;

export const appended = (outcome: Written): Buffer => message(1, ...success(outcome));

export const conflicting = ({ expected, current }: Conflict): Buffer =>
  message(
    2,
    current < 0n ? message(7) : uint(6, current),
    typeof expected === 'bigint' ? uint(8, expected) : message(expectedField[expected]),
  );

export const removed = ({ position }: Written): Buffer =>
  position === undefined ? message(2) : positionField(1, position);

/** The same in the answer to a batch. */
export function success({ revision, position }: Written): readonly Buffer[] {
  return [
    revision < 0n ? message(2) : uint(1, revision),
    position === undefined ? message(4) : positionField(3, position),
  ];
}

const expectedField: Readonly<Record<Exclude<Expected, bigint>, number>> = {
  any: 9,
  'stream-exists': 10,
  'no-stream': 11,
};

const positionField = (field: number, position: bigint): Buffer =>
  message(field, uint(1, position), uint(2, position));
