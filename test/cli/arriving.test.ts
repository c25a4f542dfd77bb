/** A folder into which a ledger is being moved, asked by the program itself: what is there is seen by it alone. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();

afterAll(() => folder.remove());

test.each([
  ['that waits for its ledger is told so to every verb', true, 5, 'it is on its way here from sqlite:/old'],
  ['in which there is nothing says so', false, 4, 'There is no ledger in '],
])('a folder %s', (_, isArriving, code, said) => {
  const data = join(folder.path, String(isArriving));
  mkdirSync(join(data, 'arriving'), { recursive: true });
  if (isArriving) writeFileSync(join(data, 'arriving', 'from'), 'sqlite:/old\n');
  const program = [fileOf('bench/support/run.mjs'), 'src/cli.ts', 'head', '--data', data];
  const { status, stderr } = spawnSync(process.execPath, program, { cwd: fileOf('.'), encoding: 'utf8' });
  expect([status, stderr]).toEqual([code, expect.stringContaining(said)]);
});
