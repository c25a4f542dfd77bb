/**
 * Payments come in at a steady pace, each through the whole passage to the disk, while another process rebuilds all read models
 * of a log of 400,000 events: how fast is that, and how much longer do the payments take than before?
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Ledger } from '../src/application/ledger.ts';
import { Projector } from '../src/application/projector.ts';
import { readModels } from '../src/projections/read-models.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { SqliteReadModelStore } from '../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { figure, milliseconds, seconds } from './support/figure.ts';
import { writeLargeLog } from './support/large-log.ts';
import { payment } from './support/workload.ts';

const events = 400_000;
const cases = 5_000;
const pauseMs = 10;

const [role, given] = process.argv.slice(2);
if (role === 'rebuild' && given !== undefined) await rebuild(given);
else await measure();

async function rebuild(folder: string): Promise<void> {
  const log = await openSqliteEventStore({ file: join(folder, 'log.sqlite'), readOnly: true });
  const readModel = SqliteReadModelStore.open(join(folder, 'read-models'), readModels);
  const projector = new Projector({ log, readModel });
  const took = await seconds(() => projector.rebuild());
  figure('rebuilt while commands go on, and compared', readModel.checkpoint().position / took, 'events/s');
  readModel.close();
  await log.close();
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-under-load-'));
  const log = await openSqliteEventStore({ file: join(folder, 'log.sqlite') });
  await writeLargeLog(log, events);
  const readModel = SqliteReadModelStore.open(join(folder, 'read-models'), readModels);
  const projector = new Projector({ log, readModel });
  await projector.rebuild();
  const ledger = new Ledger(log);
  let sent = 0;
  /** Payments, one after the other with a pause between, each then told to the read models as a server does. */
  const payWhile = async (isGoingOn: () => boolean): Promise<number> => {
    const took: number[] = [];
    while (isGoingOn()) {
      const { command, commandId } = payment((sent += 1), { cases });
      took.push(await milliseconds(() => ledger.handle(command, { commandId, actor: 'bench' })));
      await projector.catchUp();
      await pause(pauseMs);
    }
    took.sort((one, other) => one - other);
    return took[Math.floor(took.length * 0.99)] ?? Number.NaN;
  };
  await payWhile(() => sent < 200);
  const before = await payWhile(() => sent < 700);
  figure('payments, alone: 99th of 100', before, 'ms');
  const run = fileURLToPath(new URL('./support/run.mjs', import.meta.url));
  const other = spawn(process.execPath, [run, 'rebuild-under-load', 'rebuild', folder], { stdio: 'inherit' });
  let isRebuilding = true;
  const done = once(other, 'close').then(() => (isRebuilding = false));
  const meanwhile = await payWhile(() => isRebuilding);
  await done;
  figure('payments, during the rebuild: 99th of 100', meanwhile, 'ms');
  figure('so many times as long', meanwhile / before, '');
  readModel.close();
  await log.close();
  rmSync(folder, { recursive: true });
}
