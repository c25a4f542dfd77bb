import type { FaultRule } from '../formats/fault.ts';

/** Why something that was sent is refused: where, by which rule, and what is expected instead. */
export interface Complaint {
  /** JSON Pointer to the field, or to the column of a file; empty where the whole is meant. */
  readonly pointer: string;
  readonly rule: ComplaintRule;
  /** In plain words; never what was sent, because that may name a person. */
  readonly message: string;
}

/** Rules of what was sent as a command. They are part of the contract: add, never rename (docs/files.md). */
export const requestRules = [
  'not-an-object',
  'field-missing',
  'field-null',
  'field-unknown',
  'not-text',
  'not-an-amount',
  'not-a-day',
  'not-a-year',
  'not-a-month',
  'not-an-index',
  'not-an-id',
  'not-a-choice',
  'not-a-source',
  'not-an-instrument-number',
  'not-a-reference',
  'not-a-rank',
  'not-a-rate',
  'not-a-balance',
  'not-a-hash',
  'not-a-line',
  'not-an-item',
  'not-a-count',
  'not-a-label',
  'not-a-list',
  'list-too-long',
  'not-a-command',
  'not-a-command-id',
  'label-unknown',
  'order-refused',
  'order-rows-apart',
  'order-rows-differ',
] as const;

export type RequestRule = (typeof requestRules)[number];

/** Every rule of every complaint: those of a command, and those of the file or text that it came in. */
export type ComplaintRule = RequestRule | FaultRule;
