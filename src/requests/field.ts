import { registerDecorator } from 'class-validator';
import type { RequestRule } from './complaint.ts';

/** A class of requests: its fields are declared by decorators, and their defaults by what a new one holds. */
export type RequestClass<Request extends object = object> = new () => Request;

/** What a field must be: as JSON Schema for documents, and as a function for doors. */
export interface FieldKind {
  readonly schema: FieldSchema;
  /** What each value of a closed list means. */
  readonly choices?: Readonly<Record<string, string>>;
  /** What the items of a list are. */
  readonly items?: RequestClass;
  /** What is wrong with a value that is there; nothing where it fits. */
  readonly fault: (value: unknown) => FieldFault | undefined;
}

/** A fragment of JSON Schema, in those words that OpenAPI shares. */
export interface FieldSchema {
  readonly type: 'string' | 'array';
  readonly description: string;
  readonly example: unknown;
  readonly pattern?: string;
  readonly format?: 'date';
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** What is wrong with the value of a field: by which rule, and what is expected instead. */
export interface FieldFault {
  readonly rule: RequestRule;
  readonly message: string;
}

/** A field of a class of requests. */
export interface Field extends FieldKind {
  readonly name: string;
  /** What holds where the field is absent: a text, an empty list or null. Undefined where it must be there. */
  readonly fallback: unknown;
}

/** Declares a field: to class-validator, which checks it, and here, where help and OpenAPI find what it is. */
export function field(kind: FieldKind): PropertyDecorator {
  return (prototype, property) => {
    const owner = prototype.constructor as RequestClass;
    const name = String(property);
    const fault = (value: unknown) => faultOf(fieldNamed(owner, name), value);
    kindsOf(owner).set(name, kind);
    registerDecorator({
      target: owner,
      propertyName: name,
      name: 'field',
      validator: {
        validate: (value) => fault(value) === undefined,
        defaultMessage: (place) => fault(place?.value)?.message ?? '',
      },
    });
  };
}

/** The fields of a class of requests, by name, in the order in which they are declared. */
export function fieldsOf(owner: RequestClass): ReadonlyMap<string, Field> {
  const known = fields.get(owner);
  if (known !== undefined) return known;
  const blank = new owner();
  const found = new Map<string, Field>();
  for (const [name, kind] of kindsOf(owner)) {
    found.set(name, { ...kind, name, fallback: Reflect.get(blank, name) as unknown });
  }
  fields.set(owner, found);
  return found;
}

/** What is wrong with the value of a field, absence and null included; nothing where it fits. */
export function faultOf({ fault, fallback }: Field, value: unknown): FieldFault | undefined {
  if (value === undefined) return { rule: 'field-missing', message: 'This field is required. Add it.' };
  if (value !== null) return fault(value);
  if (fallback === null) return undefined;
  return {
    rule: 'field-null',
    message: 'Null is not a value of this field. Give it a value, or leave it out.',
  };
}

const kinds = new Map<RequestClass, Map<string, FieldKind>>();
const fields = new Map<RequestClass, ReadonlyMap<string, Field>>();

function kindsOf(owner: RequestClass): Map<string, FieldKind> {
  const known = kinds.get(owner) ?? new Map<string, FieldKind>();
  kinds.set(owner, known);
  return known;
}

function fieldNamed(owner: RequestClass, name: string): Field {
  const found = fieldsOf(owner).get(name);
  if (found === undefined) throw new TypeError(`${owner.name} declares no field ${name}`);
  return found;
}
