import type { Schema } from './schema-words.ts';

/** What a route answers, for the document. */
export interface Answer {
  readonly summary: string;
  /** Of the answer; of one row, where it is a list that is also given row by row. */
  readonly schema: Schema;
  readonly isList?: true;
  readonly example: unknown;
}
