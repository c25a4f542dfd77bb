/**
 * How fast are all read models built from a log of a million events, with how much memory; and how soon does a process
 * that has just been started answer with them? One victim has 2,000 orders and 95,000 of the payments.
 *
 * Each question is answered by a process of its own, so that no figure profits from what another has warmed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Projector } from '../src/application/projector.ts';
import { createQueries } from '../src/application/queries/queries.ts';
import { calendarDate } from '../src/domain/calendar-date.ts';
import { readModels } from '../src/projections/read-models.ts';
import type { EventStore } from '../src/store/event-store.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { SqliteReadModelStore } from '../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { figure, seconds } from './support/figure.ts';
import { Payments, writeLargeLog } from './support/large-log.ts';
import { victimId } from './support/workload.ts';

const events = 1_000_000;

const roles: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  write: async (folder) => {
    const log = await openLog(folder);
    await writeLargeLog(log, events);
    await log.close();
  },
  read: readLog,
  rebuild,
  'catch-up': catchUp,
  victim: (folder) => askFor(folder, 1),
  'great victim': (folder) => askFor(folder, 0),
};

function askEach(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-rebuild-'));
  try {
    for (const each of ['write', 'read', 'rebuild', 'victim', 'great victim', 'catch-up'])
      runAlone(each, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runAlone(each: string, folder: string): void {
  const run = fileURLToPath(new URL('./support/run.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [run, 'rebuild', each, folder], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${each} failed`);
}

async function readLog(folder: string): Promise<void> {
  const log = await openLog(folder);
  const took = await seconds(async () => {
    for await (const page of log.readAll()) if (page.length === 0) throw new Error('an empty page');
  });
  figure('reading the log alone, for comparison', (await log.head()).position / took, 'events/s');
}

async function rebuild(folder: string): Promise<void> {
  const { log, readModel, projector } = await open(folder);
  const took = await seconds(() => projector.rebuild());
  const { position } = readModel.checkpoint();
  figure('events in the log', position, '');
  figure('all read models, rebuilt', position / took, 'events/s');
  figure('peak memory of the rebuild', process.resourceUsage().maxRSS / 1024, 'MiB');
  const file =
    readdirSync(modelsIn(folder))
      .filter((name) => name.endsWith('.sqlite'))
      .at(-1) ?? '';
  const again = await seconds(() => projector.rebuild());
  figure('the same, held against those in use, row by row', position / again, 'events/s');
  figure('read models on disk', statSync(join(modelsIn(folder), file)).size / position, 'bytes/event');
  readModel.close();
  await log.close();
}

async function catchUp(folder: string): Promise<void> {
  const { log, projector } = await open(folder);
  const more = 20_000;
  await new Payments(log).record(more, 'late');
  const took = await seconds(() => projector.catchUp());
  figure('all read models, kept up with the log', (4 * more) / took, 'events/s');
}

/** Asks as a command line does: everything from the start of the process until the answer counts. */
async function askFor(folder: string, n: number): Promise<void> {
  const { log, readModel, projector } = await open(folder);
  const queries = createQueries({ log, readModel, projector });
  const id = victimId(n);
  const victim = await queries.victim(id, {});
  const cold = process.uptime();
  const what = `victim of ${String(victim?.liabilities.length)} orders`;
  figure(`${what}, answered by a process just started`, cold, 's');
  figure(`${what}, asked again`, await seconds(() => queries.victim(id, {})), 's');
  const then = await seconds(() => queries.victim(id, { asOf: calendarDate('2024-06-30') }));
  figure(`${what}, as of a day`, then, 's');
}

async function openLog(folder: string): Promise<EventStore> {
  return openSqliteEventStore({ file: join(folder, 'log.sqlite') });
}

function modelsIn(folder: string): string {
  return join(folder, 'read-models');
}

async function open(folder: string) {
  const log = await openLog(folder);
  const readModel = SqliteReadModelStore.open(modelsIn(folder), readModels);
  return { log, readModel, projector: new Projector({ log, readModel }) };
}

const [role, given] = process.argv.slice(2);
if (role !== undefined && given !== undefined) await roles[role]?.(given);
else askEach();
