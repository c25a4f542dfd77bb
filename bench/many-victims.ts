/**
 * A fraud case of 200,000 victims: how long is it from a payment's arrival until each of them is credited, and until each
 * of them can be asked about it? On SQLite, or with `esdb` against a test server in a process of its own:
 * `node bench/support/run.mjs many-victims esdb 200000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../src/application/ledger.ts';
import { Projector } from '../src/application/projector.ts';
import { categories } from '../src/application/streams.ts';
import type { CalendarDate } from '../src/domain/calendar-date.ts';
import type { Command } from '../src/domain/commands.ts';
import {
  receiptIdOf,
  type CaseId,
  type DefendantId,
  type OrderId,
  type VictimId,
} from '../src/domain/ids.ts';
import { parseMoney } from '../src/domain/money.ts';
import { readModels } from '../src/projections/read-models.ts';
import type { EventStore } from '../src/store/event-store.ts';
import { openEventStoreDb } from '../src/store/eventstoredb/event-store-db.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { SqliteReadModelStore } from '../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { figure, seconds } from './support/figure.ts';
import { startTestServer } from './support/test-server.ts';

const isOnServer = process.argv[2] === 'esdb';
const victims = Number(process.argv[3] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'bench-many-victims-'));
const server = isOnServer ? await startTestServer() : undefined;
const on = '2026-03-01' as CalendarDate;
const caseId = 'c-1' as CaseId;
const defendantId = 'd-1' as DefendantId;
const orderId = 'o-1' as OrderId;
let sent = 0;

const store = await opened();
const ledger = new Ledger(store);
const readModel = SqliteReadModelStore.open(join(folder, 'read-models'), readModels);
const projector = new Projector({ log: store, readModel });
try {
  await send({ type: 'RegisterCase', caseId, on });
  await send({ type: 'RegisterDefendant', caseId, defendantId, on });
  await timed('registering the victims', registerVictims);
  await timed('the order', () =>
    send({
      type: 'EnterOrder',
      caseId,
      orderId,
      defendantId,
      statute: '18 U.S.C. 3663A',
      offenceOn: on,
      lines: lines(),
      on,
    }),
  );
  await timed('the order becomes final', () =>
    send({ type: 'MakeOrderFinal', caseId, orderId, ground: 'DIRECT_REVIEW_DONE', on }),
  );
  await timed('read models, up to here', () => projector.catchUp());
  for (const amount of ['1000000.00', '250000.00', '100.00']) {
    const { position: before } = await store.head();
    await timed(`a payment of ${amount}`, () => pay(amount));
    figure('  what was recorded', await mebibytesAfter(before), 'MiB');
    await timed('  read models', () => projector.catchUp());
  }
  const fresh = new Ledger(store);
  await timed('the first payment of a process', () => pay('100.00', fresh));
  figure('peak memory', process.resourceUsage().maxRSS / 1024, 'MiB');
} finally {
  readModel.close();
  await store.close();
  server?.stop();
  rmSync(folder, { recursive: true });
}

async function opened(): Promise<EventStore> {
  if (server === undefined) return openSqliteEventStore({ file: join(folder, 'ledger.sqlite') });
  return openEventStoreDb({ ...server, folder, categories, deadline: 60_000 });
}

function pay(amount: string, by = ledger): Promise<unknown> {
  const receiptId = receiptIdOf('dcd', String(sent));
  return send(
    {
      type: 'RecordPayment',
      receiptId,
      caseId,
      defendantId,
      orderId: null,
      amount: parseMoney(amount),
      method: 'CHECK',
      on,
    },
    by,
  );
}

function send(command: Command, by = ledger): Promise<unknown> {
  sent += 1;
  return by.handle(command, { commandId: `bench-${String(sent)}`, actor: 'bench' });
}

async function registerVictims(): Promise<void> {
  const atOnce = 64;
  for (let from = 0; from < victims; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, victims - from) }, (_, at) => victimOf(from + at));
    await Promise.all(some.map((victimId) => send({ type: 'RegisterVictim', victimId, on })));
  }
}

function victimOf(n: number): VictimId {
  return `v-${String(n).padStart(26, '0')}` as VictimId;
}

function lines() {
  return Array.from({ length: victims }, (_, n) => ({
    victimId: victimOf(n),
    track: 'FULL_AMOUNT' as const,
    amount: parseMoney(`${String(100 + (n % 977))}.${String(n % 100).padStart(2, '0')}`),
  }));
}

async function mebibytesAfter(after: number): Promise<number> {
  let bytes = 0;
  for await (const events of store.readAll({ after })) bytes += Buffer.byteLength(JSON.stringify(events));
  return bytes / 1024 / 1024;
}

async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
  figure(what, await seconds(act), 's');
}
