import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { fieldsOf } from '../../requests/field.ts';
import { ReconcileRequest } from '../../requests/reconcile-request.ts';
import { RelabelRequest } from '../../requests/relabel-request.ts';
import { requestTypes } from '../../requests/request-types.ts';

type Fields = ReturnType<typeof fieldsOf>;
type Field = Fields extends ReadonlyMap<string, infer Each> ? Each : never;

/** Tells Nest of every field of every request what the request itself says of it; nothing is said twice. */
export function describeRequests(): void {
  for (const { requestClass } of requestTypes) describe(requestClass);
  describe(RelabelRequest);
  describe(ReconcileRequest);
}

const described = new Set<Type<object>>();

function describe(requestClass: Type<object>): void {
  if (described.has(requestClass)) return;
  described.add(requestClass);
  for (const [name, field] of fieldsOf(requestClass)) {
    if (field.items !== undefined) describe(field.items);
    ApiProperty(propertyOf(field))(requestClass.prototype as object, name);
  }
}

type Property = NonNullable<Parameters<typeof ApiProperty>[0]>;

function propertyOf(field: Field): Property {
  const { schema, items, fallback } = field;
  const { enum: values, description, ...rest } = schema;
  return {
    ...rest,
    description: `${description}${meaningsOf(field)}`,
    required: fallback === undefined,
    ...(values !== undefined && { enum: [...values] }),
    ...(items !== undefined && { type: () => [items] }),
    ...(fallback === null && { nullable: true }),
    ...(fallback !== undefined && { default: fallback }),
  };
}

function meaningsOf({ choices }: Field): string {
  if (choices === undefined) return '';
  const lines = Object.entries(choices).map(([value, meaning]) => `- \`${value}\`: ${meaning}`);
  return `\n\n${lines.join('\n')}`;
}
