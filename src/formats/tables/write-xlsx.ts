import { Zip, ZipDeflate } from 'fflate';
import { inBytes } from './in-bytes.ts';
import type { About, Table } from './table.ts';
import {
  aboutSheet,
  contentTypes,
  relationships,
  styles,
  workbook,
  workbookRelationships,
} from './xlsx-parts.ts';
import { headRow, rowsXml, sheetEnd, sheetStart } from './xlsx-sheet.ts';

/**
 * A table as a workbook: its rows on a sheet of its name, on more sheets where there are more than one can hold, and what it
 * says of itself on the sheet About. The same table makes the same bytes.
 */
export async function* writeXlsx(table: Table, rowsOnSheet = mostRowsOnSheet): AsyncGenerator<Uint8Array> {
  const parts = new Parts();
  const sheets: string[] = [];
  let open: ZipDeflate | undefined;
  let used = 0;
  const begin = (): ZipDeflate => {
    sheets.push(sheets.length === 0 ? table.title : `${table.title} ${String(sheets.length + 1)}`);
    used = 1;
    const part = parts.open(`xl/worksheets/sheet${String(sheets.length)}.xml`);
    part.push(inBytes(`${sheetStart(table.columns)}${headRow(table.columns)}`));
    return part;
  };
  open = begin();
  for await (const portion of table.rows) {
    for (let at = 0; at < portion.length;) {
      if (used === rowsOnSheet) {
        open.push(inBytes(sheetEnd), true);
        open = begin();
      }
      const some = portion.slice(at, at + rowsOnSheet - used);
      open.push(inBytes(rowsXml(table.columns, some, used)));
      used += some.length;
      at += some.length;
    }
    yield* parts.taken();
  }
  open.push(inBytes(sheetEnd), true);
  addRest(parts, sheets, table.about());
  parts.end();
  yield* parts.taken();
}

/** What Excel has room for, the row of titles included. */
const mostRowsOnSheet = 1_048_576;

function addRest(parts: Parts, sheets: readonly string[], about: About): void {
  const all = [...sheets, 'About'];
  parts.add(`xl/worksheets/sheet${String(all.length)}.xml`, aboutSheet(about));
  parts.add('xl/styles.xml', styles);
  parts.add('xl/workbook.xml', workbook(all));
  parts.add('xl/_rels/workbook.xml.rels', workbookRelationships(all.length));
  parts.add('_rels/.rels', relationships);
  parts.add('[Content_Types].xml', contentTypes(all.length));
}

/** The parts of a workbook on their way into one archive. */
class Parts {
  readonly #zip: Zip;
  #bytes: Uint8Array[] = [];

  constructor() {
    this.#zip = new Zip((failed, bytes) => {
      // The archive fails where a part does; it is not in the middle of another.
      if (failed) throw failed;
      this.#bytes.push(bytes);
    });
  }

  open(name: string): ZipDeflate {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = ofNoDay;
    this.#zip.add(part);
    return part;
  }

  add(name: string, text: string): void {
    this.open(name).push(inBytes(text), true);
  }

  end(): void {
    this.#zip.end();
  }

  /** What was written since it was last asked. */
  *taken(): Generator<Uint8Array> {
    const bytes = this.#bytes;
    this.#bytes = [];
    yield* bytes;
  }
}

/** Archives date their parts; these bear the first day that an archive knows, in whichever time zone. */
const ofNoDay = new Date(1980, 0, 1);
