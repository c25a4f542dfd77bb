import type { Cell, Column, DocumentName } from './events.ts';

/** The victims of an order in the order of its schedule: a column that later documents of the case refer to. */
export interface Roster {
  readonly document: DocumentName;
  readonly column: number;
  readonly values: readonly Cell[];
}

/** The columns of a document in the making. A column that was there before is not listed again. */
export class Columns {
  readonly columns: Column[] = [];
  /** The values of those that the document has to list, by number. */
  readonly listed = new Map<number, readonly Cell[]>();
  readonly #added = new Map<number, readonly Cell[]>();
  readonly #rosters: readonly Roster[];

  /** @param rosters what was listed before, the likeliest first */
  constructor(rosters: readonly Roster[]) {
    this.#rosters = rosters;
  }

  /** The number of the column with these values; `isNamed` where they may stand in a roster. */
  add(values: readonly Cell[], isNamed: boolean): number {
    for (const [number, known] of this.#added) if (areSame(known, values)) return number;
    const column = (isNamed ? this.#inRoster(values) : undefined) ?? { rows: values.length };
    const number = this.#push(column);
    this.#added.set(number, values);
    if (column.of === undefined) this.listed.set(number, values);
    return number;
  }

  #push(column: Column): number {
    return this.columns.push(column) - 1;
  }

  #inRoster(values: readonly Cell[]): Column | undefined {
    for (const { document, column, values: roster } of this.#rosters) {
      const lines = linesIn(roster, values);
      if (lines === undefined) continue;
      const [from = 0] = lines;
      const found = { rows: values.length, of: { document, column } };
      if (lines.at(-1) === from + lines.length - 1) return { ...found, from };
      return { ...found, lines: this.add(lines, false) };
    }
    return undefined;
  }
}

/** At which line of the roster each value stands; undefined unless all stand there, in that order. */
function linesIn(roster: readonly Cell[], values: readonly Cell[]): readonly number[] | undefined {
  const lines: number[] = [];
  let line = 0;
  for (const value of values) {
    while (line < roster.length && roster[line] !== value) line += 1;
    if (line === roster.length) return undefined;
    lines.push(line);
    line += 1;
  }
  return lines;
}

function areSame(one: readonly Cell[], other: readonly Cell[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
