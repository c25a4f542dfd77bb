import { tableOfReport, type Portion, type Report } from '../application/tables/table-of-report.ts';
import type { Table, TableWriter } from '../formats/tables/table.ts';
import { tableFormats, type TableFormat } from '../formats/tables/table-formats.ts';
import { counted } from './amounts.ts';
import { standpointInWords } from './clocks.ts';
import type { Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { endingOf, expectRoom, makeFile, type OutFile } from './out-file.ts';

/** A report that can be written to a file, and what its rows are called. */
export interface Exported<Row> extends Report<Row> {
  readonly one: string;
  readonly many: string;
}

/** An answer, whole or page by page. */
type Portions<Row> = AsyncIterable<Portion<Row>> | Iterable<Portion<Row>>;

/**
 * Writes a report to a file, in the format that the ending of its name tells; beside a format that has no room to say what it
 * holds, a second file `FILE.about.json` says it.
 *
 * @throws Failure where the ending tells no format, or a file is there already
 */
export async function exportTo<Row>(
  desk: Desk,
  { file, report, portions }: { file: OutFile; report: Exported<Row>; portions: Portions<Row> },
): Promise<Exit> {
  const format = formatOf(file);
  const write = await format.load();
  const aside = format.saysItself ? undefined : { ...file, path: `${file.path}.about.json` };
  for (const each of aside === undefined ? [file] : [file, aside]) await expectRoom(each);
  let stamp: Portion<Row>['stamp'] | undefined;
  const table = tableOfReport(
    report,
    heard(portions, (heardOf) => (stamp ??= heardOf)),
  );
  if (!(await madeUnlessInterrupted(desk, file, { table, write }))) return 'interrupted';
  if (aside !== undefined) await makeFile(aside, [Buffer.from(aboutInJson(table))]);
  const about = new Map(table.about());
  const rows = counted(Number(about.get('rows')), report.one, report.many);
  await desk.remark(
    [`${rows} in ${file.path}, ${about.get('rowsHash') ?? ''}.`, standpointInWords(stamp)].join(' ').trim(),
  );
  return 'fine';
}

function formatOf(file: OutFile): TableFormat {
  const ending = endingOf(file);
  if (Object.hasOwn(tableFormats, ending)) return tableFormats[ending as keyof typeof tableFormats];
  const endings = Object.keys(tableFormats).map((each) => `.${each}`);
  throw new Failure('usage', '--out names no format.', `End the name of the file in ${endings.join(', ')}.`);
}

async function* heard<Row>(
  portions: Portions<Row>,
  tell: (stamp: Portion<Row>['stamp']) => void,
): AsyncGenerator<Portion<Row>> {
  for await (const portion of portions) {
    tell(portion.stamp);
    yield portion;
  }
}

/** Somebody who interrupts leaves no file behind. */
async function madeUnlessInterrupted(
  { world: { interrupted } }: Desk,
  file: OutFile,
  { table, write }: { table: Table; write: TableWriter },
): Promise<boolean> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of write(table)) {
      if (interrupted.aborted) throw new Interrupted();
      yield chunk;
    }
  }
  try {
    await makeFile(file, bytes());
    return true;
  } catch (thrown) {
    if (thrown instanceof Interrupted) return false;
    throw thrown;
  }
}

/** That somebody wants the program to stop. */
class Interrupted extends Error {}

function aboutInJson({ columns, about }: Table): string {
  const names = columns.map(({ name, kind }) => ({ name, kind }));
  return `${JSON.stringify({ ...Object.fromEntries(about()), columns: names }, null, 2)}\n`;
}
