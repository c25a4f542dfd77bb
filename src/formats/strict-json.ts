import type { FaultRule } from './fault.ts';

/** The value that a text holds, or the rule that it breaks and where, as a JSON Pointer. */
export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly rule: FaultRule; readonly pointer: string };

/**
 * Reads JSON as written and no other way: `JSON.parse` would keep the last of two equal keys, `__proto__` as a key, and
 * half a surrogate pair, and who signs for a payment must not learn later that another amount was read.
 */
export function readStrictJson(text: string, mostDepth: number): JsonReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, rule: 'json-invalid', pointer: '' };
  }
  const fault = faultInShape(text, mostDepth);
  if (fault !== undefined) return { ok: false, ...fault };
  if (mayHoldHalfPair.test(text) && holdsHalfPair(value))
    return { ok: false, rule: 'json-not-unicode', pointer: '' };
  return { ok: true, value };
}

/** What matters for the shape of a valid text: brackets, commas, and strings, with the colon after those that are keys. */
const tokens = /[{}[\],]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/** An object or list that is open while the text is read, and the key or place in it that is being read. */
interface Open {
  /** Absent in a list. */
  readonly keys?: Set<string>;
  at: string | number;
}

interface ShapeFault {
  readonly rule: FaultRule;
  readonly pointer: string;
}

function faultInShape(text: string, mostDepth: number): ShapeFault | undefined {
  const open: Open[] = [];
  for (const [token, colon] of text.matchAll(tokens)) {
    const fault = colon === undefined ? afterMark(token, open, mostDepth) : afterKey(token, open);
    if (fault !== undefined) return { rule: fault, pointer: pointerTo(open) };
  }
  return undefined;
}

function afterMark(mark: string, open: Open[], mostDepth: number): FaultRule | undefined {
  const innermost = open.at(-1);
  if (mark === '{') open.push({ keys: new Set(), at: '' });
  else if (mark === '[') open.push({ at: 0 });
  else if (mark === '}' || mark === ']') open.pop();
  else if (mark === ',' && typeof innermost?.at === 'number') innermost.at += 1;
  if (open.length <= mostDepth) return undefined;
  open.pop();
  return 'json-too-deep';
}

function afterKey(token: string, open: readonly Open[]): FaultRule | undefined {
  const innermost = open.at(-1);
  const key = JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)) as string;
  if (innermost?.keys === undefined) return undefined;
  const isTwice = innermost.keys.has(key);
  innermost.at = key;
  innermost.keys.add(key);
  if (key === '__proto__' || key === 'constructor') return 'json-key-forbidden';
  return isTwice ? 'json-key-twice' : undefined;
}

/** Names only what could be the name of a field, because a key may also be a person's; otherwise the whole. */
function pointerTo(open: readonly Open[]): string {
  const steps = open.map(({ at }) => String(at));
  return steps.every((step) => /^(?:[A-Za-z]{1,40}|[0-9]+)$/.test(step))
    ? steps.map((step) => `/${step}`).join('')
    : '';
}

/** Half a pair, or the escape of one half, which may yet find its other half beside it. */
const mayHoldHalfPair = /\\u[dD][89a-fA-F]|\p{Cs}/u;

function holdsHalfPair(value: unknown): boolean {
  if (typeof value === 'string') return /\p{Cs}/u.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, held]) => holdsHalfPair(key) || holdsHalfPair(held));
}
