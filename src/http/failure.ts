import { categories } from '../application/streams.ts';

/** An error, as far as it may be written down: a message might hold what was sent, so only our own are kept. */
export interface Failure {
  readonly error: string;
  /** The code that SQLite or the system gave it. */
  readonly errorCode?: string;
  readonly message?: string;
  readonly stack?: readonly string[];
  /** What brought it about. */
  readonly cause?: Failure;
}

/** The words of some errors are our own; those of any other may hold what was sent, and are left out. */
export function failureOf(thrown: unknown): Failure {
  return failureBehind(thrown, 0);
}

/** So many errors may stand behind one another; what is deeper says no more. */
const mostCauses = 4;

/** Told by its fields and not by its class: a driver that is native throws errors that no test knows for such. */
function failureBehind(thrown: unknown, depth: number): Failure {
  if (typeof thrown !== 'object' || thrown === null) return { error: typeof thrown };
  const { name, message, stack, code, cause } = thrown as Readonly<Record<string, unknown>>;
  const error = matching(name, /^[A-Za-z][A-Za-z0-9]{0,63}$/) ?? 'object';
  const errorCode = matching(code, /^[A-Z][A-Z0-9_]{0,63}$/);
  const isTold = cause !== undefined && depth < mostCauses;
  return {
    error,
    ...(errorCode !== undefined && { errorCode }),
    ...(typeof message === 'string' && sayable.has(error) && { message: ownWords(message, cause) }),
    ...(typeof stack === 'string' && { stack: framesOf(stack) }),
    ...(isTold && { cause: failureBehind(cause, depth + 1) }),
  };
}

/**
 * Errors whose words are our own, or those of SQLite, which name tables and columns and never what stands in them; those
 * of any other may hold what was sent, as the words of a failing JSON.parse do.
 */
const sayable = new Set([
  'AppendRefused',
  'DirectoryDamaged',
  'DirectoryIndexDamaged',
  'DirectoryKeyRefused',
  'DuplicateEventId',
  'InvariantBroken',
  'LogDamaged',
  'LogLost',
  'LogMoved',
  'NoRightToWrite',
  'ProjectionFailed',
  'ReadModelsDamaged',
  'RebuildDiffers',
  'SealBroken',
  'ServerAway',
  'SqliteError',
  'StoreUnavailable',
  'UnknownEvent',
]);

/** Without the words of its cause, which are told with that or not at all, and without ids: the log names nobody. */
function ownWords(message: string, cause: unknown): string {
  const borrowed =
    typeof cause === 'object' && cause !== null && 'message' in cause ? cause.message : undefined;
  const isBorrowed = typeof borrowed === 'string' && borrowed !== '' && message.endsWith(`: ${borrowed}`);
  const own = isBorrowed ? message.slice(0, -borrowed.length - 2) : message;
  return ids.reduce((text, [pattern, kind]) => text.replaceAll(pattern, kind), own);
}

/** Streams, receipts and whatever else has an id; what stands in a path is the name of a file. */
const ids: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<![\\w/\\\\.-])(${categories.join('|')})-[^\\s:,]+`, 'g'), '$1-…'],
  [/(?<![\w/\\.-])([vcdopfh])-[0-9a-z]{1,26}\b/g, '$1-…'],
  [/(?<![\w/\\.-])[a-z0-9]{2,12}\.[0-9A-Z][0-9A-Z-]{0,31}\b/g, '….…'],
];

function framesOf(stack: string): readonly string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 12).map((line) => line.trim());
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
