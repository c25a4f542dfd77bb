import type { Evidence } from '../bank-line.ts';
import { faultAt, type Fault } from '../fault.ts';
import { isFault, linesOf, type Bytes, type Encoding, type Line } from '../lines.ts';
import { peek } from '../peek.ts';
import { achLength } from './layout.ts';

/** One record of 94 characters, and where it stands; in a file without line breaks its number stands for the line. */
export interface AchRecord {
  readonly evidence: Evidence;
  readonly text: string;
}

/** No line is longer than this: 94 characters of four bytes each, and blanks that some put behind them. */
const mostBytes = 1_024;

/**
 * Cuts a NACHA file into records: by lines, or every 94 bytes where the file has no line breaks, as those from tapes and
 * mainframes. Blanks that were cut off at the end of a line are put back.
 */
export async function* achRecords(bytes: Bytes, encoding: Encoding): AsyncGenerator<AchRecord | Fault, void> {
  const { head, bytes: whole } = await peek(bytes, 2 * achLength);
  const isUnbroken = head.length > achLength + 2 && !/[\r\n]/.test(head.toString('latin1'));
  const records = isUnbroken ? cutBy94(whole) : whole;
  for await (const line of linesOf(records, mostBytes, encoding)) {
    yield isFault(line) ? line : recordOf(line, isUnbroken);
  }
}

/** Puts a line break behind every 94 bytes. */
async function* cutBy94(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const held = Buffer.concat([left, chunk]);
    const pieces: Uint8Array[] = [];
    let from = 0;
    for (; from + achLength <= held.length; from += achLength) {
      pieces.push(held.subarray(from, from + achLength), lineBreak);
    }
    left = Buffer.from(held.subarray(from));
    if (pieces.length > 0) yield Buffer.concat(pieces);
  }
  if (left.length > 0) yield left;
}

const lineBreak = Buffer.from('\n');

function recordOf({ line, byte, length, text }: Line, isUnbroken: boolean): AchRecord | Fault {
  const record = text.length > achLength ? text.trimEnd() : text;
  if (record.length > achLength) return faultAt(line, 'record-too-long');
  // The line breaks that were put in are not in the file.
  const start = isUnbroken ? byte - (line - 1) : byte;
  const evidence = { line, endLine: line, byte: start, endByte: start + length };
  return { evidence, text: record.padEnd(achLength) };
}
