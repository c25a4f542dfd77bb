import type { Fault } from './fault.ts';
import { linesOf, type Bytes, type Line } from './lines.ts';

/** What one line of JSON may hold: 1 MiB. */
export const mostJsonBytes = 1_048_576;

/** Reads a file of one JSON value a line; the values stay text, so that whoever knows their meaning reads them once. */
export function readJsonLines(bytes: Bytes, mostBytes = mostJsonBytes): AsyncGenerator<Line | Fault> {
  return linesOf(bytes, mostBytes);
}
