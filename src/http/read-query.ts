import type { Type } from '@nestjs/common';
import { getMetadataStorage, validateSync } from 'class-validator';
import { Problem, type Fault } from './problem.ts';

/** Reads a query as the class that a route declares. @throws Problem naming every parameter that is wrong */
export function readQuery(query: object, asked: Type<object>): object {
  const known = parametersOf(asked);
  const given = Object.entries(query);
  const unknown = given.filter(([name]) => !known.has(name)).map(([name]) => unknownParameter(name));
  const question: object = Object.assign(
    new asked(),
    Object.fromEntries(given.filter(([name]) => known.has(name))),
  );
  const unfit = validateSync(question, { stopAtFirstError: true });
  const errors = [
    ...unknown,
    ...unfit.flatMap(({ property, constraints }) => faultsOf(property, constraints)),
  ];
  if (errors.length > 0) throw new Problem('parameter-invalid', { errors: errors.slice(0, mostErrors) });
  return question;
}

const mostErrors = 20;

function parametersOf(asked: Type<object>): ReadonlySet<string> {
  const declared = getMetadataStorage().getTargetValidationMetadatas(asked, '', true, false);
  return new Set(declared.map(({ propertyName }) => propertyName));
}

function faultsOf(property: string, constraints: Readonly<Record<string, string>> = {}): readonly Fault[] {
  return Object.entries(constraints).map(([code, message]) => ({ pointer: `/${property}`, code, message }));
}

/** That a route knows no such parameter. It is named where it could be a misspelled one; any other text might be a person's name. */
export function unknownParameter(name: string): Fault {
  const pointer = /^[A-Za-z]{1,40}$/.test(name) ? `/${name}` : '';
  return { pointer, code: 'parameter-unknown', message: 'There is no such parameter here. Remove it.' };
}
