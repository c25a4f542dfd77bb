import type { CommandType } from '../domain/commands.ts';
import type { LabelKind } from './label.ts';

/** What stood in one cell of a file, and where, so that a complaint can name the place. */
export interface Cell {
  readonly line: number;
  readonly column: string;
  readonly text: string;
}

/** A request before it is read: its fields as cells, or as lists of drafts. */
export interface Draft {
  readonly [field: string]: Cell | readonly Draft[] | undefined;
}

/** A command that rows of a file ask for. */
export interface DraftedCommand {
  readonly name: CommandType;
  /** The row that asks for it; the first, where several do. */
  readonly line: number;
  readonly draft: Draft;
  /** What it registers: a file says so once, however many of its rows need it. */
  readonly registers?: string;
}

/** A row in which ids stand where labels stood. */
export interface KnownRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, Cell>>;
  /** The labels by which things were called, where they were not called by id. */
  readonly labels: Readonly<Partial<Record<LabelKind, Cell>>>;
}

/** The cells of a row as the fields of a request, by a table of field and column. */
export function take(row: KnownRow, columns: Readonly<Record<string, string>>): Draft {
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, row.cells[column]]));
}

/** Whether the row says anything in this column. */
export function isFilled(row: KnownRow, column: string): boolean {
  return (row.cells[column]?.text ?? '') !== '';
}

/** What a door would have been sent; an empty cell is an absent field. */
export function bodyOf(draft: Draft): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for (const [field, filled] of Object.entries(draft)) {
    if (isList(filled)) body[field] = filled.map(bodyOf);
    else if (filled !== undefined && filled.text !== '') body[field] = filled.text;
  }
  return body;
}

/** The cell that a JSON Pointer into the body means; undefined where it means no single one. */
export function cellAt(draft: Draft, pointer: string): Cell | undefined {
  const found = foundAt(draft, pointer);
  return isCell(found) ? found : undefined;
}

/** The row that a JSON Pointer into the body means: that of its cell, or the first that the part of the body came from. */
export function lineAt(draft: Draft, pointer: string): number | undefined {
  return firstLine(foundAt(draft, pointer));
}

function foundAt(draft: Draft, pointer: string): Found {
  let found: Found = draft;
  for (const step of pointer.split('/').slice(1)) found = stepInto(found, step);
  return found;
}

function firstLine(found: Found): number | undefined {
  if (found === undefined || isCell(found)) return found?.line;
  const parts: readonly Found[] = isList(found) ? found : Object.values(found);
  return parts.map(firstLine).find((line) => line !== undefined);
}

type Found = Cell | Draft | readonly Draft[] | undefined;

function stepInto(found: Found, step: string): Found {
  if (found === undefined || isCell(found)) return undefined;
  return isList(found) ? found[Number(step)] : found[step];
}

function isCell(found: Found): found is Cell {
  return found !== undefined && !isList(found) && typeof found.line === 'number';
}

function isList(found: Found): found is readonly Draft[] {
  return Array.isArray(found);
}
