import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();

afterAll(() => folder.remove());

const questions = [
  ...['victim v-w001 --json', 'victim v-w001 --as-of 2024-04-30', 'victim v-w001 --known-at @52 --json'],
  ...['liabilities --json', 'liabilities --csv', 'journal --json --as-of 2024-05-01', 'trial-balance --json'],
  ...['replay --victim v-w001 --json', 'diff --from 2024-03-31 --victim v-w001', 'diff --from ,@40 --json'],
  ...['explain victim v-w001', 'what-if --policy P-05=DISBURSED', 'interest --as-of 2025-01-01 --json'],
];

/** What somebody is told who asks in that place: a process of its own, as the locale of one cannot be changed. */
function askedIn(zone: string, locale: string): readonly string[] {
  const program = ['bench/support/run.mjs', 'test/cli/asked-elsewhere.ts', folder.path, ...questions];
  const { stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: fileOf('.'),
    env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale },
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return stdout.trim().split('\n');
}

test('the same is answered in any time zone and locale, and when the read models were lost', () => {
  const apply = ['apply', fileOf('examples/made-whole/made-whole.jsonl'), '--data', folder.path];
  const { status } = spawnSync(process.execPath, ['bench/support/run.mjs', 'src/cli.ts', ...apply], {
    cwd: fileOf('.'),
    // Where it is tomorrow already.
    env: { ...process.env, TZ: 'Pacific/Kiritimati' },
  });
  expect(status).toBe(0);
  const here = askedIn('UTC', 'C');
  expect(here.map((line) => (JSON.parse(line) as { exitCode: number }).exitCode)).toEqual(
    questions.map(() => 0),
  );
  // In Turkish, the small letter of I is no i.
  expect(askedIn('Pacific/Kiritimati', 'tr_TR.UTF-8')).toEqual(here);
  const lost = readdirSync(folder.path).filter((name) => name.startsWith('read-models'));
  expect(lost.length).toBeGreaterThan(0);
  for (const name of lost) rmSync(join(folder.path, name), { recursive: true });
  expect(askedIn('America/Anchorage', 'de_DE.UTF-8')).toEqual(here);
}, 60_000);
