import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEventStoreDb } from './eventstoredb.ts';
import { errorOf, events, numbersIn } from './support/events.ts';
import { closeAll, connect, onClose } from './support/opened.ts';

const root = join(import.meta.dirname, '../../..');
const alone = { credentials: { username: 'clerk', password: 'clerk' } };

let file: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'eventstoredb-'));
  file = join(folder, 'log.jsonl');
  onClose(() => rm(folder, { recursive: true }));
});

afterEach(closeAll);

test('a server that is killed goes on, in another process, with what it had answered', async () => {
  const first = await run('--file', file);
  const client = connect(`esdb://127.0.0.1:${first.port}?tls=false`);
  await client.appendToStream('Case-1', events(1, 3), { expectedRevision: 'no_stream', ...alone });
  await client.tombstoneStream('Case-2', { expectedRevision: 'no_stream' });
  first.process.kill('SIGKILL');
  await once(first.process, 'exit');
  expect(await errorOf(client.appendToStream('Case-1', events(4), alone))).toMatchObject({
    type: 'unavailable',
  });
  await run('--file', file, '--port', String(first.port));
  const again = await client.appendToStream('Case-1', events(1, 3), {
    expectedRevision: 'no_stream',
    ...alone,
  });
  await client.appendToStream('Case-1', events(4), { expectedRevision: 2n, ...alone });
  expect(again.nextExpectedRevision).toBe(2n);
  expect(await numbersIn(client.readStream('Case-1'))).toEqual([1, 2, 3, 4]);
  expect(await errorOf(numbersIn(client.readStream('Case-2')))).toMatchObject({ type: 'stream-deleted' });
});

test('it ends when it is asked to', async () => {
  const { process } = await run();
  process.kill('SIGTERM');
  expect(await once(process, 'exit')).toEqual([0, null]);
});

test('an append that was cut short in the file was not written', async () => {
  const before = await startEventStoreDb({ file });
  onClose(() => before.stop());
  await connect(before.connectionString).appendToStream('Case-1', events(1));
  await before.stop();
  const [stored] = before.log.all;
  appendFileSync(file, '[{"stream":"Case-1","revi');
  const after = await startEventStoreDb({ file });
  onClose(() => after.stop());
  expect(after.log.all).toEqual([stored]);
  await connect(after.connectionString).appendToStream('Case-1', events(2), { expectedRevision: 0n });
  const last = await startEventStoreDb({ file });
  onClose(() => last.stop());
  expect(last.log.all).toEqual(after.log.all);
});

async function run(...args: readonly string[]): Promise<{ process: ChildProcess; port: number }> {
  const command = ['bench/support/run.mjs', 'test/support/eventstoredb/main.ts', ...args];
  const process_ = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  onClose(async () => {
    if (process_.exitCode !== null || process_.signalCode !== null) return;
    process_.kill('SIGKILL');
    await once(process_, 'exit');
  });
  const [line] = (await once(process_.stdout, 'data')) as [Buffer];
  const { port } = JSON.parse(line.toString()) as { port: number };
  return { process: process_, port };
}
