import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CsvTable } from '../../src/formats/csv-header.ts';
import { readCsv } from '../../src/formats/csv.ts';
import type { Bytes } from '../../src/formats/lines.ts';

/** A table that has nothing to do with restitution, as the readers have not. */
export const parcels: CsvTable = {
  name: 'parcels',
  columns: ['parcel', 'street', 'weight'],
  optionalColumns: ['insured_for'],
};

/** Another, so that a header has a choice. */
export const streets: CsvTable = { name: 'streets', columns: ['street', 'town'], optionalColumns: [] };

/** Everything that a reading gives. */
export async function all<Read>(reading: AsyncIterable<Read>): Promise<readonly Read[]> {
  const found: Read[] = [];
  for await (const each of reading) found.push(each);
  return found;
}

/** A text as bytes that arrive whole. */
export function bytes(text: string): Bytes {
  return [Buffer.from(text)];
}

/** What a text, or bytes, give as parcels: each row as its fields, each fault as its line, its rule and its column. */
export async function readParcels(file: string | Uint8Array): Promise<readonly unknown[]> {
  const read = await all(readCsv([Buffer.from(file)], [parcels, streets]));
  return read.map((each) => {
    if ('fields' in each) return each.fields;
    const { line, rule, column } = each;
    return column === undefined ? { line, rule } : { line, rule, column };
  });
}

/** The files of a folder of examples: those that end so, with their bytes. */
export function examples(
  folder: 'ok' | 'not-ok',
  ending: string,
): readonly (readonly [string, Uint8Array])[] {
  const path = join(import.meta.dirname, folder);
  const names = readdirSync(path).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => [name, readFileSync(join(path, name))]);
}
