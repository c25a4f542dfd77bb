/**
 * Whether a value is the same after it has been written as JSON and read back. `JSON.stringify` drops, rounds or calls
 * whatever it cannot write, without a word; a ledger would rather be told.
 */

/** Where the value is not plain JSON and why, as `.lines[2].amount is not a finite number`; undefined where it is. */
export function whatIsNotPlainJson(value: unknown): string | undefined {
  return flawOf(value, { left: greatestSize }, 0);
}

/** Whether the text has half of a surrogate pair, which no UTF-8 can say. */
export function hasUnpairedSurrogate(text: string): boolean {
  return unpaired.test(text);
}

// No event comes near these: they end the walk through a value that is its own part, or repeats itself without end.
const greatestDepth = 100;
const greatestSize = 1_000_000;
const unpaired = /\p{Surrogate}/u;

interface Walk {
  left: number;
}

function flawOf(value: unknown, walk: Walk, depth: number): string | undefined {
  walk.left -= 1;
  if (walk.left < 0) return ' has too many parts';
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'string':
      return hasUnpairedSurrogate(value) ? ' has an unpaired surrogate' : undefined;
    case 'number':
      return flawOfNumber(value);
    case 'object':
      return value === null ? undefined : flawInside(value, walk, depth);
    default:
      return ` is of type ${typeof value}`;
  }
}

function flawOfNumber(value: number): string | undefined {
  if (!Number.isFinite(value)) return ' is not a finite number';
  return Object.is(value, -0) ? ' is minus zero' : undefined;
}

function flawInside(value: object, walk: Walk, depth: number): string | undefined {
  if (depth === greatestDepth) return ' is nested too deep, or is a part of itself';
  if (Array.isArray(value)) return flawInArray(value, walk, depth);
  if (!isPlain(value)) return ' is not a plain object';
  for (const key of Object.keys(value)) {
    if (hasUnpairedSurrogate(key)) return ' has a key with an unpaired surrogate';
    const flaw = flawOf((value as Record<string, unknown>)[key], walk, depth + 1);
    if (flaw !== undefined) return `.${key}${flaw}`;
  }
  return undefined;
}

function flawInArray(value: readonly unknown[], walk: Walk, depth: number): string | undefined {
  for (let at = 0; at < value.length; at += 1) {
    const flaw = flawOf(value[at], walk, depth + 1);
    if (flaw !== undefined) return `[${String(at)}]${flaw}`;
  }
  return Object.keys(value).length === value.length ? undefined : ' is an array with names';
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isBare = prototype === null || Object.getPrototypeOf(prototype) === null;
  return isBare && Object.getOwnPropertySymbols(value).length === 0;
}
