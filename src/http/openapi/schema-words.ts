/** The words in which the schemas of answers are written. */
import { idPattern, type IdKind } from '../../domain/ids.ts';

/** A fragment of JSON Schema, as OpenAPI 3.1 has it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A schema for each field of an answer: the compiler asks for those that a view has learned and a document has not. */
export type FieldsOf<View> = { readonly [Name in keyof View]-?: Schema };

/** An object with all of these fields, always. */
export function objectOf<View>(description: string, properties: FieldsOf<View>): Schema {
  return { type: 'object', description, required: Object.keys(properties), properties };
}

/** A component of the document. */
export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export function listOf(items: Schema, description?: string): Schema {
  return { type: 'array', items, ...(description !== undefined && { description }) };
}

/** The schema, or null; the description says what null means. */
export function orNull(schema: Schema, description?: string): Schema {
  const said = description === undefined ? {} : { description };
  if ('$ref' in schema) return { oneOf: [schema, { type: 'null' }], ...said };
  return { ...schema, type: [schema['type'], 'null'], ...said };
}

export function textOf(description: string): Schema {
  return { type: 'string', description };
}

export function oneOf(...values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

export function idOf(kind: IdKind): Schema {
  return { type: 'string', pattern: idPattern(kind), description: `Id of the ${kind}.` };
}

/** Amounts are text, because a JSON number is not exact. */
export function moneyOf(description: string): Schema {
  return { type: 'string', pattern: '^-?(0|[1-9][0-9]*)\\.[0-9]{2}$', description };
}

export function dayOf(description: string): Schema {
  return { type: 'string', format: 'date', description };
}

export function numberOf(description: string): Schema {
  return { type: 'integer', minimum: 0, description };
}

export const instant: Schema = {
  type: 'string',
  format: 'date-time',
  description: 'When it was recorded, in UTC.',
};
export const receiptId: Schema = { type: 'string', description: 'Source, point and number of a payment.' };
export const yesOrNo: Schema = { type: 'boolean' };
