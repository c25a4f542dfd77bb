/** A cursor that no page of this list has given: cut short, changed, or from another list. */
export class BadCursor extends Error {
  constructor() {
    super('no page of this list has given this cursor');
    this.name = 'BadCursor';
  }
}

/** Where a list goes on. All its pages are answered from the position of the first, so that nothing moves between two. */
export interface Cursor {
  readonly position: number;
  /** The last row that was shown, by what the list is ordered by. */
  readonly after: readonly (string | number)[];
}

/** The shape of what a list is ordered by: the types of its parts. */
export type CursorShape = readonly ('string' | 'number')[];

/** The cursor as text that says nothing to whoever holds it. */
export function writeCursor(list: string, { position, after }: Cursor): string {
  return Buffer.from(JSON.stringify([list, position, ...after])).toString('base64url');
}

/** Reads back what `writeCursor` wrote for this list. @throws BadCursor */
export function readCursor(list: string, shape: CursorShape, text: string): Cursor {
  const [from, position, ...after] = parsed(text);
  const isOurs = from === list && isCount(position) && after.length === shape.length;
  if (!isOurs || !after.every((part, at) => isPart(part, shape[at]))) throw new BadCursor();
  return { position, after };
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    throw new BadCursor();
  }
}

function isPart(part: unknown, kind: CursorShape[number] | undefined): part is string | number {
  return kind === 'number' ? isCount(part) : typeof part === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
