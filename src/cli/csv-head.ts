import { readHeader } from '../formats/csv-header.ts';
import { csvLayouts } from '../requests/csv-layouts.ts';

/** What the first line of a file says. */
export interface FileHead {
  /** What the table is of, where the line names the columns of one of ours. */
  readonly layout: string | undefined;
  /** Whether it begins as a JSON object does. */
  readonly isJson: boolean;
  /** The file, whole: looking at its first line takes nothing from it. */
  readonly whole: AsyncIterable<Uint8Array>;
}

/** Looks at the first line of a file. */
export async function headOf(bytes: AsyncIterable<Uint8Array>): Promise<FileHead> {
  const reading = bytes[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  while (!isWhole && length < longestHeader && !seen.some(endsALine)) {
    const read = await reading.next();
    isWhole = read.done === true;
    if (read.done === true) break;
    seen.push(read.value);
    length += read.value.length;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* seen;
    if (!isWhole) yield* { [Symbol.asyncIterator]: () => reading };
  }
  const text = Buffer.concat(seen)
    .toString()
    .replace(/^\uFEFF/, '');
  return { layout: layoutOf(text), isJson: /^\s*\{/.test(text), whole: whole() };
}

/** In bytes; what is longer is no header of ours, and the reader will say so. */
const longestHeader = 65_536;

function endsALine(chunk: Uint8Array): boolean {
  return chunk.includes(10) || chunk.includes(13);
}

function layoutOf(text: string): string | undefined {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const header = readHeader({ line: 1, text: first }, csvLayouts);
  return 'table' in header ? header.table.name : undefined;
}
