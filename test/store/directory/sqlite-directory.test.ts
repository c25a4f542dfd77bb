import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteDirectory } from '../../../src/store/directory/sqlite-directory.ts';

const victim = (id: string, label: string) => ({ kind: 'victim', id, label }) as const;
const refusedBy = (rule: string): object => expect.objectContaining({ name: 'LabelRefused', rule });

describe('the directory', () => {
  let directory: SqliteDirectory;

  beforeEach(async () => {
    directory = new SqliteDirectory(':memory:');
    await directory.put(victim('v-1', 'Jane Doe 1'));
  });

  afterEach(() => directory.close());

  test('takes the same label for the same id twice', async () => {
    await directory.put(victim('v-1', 'Jane Doe 1'));
    expect(await directory.labelOf('v-1')).toBe('Jane Doe 1');
  });

  test.each([
    ['another label for an id that has one', victim('v-1', 'Jane Doe 11'), 'label-differs'],
    ['a label that another id of the kind has', victim('v-2', 'Jane Doe 1'), 'label-taken'],
  ])('refuses %s, and stays as it was', async (_, entry, rule) => {
    expect(await directory.refusalOf(entry)).toBe(rule);
    await expect(directory.put(entry)).rejects.toEqual(refusedBy(rule));
    await expect(directory.put(entry)).rejects.not.toThrow('Jane');
    expect(await directory.idOf('victim', 'Jane Doe 1')).toBe('v-1');
    expect(await directory.labelOf('v-2')).toBeUndefined();
  });

  test('takes one label for two things of different kinds', async () => {
    await directory.put({ kind: 'defendant', id: 'd-1', label: 'Jane Doe 1' });
    expect(await directory.idOf('defendant', 'Jane Doe 1')).toBe('d-1');
  });

  test('puts another label in the place of one where it is told to, and the first is free again', async () => {
    expect(await directory.relabel(victim('v-1', 'Jane Doe 11'))).toBe('relabelled');
    expect(await directory.relabel(victim('v-1', 'Jane Doe 11'))).toBe('unchanged');
    await directory.put(victim('v-2', 'Jane Doe 1'));
    expect(await directory.idOf('victim', 'Jane Doe 11')).toBe('v-1');
    await expect(directory.relabel(victim('v-2', 'Jane Doe 11'))).rejects.toEqual(refusedBy('label-taken'));
    expect(await directory.relabel(victim('v-3', 'Jane Doe 3'))).toBe('unknown');
  });

  test('takes no label any more for an id that was forgotten', async () => {
    expect(await directory.forget('v-1')).toBe(true);
    expect(await directory.labelOf('v-1')).toBeUndefined();
    expect(await directory.idOf('victim', 'Jane Doe 1')).toBeUndefined();
    await expect(directory.put(victim('v-1', 'Jane Doe 1'))).rejects.toEqual(refusedBy('label-forgotten'));
    await expect(directory.relabel(victim('v-1', 'J'))).rejects.toEqual(refusedBy('label-forgotten'));
    expect(await directory.forget('v-1')).toBe(true);
    expect(await directory.forget('v-2')).toBe(false);
  });
});

describe('the directory in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'restitution-directory-'));
  const file = join(folder, 'directory.sqlite');

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const bytes = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');

  test('holds no byte of a label that was forgotten, though many stood around it', async () => {
    const directory = new SqliteDirectory(file);
    for (let number = 0; number < 500; number += 1) {
      await directory.put(victim(`v-${String(number)}`, `Doe, number ${String(number)}`));
    }
    await directory.put(victim('v-x', 'Zuleika Unforgettable'));
    await directory.relabel(victim('v-7', 'Zuleika Renamed'));
    await directory.relabel(victim('v-7', 'Somebody'));
    expect(bytes()).toContain('Zuleika Unforgettable');
    await directory.forget('v-x');
    expect(bytes()).not.toContain('Zuleika');
    expect(bytes()).toContain('Doe, number 499');
    await directory.close();
    expect(bytes()).not.toContain('Zuleika');
  });

  test('says so where others hold on to what is forgotten, and forgets it once they have let go', async () => {
    const directory = new SqliteDirectory(file);
    await directory.put(victim('v-y', 'Xanthippe'));
    const reader = new Database(file);
    reader.exec('BEGIN; SELECT * FROM entry LIMIT 1;');
    reader.prepare('SELECT count(*) FROM entry').get();
    await expect(directory.forget('v-y')).rejects.toEqual(
      expect.objectContaining({ name: 'StoreUnavailable' }),
    );
    expect(await directory.labelOf('v-y')).toBeUndefined();
    reader.close();
    expect(await directory.forget('v-y')).toBe(true);
    expect(bytes()).not.toContain('Xanthippe');
    await directory.close();
  }, 20_000);
});
