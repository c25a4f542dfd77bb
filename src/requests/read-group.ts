import { bodyOf, cellAt, lineAt, type DraftedCommand, type KnownRow } from './csv-cells.ts';
import { orderRefused, type RowGroup } from './csv-groups.ts';
import { knowRow, type Resolve } from './csv-ids.ts';
import { refusedLine, type FileReading, type LineComplaint, type TablePlace } from './file-reading.ts';
import { readRequest, type RequestReading } from './read-request.ts';
import type { Remembered } from './remembered.ts';

/**
 * The commands that a row, or the rows of an order, ask for; or what is wrong with each of its rows, and then none.
 *
 * @param registered what this file has registered already; grows by what these rows register
 */
export async function readGroup(
  group: RowGroup,
  resolve: Resolve,
  registered: Remembered,
): Promise<readonly FileReading[]> {
  const complaints: LineComplaint[] = [...disagreements(group)];
  const rows: KnownRow[] = [];
  for (const each of group.rows) {
    const known = await knowRow(each, resolve);
    rows.push(known.row);
    complaints.push(...known.complaints);
  }
  const drafted = newIn(group.layout.draft(rows), registered);
  const read = drafted.map((command) => ({
    ...command,
    result: readRequest(command.name, bodyOf(command.draft)),
  }));
  for (const command of read) complaints.push(...complaintsIn(command));
  if (complaints.length > 0) return refusedRows(group, complaints);
  for (const { registers } of read) if (registers !== undefined) registered.add(registers);
  return read.map((command, commandIndex) => {
    const { line, result } = command;
    return { line, commandIndex, result, placeOf: (pointer) => placeIn(command, pointer) };
  });
}

/** Where the table has what a pointer into the command means. */
function placeIn({ line, draft }: DraftedCommand, pointer: string): TablePlace {
  const column = cellAt(draft, pointer)?.column;
  return {
    line: lineAt(draft, pointer) ?? line,
    pointer: column === undefined ? '' : `/${column}`,
  };
}

/** The rows of one order must say the same of it; each cell that differs from the first row's is told. */
function* disagreements({ layout: { group }, rows }: RowGroup): Generator<LineComplaint> {
  const [first] = rows;
  const message = 'This differs from the first row of the same order. Write the same in all its rows.';
  for (const { line, fields } of rows) {
    for (const column of group?.shared ?? []) {
      if (fields[column] !== first?.fields[column])
        yield { line, column, rule: 'order-rows-differ', message };
    }
  }
}

/** The commands without what this file, or a row above in the same order, registers already. */
function newIn(drafted: readonly DraftedCommand[], registered: Remembered): readonly DraftedCommand[] {
  const here = new Set<string>();
  return drafted.filter(({ registers }) => {
    if (registers === undefined) return true;
    const isNew = !registered.has(registers) && !here.has(registers);
    here.add(registers);
    return isNew;
  });
}

/** What a request complains of, at the cell that it means; at the row, where it means no single cell. */
function complaintsIn({
  line,
  draft,
  result,
}: DraftedCommand & { readonly result: RequestReading }): readonly LineComplaint[] {
  if (result.ok) return [];
  return result.complaints.map(({ pointer, rule, message }) => {
    const cell = cellAt(draft, pointer);
    return cell === undefined
      ? { line, rule, message }
      : { line: cell.line, column: cell.column, rule, message };
  });
}

/** Each row with what is wrong with it, one complaint a cell; a row with nothing wrong falls with its order. */
function refusedRows(
  { layout, rows }: RowGroup,
  complaints: readonly LineComplaint[],
): readonly FileReading[] {
  const byLine = new Map<number, Map<string, LineComplaint>>();
  for (const complaint of complaints) {
    const ofLine = byLine.get(complaint.line) ?? new Map<string, LineComplaint>();
    const cell = complaint.column ?? '';
    if (!ofLine.has(cell)) ofLine.set(cell, complaint);
    byLine.set(complaint.line, ofLine);
  }
  const wrong = [...byLine.keys()].sort((one, other) => one - other);
  return rows.map(({ line }) => {
    const own = byLine.get(line);
    const fallen: LineComplaint = { line, column: layout.group?.by ?? '', ...refusedFor(wrong) };
    return refusedLine(line, own === undefined ? [fallen] : [...own.values()]);
  });
}

/** A row with nothing wrong is told which row of its order has. */
function refusedFor(lines: readonly number[]): Pick<LineComplaint, 'rule' | 'message'> {
  const named = lines.slice(0, mostNamed).map(String);
  const more = lines.length > mostNamed ? ' and others' : '';
  const which = `${lines.length === 1 ? 'line' : 'lines'} ${named.join(', ')}${more}`;
  const message =
    `Nothing is wrong with this row, but with ${which} of the same order, and half an order is not entered. ` +
    'Correct that, and send every row of this order again.';
  return { ...orderRefused, message };
}

/** More lines than a person looks up at once are not named. */
const mostNamed = 5;
