import type { FaultRule } from '../fault.ts';

/** The fields of a record, from left to right; what comes last may be a text that holds commas itself. */
export class BaiFields {
  readonly #body: string;
  #at = 0;

  constructor(body: string) {
    this.#body = body;
  }

  get isAtEnd(): boolean {
    return this.#at > this.#body.length;
  }

  /** The next field; '' where there is none any more. */
  next(): string {
    if (this.isAtEnd) return '';
    const length = this.#body.slice(this.#at).search(/[,\n]/);
    const end = length < 0 ? this.#body.length : this.#at + length;
    const field = this.#body.slice(this.#at, end);
    this.#at = end + 1;
    return field.trim();
  }

  /** All that is left, as one text in one line. */
  rest(): string {
    const text = this.#body.slice(this.#at).replaceAll(/\s+/g, ' ').trim();
    this.#at = this.#body.length + 1;
    return text;
  }
}

/** How the money becomes available: only its shape matters here, for what stands behind it, and the day, where one is given. */
export interface Funds {
  readonly valueDate: string;
}

/** Passes over the funds type and what belongs to it. */
export function readFunds(fields: BaiFields): Funds | { readonly rule: FaultRule } {
  const type = fields.next().toUpperCase();
  if (type === 'V') {
    const valueDate = fields.next();
    fields.next();
    return { valueDate };
  }
  const count = partsOf(type, fields);
  if (count === undefined) return { rule: 'field-not-in-list' };
  for (let part = 0; part < count && !fields.isAtEnd; part += 1) fields.next();
  return { valueDate: '' };
}

/** How many fields say when how much of the money is available: `S` in three parts, `D` in pairs of days and amounts. */
function partsOf(type: string, fields: BaiFields): number | undefined {
  if (type === 'S') return 3;
  if (type !== 'D') return ['', 'Z', '0', '1', '2'].includes(type) ? 0 : undefined;
  const pairs = fields.next();
  return /^[0-9]{1,4}$/.test(pairs) ? 2 * Number(pairs) : undefined;
}

/** An amount in cents without a point; undefined where the text is none. Nothing at all is 0. */
export function baiAmount(text: string): bigint | undefined {
  if (text === '') return 0n;
  return /^[+-]?[0-9]{1,18}$/.test(text) ? BigInt(text.replace('+', '')) : undefined;
}
