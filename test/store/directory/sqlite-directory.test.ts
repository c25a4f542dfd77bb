import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import Database from 'better-sqlite3';
import { LabelTable } from '../../../src/store/directory/label-table.ts';
import { SqliteDirectory } from '../../../src/store/directory/sqlite-directory.ts';
import { keepsThePromisesOfADirectory, victim } from '../directory.contract.ts';

keepsThePromisesOfADirectory('the SQLite directory', () => Promise.resolve(new SqliteDirectory(':memory:')));

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
    expect(await directory.forget('v-y')).toBe('forgotten-before');
    expect(bytes()).not.toContain('Xanthippe');
    await directory.close();
  }, 20_000);

  test('is written anew once for all that were forgotten elsewhere, and then holds no byte of them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'restitution-directory-'));
    const file = join(folder, 'directory.sqlite');
    const purged = jest.spyOn(LabelTable.prototype, 'purge');
    const directory = new SqliteDirectory(file);
    for (let n = 0; n < 20; n += 1) await directory.put(victim(`v-${String(n)}`, `Zuleika ${String(n)}`));
    for (let n = 0; n < 20; n += 1) await directory.bar(`v-${String(n)}`);
    expect(await directory.labelOf('v-7')).toBeUndefined();
    await directory.close();
    expect(purged).toHaveBeenCalledTimes(1);
    const left = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(left.join('')).not.toContain('Zuleika');
    rmSync(folder, { recursive: true });
    purged.mockRestore();
  });
});
