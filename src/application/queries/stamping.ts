import { createHash } from 'node:crypto';
import { readModels } from '../../projections/read-models.ts';
import type { Paged, Stamp, Standpoint } from '../views/ledger.ts';

/** The hash of a list, worked out while its rows come: that of its rows as lines of JSON, however many came at a time. */
export class RowsHash {
  readonly #hash = createHash('sha256');

  add(rows: readonly unknown[]): void {
    for (const row of rows) this.#hash.update(`${JSON.stringify(row)}\n`);
  }

  /** To be called once, when all rows have come. */
  inHex(): string {
    return this.#hash.digest('hex');
  }
}

/** The stamp of an answer that stands there. */
export function stampOf({ position, asOf, knownAt }: Standpoint, answer: object): Stamp {
  return { position, asOf, knownAt, readModels: readModels.version, hash: hashOf(answer) };
}

function hashOf(answer: object): string {
  if (!isPage(answer)) return createHash('sha256').update(JSON.stringify(answer)).digest('hex');
  const hash = new RowsHash();
  hash.add(answer.rows);
  return hash.inHex();
}

function isPage(answer: object): answer is Paged<unknown> {
  return 'rows' in answer && 'next' in answer;
}
