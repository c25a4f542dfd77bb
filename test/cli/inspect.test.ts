import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Ran } from '../../src/cli/program.ts';

const example = (name: string): string => join(import.meta.dirname, '../formats', name);
const inspect = (words: readonly string[], stdin = ''): Promise<Ran> =>
  run(['inspect', ...words], {
    stdin,
    openHouse: () => Promise.reject(new Error('no ledger is opened to inspect a file')),
  });

describe('restitution inspect', () => {
  test('shows what a file that proves says, and opens no ledger', async () => {
    const { exitCode, stdout, stderr } = await inspect([example('ok/bai2/prior-day.bai')]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^This BAI2 file proves: 9 totals held\.\nsha256 [0-9a-f]{64}, 377 bytes\n/);
    expect(stdout).toContain('4 lines, 1500.00 credited, 150.00 debited');
    expect(stdout).toMatch(/0123456789 +USD +10000\.00 +1500\.00 +150\.00 +11350\.00 +0\.00\n/);
    expect(stdout).toMatch(
      /6 +CHECK_PRESENTED +2026-03-02 +100\.00 +bank BK9,.*checkSerial 1042 +CHECK PAID\n/,
    );
  });

  test('shows of a file that does not prove which total is wrong, by how much, and no line', async () => {
    const { exitCode, stdout } = await inspect([example('not-ok/ach/total-wrong--batch-credits.ach')]);
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/7 +batch 1 +credits +3233\.35 +3233\.34 +-0\.01\n/);
    expect(stdout).toMatch(/7 +total-wrong +Batch 1 declares 3233\.35 for its credits; found 3233\.34/);
    expect(stdout).not.toContain('PAYEE');
  });

  test('gives programs one JSON document', async () => {
    const { exitCode, stdout } = await inspect([example('ok/camt/statement-8.xml'), '--json']);
    const { lines, ...about } = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(about).toMatchObject({ isGood: true, format: 'camt', faults: [], proof: { verdict: 'PROVED' } });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ kind: 'DEPOSIT', amount: '300.00', references: { endToEnd: 'E-1' } });
  });

  test('gives them one of a bad file too, and of one without lines', async () => {
    const bad = await inspect([example('not-ok/camt/xml-doctype--file-drawn-in.xml'), '--json']);
    expect(JSON.parse(bad.stdout)).toMatchObject({ isGood: false, faultCount: 1, lines: [] });
    expect([bad.exitCode, JSON.parse(bad.stdout).faults[0].rule]).toEqual([3, 'xml-doctype']);
  });

  test('reads a table by a profile that is built in, from standard input', async () => {
    const table = readFileSync(example('ok/tables/clerk-receipts--with-totals.csv'), 'utf8');
    const { exitCode, stdout } = await inspect(['-', '--profile', 'clerk-receipts'], table);
    expect([exitCode, stdout.split('\n')[0]]).toEqual([0, 'This table proves: 1 total held.']);
  });

  test('or by a profile from a file; what declares nothing is said to', async () => {
    const profile = example('ok/profiles/smallest.profile');
    const { exitCode, stdout } = await inspect([example('ok/profiles/smallest.csv'), '--profile', profile]);
    expect([exitCode, stdout.split('\n')[0]]).toEqual([
      0,
      'This table declares no totals: nothing is wrong with it, and nobody can tell whether it is whole.',
    ]);
  });

  test.each([
    [['x', '--format', 'ofx'], 2, 'There is no such format.'],
    [['x', '--format', 'table'], 2, 'A table needs a profile.'],
    [['x', '--encoding', 'EBCDIC'], 2, 'There is no such encoding.'],
    [['x', '--profile', 'nobody'], 2, 'There is no such profile.'],
    [[example('ok'), '--format', 'ach'], 3, 'is no file.'],
    [
      ['x', '--profile', example('not-ok/profiles/profile-invalid--version.profile')],
      3,
      'The profile cannot be used at /version.',
    ],
    [[example('ok/there-is-none.ach')], 4, 'no such file'],
  ])('refuses %j with %d', async (words, code, said) => {
    const { exitCode, stderr } = await inspect(words);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(said)]);
  });
});
