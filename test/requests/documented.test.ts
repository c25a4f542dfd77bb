import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { obstacleRemedies } from '../../src/application/run-files/payment-out.ts';
import { idLetters } from '../../src/domain/ids.ts';
import { faultRules, remedyFor } from '../../src/formats/fault.ts';
import { readSender } from '../../src/formats/senders/read-sender.ts';
import { requestRules } from '../../src/requests/complaint.ts';
import { csvLayouts } from '../../src/requests/csv-layouts.ts';
import { fieldsOf, type Field } from '../../src/requests/field.ts';
import { labelRefusals } from '../../src/requests/label-refusals.ts';
import { readCommandLine } from '../../src/requests/read-command-line.ts';
import { readJsonLinesFile } from '../../src/requests/read-files.ts';
import { requestTypes } from '../../src/requests/request-types.ts';
import { readings, told } from './reading.ts';

const commands = documentOf('commands.md');
const files = documentOf('files.md');
const formats = documentOf('formats.md');

describe('docs/commands.md', () => {
  test('describes every command that a door takes, and no other', () => {
    const sections = headings(commands).filter((heading) => /^[A-Z][a-z]+[A-Z]/.test(heading));
    expect(sections).toEqual(requestTypes.map(({ name }) => name));
  });

  test.each(requestTypes)(
    '$name: what it is for, and each field with its default',
    ({ name, summary, fields }) => {
      const section = sectionOf(commands, name);
      expect(section.replaceAll(/\s+/g, ' ')).toContain(summary);
      const types = tableIn(sectionOf(commands, 'How fields are written')).map(([type]) => type);
      const rows = tableIn(section).map(([field, type, fallback, says]) => {
        expect([...types, '`list of objects`']).toContain(`\`${String(type)}\``);
        return [field, fallback, says];
      });
      expect(rows).toEqual(fields.flatMap((field) => rowsOf(field, '')));
    },
  );

  test.each(requestTypes)('$name: examples that can be sent as they stand', ({ name }) => {
    const lines = examplesIn(sectionOf(commands, name));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const reading = readCommandLine(line);
      expect(told(reading)).toEqual([]);
      expect(reading).toMatchObject({ command: { type: name } });
    }
  });

  test('names the letter of each kind of id, once', () => {
    const [, sentence = ''] = /The letters of ids are (.+?)\.\n\n/s.exec(commands) ?? [];
    const named = [...sentence.matchAll(/`(\w)` for/g)].map(([, letter]) => letter);
    expect([...named].sort()).toEqual(Object.values(idLetters).sort());
    expect([...commands.matchAll(/`h` for/g)]).toHaveLength(1);
  });

  test('shows examples of fields as they are written', () => {
    const rows = tableIn(sectionOf(commands, 'How fields are written'));
    expect(rows.filter((cells) => cells.join('').includes('\\'))).toEqual([]);
  });

  test('has the meaning of each value of the closed lists', () => {
    const lists = sectionOf(commands, 'The closed lists');
    const fields = requestTypes.flatMap(({ fields: own }) =>
      own.flatMap((field) => [field, ...itemsOf(field)]),
    );
    const choosing = fields.filter(
      ({ name, choices }) => choices !== undefined && !['policy', 'value'].includes(name),
    );
    const rows = tableIn(lists);
    for (const { choices } of choosing) {
      for (const [value, meaning] of Object.entries(choices ?? {}))
        expect(rows).toContainEqual([`\`${value}\``, meaning]);
    }
  });
});

