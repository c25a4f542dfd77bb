import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../../src/cli/program.ts';
import { movers } from '../../src/move-house.ts';
import { openHouse } from '../../src/open-house.ts';
import type { CopiedDirectory } from '../../src/store/directory.ts';
import type { LogHead } from '../../src/store/event-store.ts';
import { startEventStoreDb } from '../support/eventstoredb/eventstoredb.ts';
import { bytesIn } from '../store/moving/places.ts';
import { directoryKeyIn } from '../support/directory-key.ts';
import { fileOf, jsonLines, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();
const count = 1_200;
const labels = count / 4;
const keyFile = directoryKeyIn(folder.path);
const onNode = (url: string): Record<string, string> => ({
  ...{ RESTITUTION_EVENTSTORE_URL: url, RESTITUTION_DIRECTORY_KEY_FILE: keyFile },
});

afterAll(() => folder.remove());

/** A ledger of so many victims, every fourth of whom has a label. */
async function aLedger(name: string): Promise<string> {
  const data = join(folder.path, name);
  const victims = Array.from({ length: count }, (_, n) => ({
    ...{ command: 'RegisterVictim', victimId: `v-${String(n)}`, on: '2024-01-02' },
    ...(n % 4 === 0 && { label: `Doe ${String(n)}` }),
  }));
  await run(['apply', '-', '--quiet', '--data', data], { openHouse, stdin: jsonLines(victims) });
  return data;
}

/** Begins a move in a process of its own, which is killed once it has come so far. */
async function killedOnce(words: readonly string[], url: string, hasCome: () => boolean): Promise<void> {
  const program = [fileOf('bench/support/run.mjs'), 'src/cli.ts', 'copy', ...words];
  const env = { ...process.env, ...onNode(url) };
  const child = spawn(process.execPath, program, { cwd: fileOf('.'), env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && !hasCome()) await pause(2);
  child.kill('SIGKILL');
  await ended;
}

/** What a move that was done tells in its document. */
interface Told {
  readonly oldHead: LogHead;
  readonly newHead: LogHead;
  readonly labels: CopiedDirectory;
}

describe('a move whose process is killed', () => {
  test('to a server, again and again, goes on where it was', async () => {
    const server = await startEventStoreDb();
    const data = await aLedger('there');
    const words = ['--from', `sqlite:${data}`, '--to', 'eventstore'];
    const stored = (): number => server.log.all.filter(({ stream }) => stream.startsWith('Victim-')).length;
    for (const least of [1, 200, 500]) {
      await killedOnce(words, server.connectionString, () => stored() >= least);
      expect(stored()).toBeGreaterThanOrEqual(least);
    }
    const called = (): number =>
      server.log.all.filter(({ stream }) => stream.startsWith('Directory-i.')).length;
    await killedOnce(words, server.connectionString, () => called() >= 50);
    expect(called()).toBeGreaterThanOrEqual(50);
    const closing = (): unknown => server.log.eventsOf('LogMark-closing').at(-1)?.type;
    expect(closing()).toBe('LogClosed');
    const env = onNode(server.connectionString);
    const given = { openHouse, movers: () => Promise.resolve(movers), env };
    const { exitCode, stdout } = await run(['copy', ...words, '--json'], given);
    const { oldHead, newHead, labels: brought } = JSON.parse(stdout) as Told;
    expect([exitCode, newHead, closing()]).toEqual([0, oldHead, 'LogOpened']);
    expect(brought).toMatchObject({ forgotten: 0, refused: [] });
    expect([brought.entered + brought.known, brought.known >= 40]).toEqual([labels, true]);
    expect(stored()).toBe(count);
    await server.stop();
  });

  test('to a folder, goes on where it was', async () => {
    const data = await aLedger('alone');
    const fresh = join(folder.path, 'fresh');
    const arriving = join(fresh, 'arriving', 'log-copy.sqlite');
    const words = ['--from', `sqlite:${data}`, '--to', `sqlite:${fresh}`];
    const sizeOf = (): number => statSync(`${arriving}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    await killedOnce(words, '', () => existsSync(arriving));
    await killedOnce(words, '', () => sizeOf() > 100_000);
    const { exitCode } = await run(['copy', ...words], { openHouse, movers: () => Promise.resolve(movers) });
    expect(exitCode).toBe(0);
    expect(bytesIn(join(fresh, 'ledger.sqlite'))).toEqual(bytesIn(join(data, 'ledger.sqlite')));
  });
});
