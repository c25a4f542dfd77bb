/** Shapes that a value from JSON may have: each gives the value, or writes down where it is not what is expected. */

/** Where a value is not what was expected, as a JSON Pointer, and what was. */
export interface ShapeFault {
  readonly pointer: string;
  readonly expected: string;
}

/** Reads a value, or writes a fault down and gives undefined. */
export type Shape<Read> = ((value: unknown, pointer: string, faults: ShapeFault[]) => Read | undefined) & {
  /** Given where the field is not there at all. */
  readonly fallback?: { readonly value: Read };
};

/** A text that fits a pattern. */
export function aText(pattern: RegExp): Shape<string> {
  return (value, pointer, faults) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    faults.push({ pointer, expected: `a text that fits ${String(pattern)}` });
    return undefined;
  };
}

/** A whole number between two, both of them included. */
export function anInteger(least: number, most: number): Shape<number> {
  return (value, pointer, faults) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    faults.push({ pointer, expected: `a whole number from ${least} to ${most}` });
    return undefined;
  };
}

/** One of these values. */
export function oneOf<const Values extends readonly (string | boolean)[]>(
  values: Values,
): Shape<Values[number]> {
  return (value, pointer, faults) => {
    const found = values.find((each) => each === value);
    if (found === undefined) {
      faults.push({ pointer, expected: `one of ${values.map((each) => JSON.stringify(each)).join(', ')}` });
    }
    return found;
  };
}

/** A list of values of one shape. */
export function listOf<Read>(
  each: Shape<Read>,
  { least, most }: { readonly least: number; readonly most: number },
): Shape<readonly Read[]> {
  return (value, pointer, faults) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      faults.push({ pointer, expected: `a list of ${least} to ${most}` });
      return undefined;
    }
    const read = value.map((entry, at) => each(entry, `${pointer}/${at}`, faults));
    return read.filter((entry) => entry !== undefined);
  };
}

/** An object of any keys that fit a pattern, at most a thousand. */
export function recordOf<Read>(key: RegExp, each: Shape<Read>): Shape<Readonly<Record<string, Read>>> {
  return (value, pointer, faults) => {
    if (!isPlain(value) || Object.keys(value).length > 1_000) {
      faults.push({ pointer, expected: 'an object of at most 1000 words' });
      return undefined;
    }
    const read: Record<string, Read> = {};
    for (const [name, entry] of Object.entries(value)) {
      const found = each(entry, `${pointer}/${name}`, faults);
      if (!key.test(name)) faults.push({ pointer, expected: `words that fit ${String(key)}` });
      else if (found !== undefined) read[name] = found;
    }
    return read;
  };
}

/** A shape whose field may be left out; then it is this. */
export function orElse<Read, Else>(value: Else, shape: Shape<Read>): Shape<Read | Else> {
  const read: Shape<Read | Else> = (given, pointer, faults) => shape(given, pointer, faults);
  return Object.assign(read, { fallback: { value } });
}

/** An object with these fields and no other. */
export function object<Read extends object>(fields: {
  readonly [Name in keyof Read]-?: Shape<Read[Name]>;
}): Shape<Read> {
  return (value, pointer, faults) => {
    if (!isPlain(value)) {
      faults.push({ pointer, expected: 'an object' });
      return undefined;
    }
    const unknown = Object.keys(value).filter((name) => !(name in fields));
    if (unknown.length > 0) {
      faults.push({ pointer, expected: `no other fields than ${Object.keys(fields).join(', ')}` });
    }
    const read: Partial<Read> = {};
    for (const name in fields) {
      const shape = fields[name];
      const given = value[name];
      if (given === undefined && shape.fallback !== undefined) read[name] = shape.fallback.value;
      else {
        const found = shape(given, `${pointer}/${name}`, faults);
        if (found !== undefined) read[name] = found;
      }
    }
    return read as Read;
  };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