describe('docs/files.md', () => {
  test.each(csvLayouts)(
    '$name: every column, and an example that is read as it stands',
    async ({ name, columns, optionalColumns }) => {
      const section = sectionOf(files, name);
      const named = tableIn(section).flatMap(([cell = '']) =>
        [...cell.matchAll(/`(\w+)`/g)].map(([, column]) => column),
      );
      expect(named).toEqual([...columns, ...optionalColumns]);
      const read = await readings(examplesIn(section), (kind, text) => `${kind[0] ?? ''}-${text.length}`);
      expect(read.flatMap(({ result }) => told(result))).toEqual([]);
      expect(read.length).toBeGreaterThanOrEqual(examplesIn(section).length - 1);
    },
  );

  test('names no layout that there is not', () => {
    const sections = headings(files).filter((heading) => /^[a-z]/.test(heading));
    expect(sections).toEqual(csvLayouts.map(({ name }) => name));
  });

  test('has an example of JSON lines that is read as it stands', async () => {
    const bytes = [Buffer.from(examplesIn(sectionOf(files, 'JSON lines')).join('\n'))];
    const read: string[] = [];
    for await (const { result } of readJsonLinesFile(bytes)) read.push(...told(result), String(result.ok));
    expect(read).toEqual(['true', 'true']);
  });

  test('has every rule of a file, with the same remedy as the reader', () => {
    const ofBanks = tableIn(sectionOf(formats, 'What is wrong, and what to do'));
    const rows = [...tableIn(sectionOf(files, 'Rules of a file and its lines')), ...ofBanks];
    const plain = rows.map((row) => row.map((cell) => cell.replaceAll('`', '')));
    expect(plain).toEqual(faultRules.map((rule) => [rule, remedyFor(rule)]));
  });

  test('has all that keeps a payment out of a file, in the words of whoever writes it', () => {
    const rows = tableIn(sectionOf(formats, 'What keeps a payment out of a file'));
    const plain = rows.map((row) => row.map((cell) => cell.replaceAll('`', '')));
    expect(plain).toEqual(Object.entries(obstacleRemedies));
  });

  test('has an example of a sender that is read as it stands', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(sectionOf(formats, 'A sender')) ?? [];
    expect(readSender(example)).toMatchObject({ nacha: { entryClass: 'PPD' }, spr: { entryClass: 'PPD' } });
  });

  test('has every rule of a label, in the words of the doors', () => {
    const rows = tableIn(sectionOf(files, 'Rules of labels'));
    const rules = Object.entries(labelRefusals);
    expect(rows).toEqual(rules.map(([rule, { what, advice }]) => [`\`${rule}\``, `${what} ${advice}`]));
  });

  test('has every rule of a command', () => {
    const rows = tableIn(sectionOf(files, 'Rules of a command and its fields'));
    expect(rows.map(([rule]) => rule)).toEqual(requestRules.map((rule) => `\`${rule}\``));
    expect(rows.filter(([, remedy]) => (remedy ?? '') === '')).toEqual([]);
  });
});

function documentOf(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', '..', 'docs', name), 'utf8');
}

/** A field, and those of its items, as the table of its command shows them. */
function rowsOf(field: Field, prefix: string): readonly (readonly string[])[] {
  const { name, fallback, schema } = field;
  const written = fallback === undefined ? 'required' : `\`${fallbackText(fallback)}\``;
  const nested = itemsOf(field).flatMap((item) => rowsOf(item, `${prefix}${name}[].`));
  return [[`\`${prefix}${name}\``, written, schema.description], ...nested];
}

function fallbackText(fallback: unknown): string {
  return typeof fallback === 'string' ? fallback : JSON.stringify(fallback);
}

function itemsOf({ items }: Field): readonly Field[] {
  return items === undefined ? [] : [...fieldsOf(items).values()];
}

function headings(document: string): readonly string[] {
  return [...document.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
}

/** What stands under a heading, down to the next of its rank. */
function sectionOf(document: string, heading: string): string {
  const [, rank = '', text = ''] = new RegExp(`^(#+) ${heading}\\n([\\s\\S]*)`, 'm').exec(document) ?? [];
  return text.split(new RegExp(`^#{1,${rank.length}} `, 'm'))[0] ?? '';
}

function tableIn(text: string): readonly (readonly string[])[] {
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| (?:field|column|rule|value|type|-+) /.test(line));
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** The lines of the blocks of code in a text. */
function examplesIn(text: string): readonly string[] {
  return [...text.matchAll(/^```\w+\n([\s\S]*?)\n```$/gm)].flatMap(([, block = '']) => block.split('\n'));
}
