import type { CsvTable } from '../formats/csv-header.ts';
import type { Cell, DraftedCommand, KnownRow } from './csv-cells.ts';
import type { LabelKind } from './label.ts';

/** A kind of file that the ledger takes in: its columns, and the commands that its rows ask for. */
export interface CsvLayout extends CsvTable {
  /** One plain sentence: what a row of it says. */
  readonly summary: string;
  /** Where several rows are one paper: the column that tells it, and those on which its rows must agree. */
  readonly group?: { readonly by: LabelKind; readonly shared: readonly string[] };
  /** The commands that these rows ask for, in order; one row, where rows are not grouped. */
  draft(rows: readonly KnownRow[]): readonly DraftedCommand[];
}

/** Registers what the row names, as of the day in this column, so that whoever brings the file need not do so before. */
export function registrations(
  row: KnownRow,
  day: string,
  kinds: readonly (keyof typeof registering)[],
): readonly DraftedCommand[] {
  const on = row.cells[day];
  return kinds.map((kind) => {
    const named = {
      ...(kind === 'defendant' && { caseId: row.cells['case'] }),
      [`${kind}Id`]: row.cells[kind],
    };
    return {
      name: registering[kind],
      line: row.line,
      draft: { ...named, on, label: row.labels[kind] },
      registers: [kind, ...Object.values(named).map(textOf)].join(' '),
    };
  });
}

const registering = {
  victim: 'RegisterVictim',
  case: 'RegisterCase',
  defendant: 'RegisterDefendant',
} as const;

function textOf(cell: Cell | undefined): string {
  return cell?.text ?? '';
}
