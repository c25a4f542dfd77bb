import { readCsv } from '../formats/csv.ts';
import { readJsonLines } from '../formats/json-lines.ts';
import { isFault, type Bytes } from '../formats/lines.ts';
import { groupsOf } from './csv-groups.ts';
import type { Resolve } from './csv-ids.ts';
import { csvLayouts } from './csv-layouts.ts';
import { refusedLine, type FileReading } from './file-reading.ts';
import { readCommandLine } from './read-command-line.ts';
import { readGroup } from './read-group.ts';
import { mostRemembered, Remembered } from './remembered.ts';

/** Reads a file of JSON lines, each of them one command (docs/files.md). */
export async function* readJsonLinesFile(bytes: Bytes): AsyncGenerator<FileReading> {
  for await (const read of readJsonLines(bytes)) {
    if (isFault(read)) yield refusedLine(read.line, [read]);
    else yield { line: read.line, commandIndex: 0, result: readCommandLine(read.text) };
  }
}

/** Reads a file of CSV in whichever layout its first line names (docs/files.md). @param resolve finds ids of labels */
export async function* readCsvFile(bytes: Bytes, resolve: Resolve): AsyncGenerator<FileReading> {
  const registered = new Remembered(mostRemembered);
  for await (const read of groupsOf(readCsv(bytes, csvLayouts))) {
    if ('rows' in read) yield* await readGroup(read, resolve, registered);
    else yield refusedLine(read.line, [read]);
  }
}
