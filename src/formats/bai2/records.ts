import type { Evidence } from '../bank-line.ts';
import { faultAt, type Fault } from '../fault.ts';
import { isFault, linesOf, type Bytes, type Encoding, type Line } from '../lines.ts';

/** One record with all that continues it. */
export interface BaiRecord {
  /** `01`, `02`, `03`, `16`, `49`, `98` or `99`. */
  readonly code: string;
  /** What stands behind the code; a line break stands where a record 88 continues it. */
  readonly body: string;
  /** How many records it is, those that continue it included. */
  readonly count: number;
  readonly evidence: Evidence;
}

const mostBytes = 65_536;

/** A slash ends a record; another may follow on the same line. A slash within a text is followed by something else. */
const boundary = /\/\s*(?=(?:01|02|03|16|49|88|98|99),)/g;

/** Cuts a BAI2 file into records, wherever its lines end, and puts those together that continue each other. */
export async function* baiRecords(bytes: Bytes, encoding: Encoding): AsyncGenerator<BaiRecord | Fault, void> {
  const open = new OpenRecord();
  for await (const line of linesOf(bytes, mostBytes, encoding)) {
    if (isFault(line)) yield line;
    else for (const piece of piecesOf(line)) yield* open.take(piece);
  }
  yield* open.end();
}

/** A part of a line: a record, or what a record above it goes on with. */
interface Piece {
  readonly text: string;
  /** Whether a slash ended it. */
  readonly isEnded: boolean;
  readonly evidence: Evidence;
}

function* piecesOf(line: Line): Generator<Piece> {
  let from = 0;
  for (const { index, 0: between } of line.text.matchAll(boundary)) {
    yield { text: line.text.slice(from, index), isEnded: true, evidence: placeOf(line, from, index + 1) };
    from = index + between.length;
  }
  const rest = line.text.slice(from);
  const isEnded = /\/\s*$/.test(rest);
  const text = isEnded ? rest.replace(/\/\s*$/, '') : rest;
  yield { text, isEnded, evidence: placeOf(line, from, line.text.length) };
}

function placeOf({ line, byte, length, text }: Line, from: number, to: number): Evidence {
  // Where each letter is one byte, letters need not be counted.
  const bytesTo = (at: number): number =>
    text.length === length ? at : Buffer.byteLength(text.slice(0, at));
  return { line, endLine: line, byte: byte + bytesTo(from), endByte: byte + bytesTo(to) };
}

/** Longer than this no record is, with all that continues it. */
const mostLetters = 65_536;

class OpenRecord {
  #record: BaiRecord | undefined;
  #isEnded = true;
  #isTooLong = false;

  *take(piece: Piece): Generator<BaiRecord | Fault> {
    const [, code, body = ''] = /^\s*(01|02|03|16|49|88|98|99),(.*)$/s.exec(piece.text) ?? [];
    const { line } = piece.evidence;
    if (code === undefined && this.#isEnded) yield faultAt(line, 'record-unknown');
    else if (code === undefined) yield* this.#goOn(piece, piece.text, 0);
    else if (code !== '88') yield* this.#begin({ code, body, count: 1, evidence: piece.evidence });
    else if (this.#record === undefined) yield faultAt(line, 'record-misplaced');
    else yield* this.#goOn(piece, body, 1);
    this.#isEnded = piece.isEnded;
  }

  *end(): Generator<BaiRecord> {
    if (this.#record !== undefined) yield this.#record;
    this.#record = undefined;
  }

  *#begin(record: BaiRecord): Generator<BaiRecord> {
    yield* this.end();
    this.#record = record;
    this.#isTooLong = false;
  }

  *#goOn({ evidence }: Piece, text: string, count: number): Generator<Fault> {
    const record = this.#record;
    if (record === undefined) return;
    const body = `${record.body}\n${text}`;
    const isTooLong = body.length > mostLetters;
    if (isTooLong && !this.#isTooLong) yield faultAt(evidence.line, 'record-too-long');
    this.#isTooLong ||= isTooLong;
    const { endLine, endByte } = evidence;
    this.#record = {
      code: record.code,
      body: isTooLong ? record.body : body,
      count: record.count + count,
      evidence: { ...record.evidence, endLine, endByte },
    };
  }
}
