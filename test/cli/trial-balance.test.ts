/** The trial balance out of the log alone, beside what the read models say. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { run } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { jsonLines, opening, payment, temporaryFolder } from './small-world.ts';

const temporary = temporaryFolder();
const data = join(temporary.path, 'data');
const restitution = (words: string, stdin?: string) =>
  run([...words.split(' '), '--data', data], { openHouse, ...(stdin !== undefined && { stdin }) });

afterAll(() => {
  temporary.remove();
});

describe('trial-balance --from-log', () => {
  test('of a ledger that holds nothing is in balance, and says what to do first', async () => {
    const { exitCode, stdout, stderr } = await restitution('trial-balance --from-log');
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringContaining('The read models say the same of every account.'),
    ]);
    expect(stderr).toContain('This ledger is empty.');
  });

  test('is the table that the read models give, on both clocks', async () => {
    await restitution('apply -', jsonLines([...opening, payment('1', '100.00'), payment('2', '250.00')]));
    for (const clocks of [
      '',
      ' --as-of 2024-01-31',
      ' --known-at @9',
      ' --as-of 2024-01-31 --known-at @12',
    ]) {
      const [alone, told] = [
        await restitution(`trial-balance --from-log${clocks}`),
        await restitution(`trial-balance${clocks}`),
      ];
      const [table = '', verdict = ''] = alone.stdout.split('\nWorked out from the log alone: ');
      expect([alone.exitCode, told.stdout.startsWith(table)]).toEqual([0, true]);
      expect(verdict).toMatch(/^\d+ events?, each held against its hashes\.\nThe read models say the same/);
    }
  });

  test('is no file: a file would have the figures of the read models', async () => {
    const { exitCode, stderr } = await restitution('trial-balance --from-log --out balance.csv');
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('--from-log writes no file.\nLeave out --out'),
    ]);
  });

  test('names the accounts of which the read models say otherwise, and ends with 7', async () => {
    const { files } = JSON.parse((await restitution('projections --json')).stdout) as {
      files: readonly { name: string; isInForce: boolean }[];
    };
    const db = new Database(join(data, 'read-models', files.find(({ isInForce }) => isInForce)!.name));
    const cash = `(SELECT number FROM term WHERE text = 'cash')`;
    expect(db.prepare(`UPDATE flows SET amount = amount + 1 WHERE debit = ${cash}`).run().changes).toBe(1);
    db.close();
    const told = await restitution('trial-balance');
    expect(told.stdout).toContain('350.01');
    const { exitCode, stdout } = await restitution('trial-balance --from-log');
    expect([exitCode, stdout]).toEqual([
      7,
      expect.stringContaining('The read models say otherwise of cash, unapplied. Run `restitution rebuild`.'),
    ]);
    expect(stdout).not.toContain('350.01');
    const { differing } = JSON.parse((await restitution('trial-balance --from-log --json')).stdout) as {
      differing: readonly string[];
    };
    expect(differing).toEqual(['cash', 'unapplied']);
  });
});
