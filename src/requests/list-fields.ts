import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import 'reflect-metadata';
import { field, fieldsOf, type RequestClass } from './field.ts';

/** How many items a list may hold, and what it is a list of. */
interface ListShape {
  readonly most: number;
  readonly description: string;
}

/** A list of objects, each of which is checked as a request of its own. */
export function IsListOf(items: RequestClass, { most, description }: ListShape): PropertyDecorator {
  const example = [
    Object.fromEntries(
      [...fieldsOf(items)]
        .filter(([, { fallback }]) => fallback === undefined)
        .map(([name, { schema }]) => [name, schema.example]),
    ),
  ];
  const declare = field({
    schema: { type: 'array', description, example, maxItems: most },
    items,
    fault: (value) => {
      if (!Array.isArray(value)) return { rule: 'not-a-list', message: 'Write a list in square brackets.' };
      if (value.length <= most) return undefined;
      return { rule: 'list-too-long', message: `Write at most ${most} items. Split what is longer.` };
    },
  });
  return (prototype, property) => {
    declare(prototype, property);
    ValidateNested()(prototype, property);
    Type(() => items)(prototype, property);
  };
}
