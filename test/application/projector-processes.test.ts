import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Ledger } from '../../src/application/ledger.ts';
import { Projector } from '../../src/application/projector.ts';
import { readModels } from '../../src/projections/read-models.ts';
import { openSqliteEventStore } from '../../src/store/sqlite-log/sqlite-event-store.ts';
import { SqliteReadModelStore } from '../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import {
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
} from '../support/words.ts';

let folder: string;
let file: string;
let expected: string;

/** A log of some two thousand events, and what must come of it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projector-'));
  file = join(folder, 'log.sqlite');
  const log = await openSqliteEventStore({ file });
  const ledger = new Ledger(log);
  const payments = Array.from({ length: 500 }, (_, n) => recordPayment(`dcd.${String(n)}`, '7.33'));
  const commands = [
    ...[registerVictim(), registerCase(), registerDefendant(), determineLoss('c-1', '3,600.00')],
    ...[enterOrder('o-1', '3,500.00'), makeFinal('o-1'), ...payments],
  ];
  const sent = commands.map((command, n) =>
    ledger.handle(command, { commandId: `command-${String(n)}`, actor: 'test' }),
  );
  await Promise.all(sent);
  const readModel = SqliteReadModelStore.inMemory(readModels);
  const projector = new Projector({ log, readModel });
  await projector.catchUp();
  expected = `${String((await log.head()).position)} ${projector.stateHash()}`;
  readModel.close();
  await log.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = fileURLToPath(new URL('../../bench/support/run.mjs', import.meta.url));
const script = fileURLToPath(new URL('./support/catch-up.ts', import.meta.url));

interface Follower {
  readonly process: ChildProcess;
  readonly begun: Promise<unknown>;
  /** The last line that it printed. */
  readonly said: Promise<string | undefined>;
}

function follow(place: string, { batchSize = 20, verb = 'catch-up' } = {}): Follower {
  const args = [run, script, file, join(folder, place), String(batchSize), verb];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const said = once(child, 'close').then(() => printed.trim().split('\n').at(-1));
  return { process: child, begun: Promise.race([once(child.stdout, 'data'), said]), said };
}

test('processes that begin at the same time tell every event once, also where some of them rebuild', async () => {
  const followers = [
    ...[follow('shared'), follow('shared', { verb: 'rebuild' })],
    ...[follow('shared', { batchSize: 7 }), follow('shared', { verb: 'rebuild', batchSize: 50 })],
  ];
  const said = await Promise.all(followers.map((follower) => follower.said));
  expect(said).toEqual(followers.map(() => expected));
  expect(await follow('shared').said).toBe(expected);
}, 120_000);

test('a process that is killed leaves read models that another goes on with', async () => {
  for (const [kill, verb] of [
    'catch-up',
    'rebuild',
    'catch-up',
    'catch-up',
    'rebuild',
    'catch-up',
  ].entries()) {
    const follower = follow('killed', { batchSize: 1, verb });
    await follower.begun;
    await pause(10 + 25 * kill);
    follower.process.kill('SIGKILL');
    await follower.said;
  }
  expect(await follow('killed').said).toBe(expected);
}, 120_000);
