import { isUtf8 } from 'node:buffer';
import { faultAt, type Fault } from './fault.ts';

/** Bytes as a file, a socket or a test gives them, cut anywhere. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** One line of a text file, without what ends it. */
export interface Line {
  /** Counted from 1. */
  readonly line: number;
  /** Where in the file its first byte stands, counted from 0. */
  readonly byte: number;
  /** How many bytes it has, without those that end it. */
  readonly length: number;
  readonly text: string;
}

/** How the letters of a file are written. */
export type Encoding = 'UTF-8' | 'WINDOWS-1252';

/** What a line may hold, in bytes, and how its letters are written. */
interface LineLimits {
  readonly mostBytes: number;
  readonly encoding: Encoding;
}

/** Whether what was read is a fault and not what was hoped for. */
export function isFault(read: object): read is Fault {
  return 'rule' in read;
}

/**
 * Reads bytes as lines of UTF-8, or of the encoding that is named, ended by LF, CRLF or CR. A line that cannot be read is a fault in its place, and the
 * lines after it are read as if nothing had happened; a file that is no text at all is one fault. Blank lines are
 * counted and passed over. Never holds more than one chunk and one line.
 *
 * @param mostBytes what one line may hold
 */
export async function* linesOf(
  bytes: Bytes,
  mostBytes: number,
  encoding: Encoding = 'UTF-8',
): AsyncGenerator<Line | Fault, void> {
  const cutter = new LineCutter({ mostBytes, encoding });
  let isEmpty = true;
  for await (const chunk of bytes) {
    for (const read of cutter.cut(chunk)) {
      isEmpty = false;
      yield read;
      if (isFault(read) && read.line === 0) return;
    }
  }
  for (const read of cutter.finish()) {
    isEmpty = false;
    yield read;
  }
  if (isEmpty) yield faultAt(0, 'file-empty');
}

const lineFeed = 10;
const carriageReturn = 13;

/** Cuts chunks into lines. It remembers the line that is not ended yet, and whether a CR may be half of a CRLF. */
class LineCutter {
  readonly #limits: LineLimits;
  #parts: Uint8Array[] = [];
  #length = 0;
  #line = 0;
  /** Where the open line begins, and where the chunk does that is being cut. */
  #start = 0;
  #chunkStart = 0;
  #endsWithReturn = false;

  constructor(limits: LineLimits) {
    this.#limits = limits;
  }

  *cut(chunk: Uint8Array): Generator<Line | Fault> {
    let from = this.#endsWithReturn && chunk[0] === lineFeed ? 1 : 0;
    this.#start += from;
    if (chunk.length > 0) this.#endsWithReturn = false;
    const feeds = new Positions(chunk, lineFeed);
    const returns = new Positions(chunk, carriageReturn);
    for (;;) {
      const end = Math.min(feeds.atOrAfter(from), returns.atOrAfter(from));
      this.#keep(chunk.subarray(from, end));
      if (end >= chunk.length) break;
      yield* this.finish();
      const isPair = chunk[end] === carriageReturn && chunk[end + 1] === lineFeed;
      this.#endsWithReturn = chunk[end] === carriageReturn && end + 1 === chunk.length;
      from = end + (isPair ? 2 : 1);
      this.#start = this.#chunkStart + from;
    }
    this.#chunkStart += chunk.length;
  }

  /** Ends the line that is open. */
  *finish(): Generator<Line | Fault> {
    this.#line += 1;
    const place = { line: this.#line, byte: this.#start, length: this.#length };
    const read = readLine(this.#parts, place, this.#limits);
    this.#parts = [];
    this.#length = 0;
    if (read !== undefined) yield read;
  }

  /** Keeps a part of the open line; of a line that is too long, only as much as shows what kind of file it is. */
  #keep(part: Uint8Array): void {
    this.#length += part.length;
    if (part.length === 0) return;
    if (this.#length <= this.#limits.mostBytes) this.#parts.push(part);
    else this.#parts = [this.#parts[0] ?? part.subarray(0, 8)];
  }
}

/** Where a byte stands in a chunk; looks again only when the last place it found has been passed. */
class Positions {
  readonly #chunk: Uint8Array;
  readonly #byte: number;
  #next = -1;

  constructor(chunk: Uint8Array, byte: number) {
    this.#chunk = chunk;
    this.#byte = byte;
  }

  /** The first place from `from` on; the length of the chunk where there is none. */
  atOrAfter(from: number): number {
    if (this.#next < from) {
      const found = this.#chunk.indexOf(this.#byte, from);
      this.#next = found < 0 ? this.#chunk.length : found;
    }
    return this.#next;
  }
}

type Place = Omit<Line, 'text'>;

function readLine(parts: readonly Uint8Array[], place: Place, limits: LineLimits): Line | Fault | undefined {
  const { line, byte, length } = place;
  const whole = joined(parts);
  const foreign = line === 1 ? foreignFile(whole) : undefined;
  if (foreign !== undefined) return foreign;
  if (length > limits.mostBytes) return faultAt(line, 'line-too-long');
  const bytes = line === 1 ? withoutByteOrderMark(whole) : whole;
  const text = decoded(bytes, limits.encoding);
  if (text === undefined) return faultAt(line, 'not-utf-8');
  if (text.includes('\0')) return faultAt(line, 'nul-byte');
  return text.trim() === '' ? undefined : { line, byte, length, text };
}

const windows1252 = new TextDecoder('windows-1252');

function decoded(bytes: Buffer, encoding: Encoding): string | undefined {
  if (encoding === 'WINDOWS-1252') return windows1252.decode(bytes);
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/** The parts as one; without a copy where there is only one, as there nearly always is. */
function joined(parts: readonly Uint8Array[]): Buffer {
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0) return Buffer.concat(parts);
  return Buffer.from(only.buffer, only.byteOffset, only.byteLength);
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** How files that are not text begin: zip (and so xlsx), gzip, an old workbook, PDF. */
const foreignOpenings = ['504b0304', '1f8b', 'd0cf11e0', '25504446'];

/** The fault of a file that is no text: UTF-16 and UTF-32 begin with their marks, or have a NUL, or three, in their first letter. */
export function foreignFile(start: Buffer): Fault | undefined {
  const opening = start.subarray(0, 4).toString('hex');
  if (foreignOpenings.some((foreign) => opening.startsWith(foreign))) return faultAt(0, 'file-not-text');
  if (/^(?:fffe0000|0000feff|000000(?!00)..|(?!00)..000000)/.test(opening)) return faultAt(0, 'file-utf-32');
  const isUtf16 = /^(?:fffe|feff|00[^0].|00.[^0]|(?:[^0].|.[^0])00)/.test(opening);
  return isUtf16 ? faultAt(0, 'file-utf-16') : undefined;
}
