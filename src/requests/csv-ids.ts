import { idPattern } from '../domain/ids.ts';
import type { CsvRow } from '../formats/csv.ts';
import type { Cell, KnownRow } from './csv-cells.ts';
import type { LineComplaint } from './file-reading.ts';
import { inItsCase, isLabel, looksLikeId, type LabelKind } from './label.ts';

/**
 * Finds the id of what people call so; undefined where nobody of that name is known. The caller decides: for payments it
 * asks the directory, for losses and orders it may mint an id and give it from then on.
 */
export type Resolve = (kind: LabelKind, text: string) => string | undefined | Promise<string | undefined>;

/** The row with ids in the place of labels, and what is wrong with those that stand for nothing. */
export async function knowRow(
  { line, fields }: CsvRow,
  resolve: Resolve,
): Promise<{ readonly row: KnownRow; readonly complaints: readonly LineComplaint[] }> {
  const cells: Record<string, Cell> = {};
  const labels: Partial<Record<LabelKind, Cell>> = {};
  const complaints: LineComplaint[] = [];
  for (const [column, text] of Object.entries(fields)) cells[column] = { line, column, text };
  for (const kind of kinds) {
    const cell = cells[kind];
    if (cell === undefined || cell.text === '' || isIdOf(kind, cell.text)) continue;
    const label = labelOf(kind, cell.text, cells);
    const id = isLabel(label) ? await resolve(kind, label) : undefined;
    if (id === undefined) complaints.push({ line, column: kind, ...unresolved(kind, cell.text) });
    else {
      cells[kind] = { ...cell, text: id };
      labels[kind] = { ...cell, text: label };
    }
  }
  return { row: { line, cells, labels }, complaints };
}

/** The case of an order is known by then. */
function labelOf(kind: LabelKind, text: string, cells: Readonly<Record<string, Cell>>): string {
  return kind === 'order' ? inItsCase(text, cells['case']?.text ?? '') : text;
}

/** Whether a cell can mean anything of this kind: whether it holds an id or what may be a label. */
export function mayName(kind: LabelKind, text: string): boolean {
  return isIdOf(kind, text) || isLabel(text);
}

const kinds: readonly LabelKind[] = ['victim', 'case', 'defendant', 'order'];

const idPatterns = new Map(kinds.map((kind) => [kind, new RegExp(idPattern(kind))]));

function isIdOf(kind: LabelKind, text: string): boolean {
  return idPatterns.get(kind)?.test(text) ?? false;
}

function unresolved(kind: LabelKind, text: string): Pick<LineComplaint, 'rule' | 'message'> {
  if (looksLikeId(text)) {
    const message = `This looks like an id, but not like that of a ${kind}. Correct it, or write a label.`;
    return { rule: 'not-an-id', message };
  }
  if (isLabel(text)) {
    const message = `No ${kind} is known by this label. Register it first, or write its id.`;
    return { rule: 'label-unknown', message };
  }
  const message = `Write the id of a ${kind}, or a label of 1 to 120 printable characters without a space at either end.`;
  return { rule: 'not-a-label', message };
}
