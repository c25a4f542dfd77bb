import { isNativeError } from 'node:util/types';

/** An error, as far as it may be written down: a message might hold what was sent, so only our own are kept. */
export interface Failure {
  readonly error: string;
  readonly message?: string;
  readonly stack?: readonly string[];
}

/** The words of some errors are our own; those of any other may hold what was sent, and are left out. */
export function failureOf(thrown: unknown): Failure {
  if (!isNativeError(thrown)) return { error: typeof thrown };
  const stack = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const frames = stack.slice(0, 12).map((line) => line.trim());
  return { error: thrown.name, ...(sayable.has(thrown.name) && { message: thrown.message }), stack: frames };
}

/** Errors whose words are our own; those of any other may hold what was sent. */
const sayable = new Set([
  'DirectoryDamaged',
  'InvariantBroken',
  'LogDamaged',
  'LogLost',
  'NoRightToWrite',
  'ProjectionFailed',
  'ReadModelsDamaged',
  'UnknownEvent',
]);
