import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { jsonLines, opening, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();

afterAll(() => folder.remove());

test('the folder of one machine is not made that of a node, and stays as it was', async () => {
  const data = join(folder.path, 'alone');
  await run(['apply', '-', '--data', data], { openHouse, stdin: jsonLines(opening) });
  const before = readdirSync(data);
  const env = { RESTITUTION_EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false' };
  const { exitCode, stderr } = await run(['head', '--data', data], { openHouse, env });
  expect(exitCode).toBe(78);
  expect(stderr).toContain('holds the log of one machine');
  expect(readdirSync(data)).toEqual(before);
});

test('the folder of a node is not asked without its server, and not taken for one whose log is lost', async () => {
  const data = join(folder.path, 'node');
  mkdirSync(data);
  writeFileSync(join(data, 'log-copy.sqlite'), '');
  const { exitCode, stderr } = await run(['head', '--data', data], { openHouse });
  expect(exitCode).toBe(78);
  expect(stderr).toContain('whose log RESTITUTION_EVENTSTORE_URL names; set it');
  expect(existsSync(join(data, 'ledger.sqlite'))).toBe(false);
});
