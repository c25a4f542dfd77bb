/**
 * How fast is the adapter of EventStoreDB? Beside it, in turns, the bare client with the same events, the same calls and
 * the same server, which is a test server in a process of its own: figures of a real one are other figures, and the ratio
 * is what counts. Then what one payment brings about that ends many liabilities.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EventStoreDBClient, NO_STREAM, START, streamNameFilter } from '@eventstore/db-client';
import { eventIdOf } from '../src/application/event-ids.ts';
import { Ledger } from '../src/application/ledger.ts';
import { ProcessRunner } from '../src/application/process-runner.ts';
import { categories } from '../src/application/streams.ts';
import { parseMoney } from '../src/domain/money.ts';
import { memoryCheckpoint } from '../src/store/checkpoint.ts';
import { openEventStoreDb } from '../src/store/eventstoredb/event-store-db.ts';
import { FromFile } from '../src/store/moving/from-file.ts';
import { FromServer } from '../src/store/moving/from-server.ts';
import { move } from '../src/store/moving/move.ts';
import { ToFile } from '../src/store/moving/to-file.ts';
import { ToServer } from '../src/store/moving/to-server.ts';
import type { EventToAppend } from '../src/store/recorded-event.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { figure, seconds } from './support/figure.ts';
import { payment, setUp } from './support/workload.ts';

const [turns, perTurn, waiting] = [6, 640, 64];
/** 10,000 take some minutes to set up: `node bench/support/run.mjs eventstoredb 10000`. */
const orders = Number(process.argv[2] ?? 1_000);

const folder = mkdtempSync(join(tmpdir(), 'bench-esdb-'));
const run = fileURLToPath(new URL('./support/run.mjs', import.meta.url));
const server = spawn(process.execPath, [run, 'test/support/eventstoredb/main.ts'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [ready] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
const { port } = JSON.parse(ready) as { port: number };
const connectionString = `esdb://127.0.0.1:${String(port)}?tls=false`;
try {
  await appending();
  await replaying();
  await ending();
  await moving();
} finally {
  server.kill();
  rmSync(folder, { recursive: true });
}

async function appending(): Promise<void> {
  const store = await openEventStoreDb({
    connectionString,
    folder: join(folder, 'a'),
    categories: ['Bench'],
  });
  const client = EventStoreDBClient.connectionString(connectionString);
  const credentials = { username: 'nobody', password: 'nothing' };
  const ours = (n: number): Promise<unknown> =>
    store.append([{ stream: `Bench-${String(n)}`, expected: 'no-stream', events: [event(n)] }]);
  const theirs = (n: number): Promise<unknown> =>
    client.appendToStream(
      `Bare-${String(n)}`,
      {
        ...{ id: event(n).id, type: 'BenchEvent', contentType: 'application/octet-stream' as const },
        ...{ data: Buffer.alloc(600, 'x'), metadata: undefined },
      },
      { expectedRevision: NO_STREAM, credentials, deadline: 5_000, requiresLeader: true },
    );
  const pairs: { mine: number; other: number }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const other = await rate(turn * perTurn, theirs);
    const mine = await rate(turn * perTurn, ours);
    if (turn > 0) pairs.push({ mine, other });
  }
  figure('bare client, unary appends, 64 waiting', median(pairs.map((pair) => pair.other)), '/s');
  figure('the adapter, the same', median(pairs.map((pair) => pair.mine)), '/s');
  figure('ratio, pair by pair, median', median(pairs.map((pair) => pair.mine / pair.other)), '');
  await client.dispose();
  await store.close();
}

async function replaying(): Promise<void> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const expected = turns * perTurn;
  const bare = await seconds(async () => {
    let seen = 0;
    const filter = streamNameFilter({ prefixes: ['Bench-'] });
    const subscription = client.subscribeToAll({ fromPosition: START, filter });
    for await (const { event: each } of subscription) if (each && (seen += 1) === expected) break;
  });
  await client.dispose();
  const asCopied = await seconds(async () => {
    const fresh = await openEventStoreDb({
      connectionString,
      folder: join(folder, 'b'),
      categories: ['Bench'],
    });
    if ((await fresh.head()).position !== expected) throw new Error('the copy is not whole');
    await fresh.close();
  });
  figure('bare client, replay by subscription', expected / bare, 'events/s');
  figure('the adapter, replay into a new copy, checked', expected / asCopied, 'events/s');
}

/** A log of which no two neighbours are of one stream: as slow as it can be. */
async function moving(): Promise<void> {
  const [old, fresh] = [join(folder, 'old'), join(folder, 'fresh')];
  const count = 5_000;
  const store = await openSqliteEventStore({ file: join(old, 'ledger.sqlite') });
  const appends = Array.from({ length: count }, (_, n) =>
    store.append([{ stream: `Move-${String(n)}`, expected: 'no-stream', events: [event(n)] }]),
  );
  await Promise.all(appends);
  await store.close();
  const log = { connectionString, categories: ['Move'] };
  const beside = { prepare: () => Promise.resolve(), bring: () => Promise.resolve() };
  const options = { told: () => undefined, beside };
  const from = new FromFile('sqlite:old', join(old, 'ledger.sqlite'));
  const [to, origin] = [new ToServer(log), new FromServer(log, fresh)];
  const there = await seconds(() => move(from, to, options));
  figure('moving to the server, with reading back', count / there, 'events/s');
  const into = { place: 'sqlite:fresh', folder: fresh, logName: 'ledger.sqlite', foreign: [] };
  const back = await seconds(() => move(origin, new ToFile(into), options));
  figure('moving back to a folder, with reading back', count / back, 'events/s');
  await Promise.all([to.end(), origin.end()]);
}

async function ending(): Promise<void> {
  const store = await openEventStoreDb({
    connectionString,
    folder: join(folder, 'c'),
    categories,
    deadline: 60_000,
  });
  const ledger = new Ledger(store);
  await setUp(ledger, {
    ...{ victims: 1, cases: orders },
    ...{ share: parseMoney('4000.00'), losses: parseMoney('4000.00') },
  });
  const { command, commandId } = payment(0, { cases: orders, amount: parseMoney('4000.00') });
  const took = await seconds(() => ledger.handle(command, { commandId, actor: 'bench' }));
  figure(`payment that ends ${String(orders)} liabilities`, took, 's');
  const rest = await seconds(() => new ProcessRunner(store, ledger, memoryCheckpoint()).run());
  figure('following the whole log, with notices to all cases', rest, 's');
  await store.close();
}

async function rate(from: number, act: (n: number) => Promise<unknown>): Promise<number> {
  let next = from;
  const took = await seconds(() =>
    Promise.all(
      Array.from({ length: waiting }, async () => {
        while (next < from + perTurn) {
          const n = next;
          next += 1;
          await act(n);
        }
      }),
    ),
  );
  return perTurn / took;
}

function event(n: number): EventToAppend {
  const commandId = `bench-${String(n)}`;
  const id = eventIdOf({ stream: `Bench-${String(n)}`, commandId, step: 'Bench', index: 0 });
  const data = { text: 'x'.repeat(300) };
  return {
    ...{ id, type: 'BenchEvent', schemaVersion: 1, commandId, causationId: null, actor: 'bench' },
    ...{ effectiveOn: '2026-01-01', data },
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
