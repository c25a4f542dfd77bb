/** What a query parameter may hold: for class-validator, which checks it, and for the OpenAPI document. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { knownAtIn } from '../application/queries/known-at.ts';
import { isCalendarDate } from '../domain/calendar-date.ts';
import { idPattern } from '../domain/ids.ts';
import { isReceiptId } from '../requests/receipt-id.ts';

/** @param description of what it is the day */
export function DayParameter(description: string): PropertyDecorator {
  return parameter({
    code: 'not-a-day',
    expected: 'Write a day that exists, such as 2026-03-02.',
    schema: { type: 'string', format: 'date', description, example: '2026-03-02' },
    fits: isCalendarDate,
  });
}

/** @param description what happens at the instant */
export function InstantParameter(description: string): PropertyDecorator {
  return parameter({
    code: 'not-an-instant',
    expected:
      'Write an instant in UTC, such as 2026-03-02T17:00:00Z; a day, which means its end in UTC; or @ and a position of the log.',
    schema: { type: 'string', description, example: '2026-03-02T17:00:00Z' },
    fits: (text) => knownAtIn(text) !== undefined,
  });
}

/** @param kind of what it is the id; what it narrows a list to is the same for all */
export function IdParameter(kind: keyof typeof exampleIds): PropertyDecorator {
  const pattern = idPattern(kind);
  const compiled = new RegExp(pattern);
  return parameter({
    code: 'not-an-id',
    expected: `Write the id of a ${kind}, which begins with ${pattern.slice(1, 3)}.`,
    schema: {
      type: 'string',
      pattern,
      description: `Only what is about this ${kind}.`,
      example: exampleIds[kind],
    },
    fits: (text) => compiled.test(text),
  });
}

/** A receipt, to which a list is narrowed. */
export function ReceiptParameter(): PropertyDecorator {
  return parameter({
    code: 'not-an-id',
    expected: 'Write the id of a receipt: its source, a point, and its number, such as dcd.2026-00017.',
    schema: { type: 'string', description: 'Only what is about this receipt.', example: 'dcd.2026-00017' },
    fits: isReceiptId,
  });
}

/** @param values the choices */
export function ChoiceParameter(values: readonly string[], description: string): PropertyDecorator {
  return parameter({
    code: 'not-a-choice',
    expected: `Write one of these: ${values.join(', ')}.`,
    schema: { type: 'string', enum: [...values], description, example: values[0] },
    fits: (text) => values.includes(text),
  });
}

/** How many rows are wanted. */
export function LimitParameter(): PropertyDecorator {
  return parameter({
    code: 'not-a-limit',
    expected: 'Write a whole number from 1 to 1000.',
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 50, description: 'At most so many rows.' },
    fits: (text) => /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 1000,
  });
}

/** Where a page begins. */
export function CursorParameter(): PropertyDecorator {
  return parameter({
    code: 'not-a-cursor',
    expected: 'Write what the page before gave as nextCursor.',
    schema: { type: 'string', description: 'Where to go on: what the page before gave as `nextCursor`.' },
    fits: (text) => /^[\w.:=+/~-]{1,512}$/.test(text),
  });
}

interface ParameterKind {
  readonly code: string;
  readonly expected: string;
  readonly schema: NonNullable<Parameters<typeof ApiPropertyOptional>[0]>;
  readonly fits: (text: string) => boolean;
}

/** A parameter that is given twice arrives as a list, and fits nothing. */
function parameter({ code, expected, schema, fits }: ParameterKind): PropertyDecorator {
  const validator = {
    validate: (value: unknown) => typeof value === 'string' && fits(value),
    defaultMessage: () => expected,
  };
  return (prototype, name) => {
    IsOptional()(prototype, name);
    ValidateBy({ name: code, validator })(prototype, name);
    ApiPropertyOptional(schema)(prototype, name);
  };
}

const exampleIds = {
  ...{ victim: 'v-7k2m9q', case: 'c-s4t8', defendant: 'd-4x8t', order: 'o-5h3w' },
  ...{ statement: 's-9g4t', run: 'n-20260701' },
};
