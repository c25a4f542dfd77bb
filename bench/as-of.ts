/**
 * A ledger of a million events: how long does the balance of a victim take, as of any day and as known at any instant, and
 * the trial balance of the whole ledger at any month end? One victim has 2,000 orders and 95,000 payments, the others some 6 and 300.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Projector } from '../src/application/projector.ts';
import { createQueries } from '../src/application/queries/queries.ts';
import type { Clocks } from '../src/application/views/ledger.ts';
import { readModels } from '../src/projections/read-models.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { SqliteReadModelStore } from '../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { figure, milliseconds } from './support/figure.ts';
import { monthEnds, writeLargeLog } from './support/large-log.ts';
import { victimId } from './support/workload.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-as-of-'));
const log = await openSqliteEventStore({ file: join(folder, 'log.sqlite') });
await writeLargeLog(log, 1_000_000);
const readModel = SqliteReadModelStore.open(join(folder, 'read-models'), readModels);
const projector = new Projector({ log, readModel });
await projector.rebuild();
const queries = createQueries({ log, readModel, projector });
const instants = await recordedAt();

await ask('victim of 6 orders', 2_000, (n) => queries.victim(victimId(1 + ((n * 7) % 499)), clocksOf(n)));
await ask('victim of 2,006 orders', 40, (n) => queries.victim(victimId(0), clocksOf(n)));
await ask('trial balance, at a month end', 60, (n) => queries.trialBalance({ asOf: monthEnds[n % 60]! }));
await ask('trial balance, on both clocks', 240, (n) => queries.trialBalance(clocksOf(n)));
readModel.close();
await log.close();
rmSync(folder, { recursive: true });

/** Asks so many times, the first few of them to warm up. */
async function ask(what: string, times: number, question: (n: number) => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let n = 0; n < times + 10; n += 1) {
    const ms = await milliseconds(() => question(n));
    if (n >= 10) took.push(ms);
  }
  took.sort((one, other) => one - other);
  figure(`${what}: median`, took[Math.floor(took.length / 2)] ?? Number.NaN, 'ms');
  figure(`${what}: 99th of 100`, took[Math.floor(took.length * 0.99)] ?? Number.NaN, 'ms');
}

/** Some month end, as known at some instant: none is asked of twice in a row. */
function clocksOf(n: number): Clocks {
  const [asOf, knownAt] = [monthEnds[(n * 17) % 60]!, instants[(n * 31) % instants.length]!];
  return { asOf, knownAt };
}

/** A hundred of the instants at which events were recorded. */
async function recordedAt(): Promise<readonly string[]> {
  const found: string[] = [];
  const { position } = await log.head();
  for (let at = 1; at <= 100; at += 1) {
    const place = Math.floor((position * at) / 100);
    for await (const [event] of log.readAll({ after: place - 1, upTo: place }))
      if (event) found.push(event.recordedAt);
  }
  return found;
}
