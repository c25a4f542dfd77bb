import { createHash } from 'node:crypto';
import type { TableColumn, TableRow } from './table.ts';
import { jsonLines } from './write-ndjson.ts';

/** Rows on their way to a file: how many there were, and the hash of them as lines of JSON. */
export class CountedRows {
  readonly #hash = createHash('sha256');
  #count = 0;
  #digest: string | undefined;

  /** The same rows, counted as they pass. */
  async *through(
    columns: readonly TableColumn[],
    rows: AsyncIterable<readonly TableRow[]>,
  ): AsyncGenerator<readonly TableRow[]> {
    for await (const portion of rows) {
      this.#count += portion.length;
      this.#hash.update(jsonLines(columns, portion));
      yield portion;
    }
  }

  get count(): number {
    return this.#count;
  }

  /** SHA-256, in hexadecimal, of the file of JSON lines that holds these rows; to be asked once all have passed. */
  get hash(): string {
    return (this.#digest ??= this.#hash.digest('hex'));
  }
}
