/**
 * How fast is the SQLite shelf by itself? One append at a time stands beside what bare better-sqlite3 makes of inserting
 * equal bytes, in alternating turns of the same run; then many appends waiting together, verification, and reading.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ExpectedRevision, StreamWrite } from '../src/store/event-store.ts';
import type { EventToAppend, RecordedEvent } from '../src/store/recorded-event.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { verifyLog } from '../src/store/sqlite-log/verify-log.ts';
import { figure, seconds } from './support/figure.ts';

/** Short turns, so that what else the machine does falls on both alike; the first few only warm up. */
const [turns, warmUps, perTurn] = [60, 20, 200];
const [waiting, rounds, eventsPerPayment] = [64, 400, 4];
const longStream = 210_000;

const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
await oneAtATime();
await manyWaiting();
await reading();
rmSync(folder, { recursive: true });

async function oneAtATime(): Promise<void> {
  const store = await openSqliteEventStore({ file: join(folder, 'one.sqlite') });
  const bare = bareInserts();
  const pairs: { readonly bare: number; readonly ours: number }[] = [];
  let revision: ExpectedRevision = 'no-stream';
  for (let turn = 0; turn < turns; turn += 1) {
    const events = Array.from({ length: perTurn }, (_, n) => event(`one-${String(turn)}-${String(n)}`));
    const inserting = await seconds(async () => {
      for (let n = 0; n < perTurn; n += 1) bare();
      return Promise.resolve();
    });
    const appending = await seconds(async () => {
      for (const next of events) {
        await store.append([{ stream: 'Victim-1', expected: revision, events: [next] }]);
        revision = revision === 'no-stream' ? 0 : revision + 1;
      }
    });
    if (turn >= warmUps) pairs.push({ bare: perTurn / inserting, ours: perTurn / appending });
  }
  await store.close();
  figure('bare better-sqlite3, one insert in a transaction', median(pairs.map((pair) => pair.bare)), '/s');
  figure('append of one event, one at a time', median(pairs.map((pair) => pair.ours)), '/s');
  figure(
    'append against bare insert, median of the pairs',
    100 * median(pairs.map((pair) => pair.ours / pair.bare)),
    '%',
  );
}

/** Inserts as many bytes as an event has, in a transaction of its own. */
function bareInserts(): () => void {
  const bare = new Database(join(folder, 'bare.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE event (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  const [begin, commit] = [bare.prepare('BEGIN IMMEDIATE'), bare.prepare('COMMIT')];
  const insert = bare.prepare<[Buffer]>('INSERT INTO event (bytes) VALUES (?)');
  const place = { v: 1, stream: 'Victim-1', revision: 10_000, recordedAt: new Date(), prev: '0'.repeat(64) };
  const bytes = Buffer.from(JSON.stringify({ ...place, ...event('one-10-100') }));
  return () => {
    begin.run();
    insert.run(bytes);
    commit.run();
  };
}

async function manyWaiting(): Promise<void> {
  const file = join(folder, 'many.sqlite');
  const store = await openSqliteEventStore({ file });
  const clients = Array.from({ length: waiting }, (_, client) =>
    Array.from({ length: rounds }, (__, round) => payment(client, round)),
  );
  const took = await seconds(() =>
    Promise.all(
      clients.map(async (payments) => {
        for (const writes of payments) await store.append(writes);
      }),
    ),
  );
  figure(`appends of 4 events over 3 streams, ${String(waiting)} waiting`, (waiting * rounds) / took, '/s');
  figure('the same, in events', (waiting * rounds * eventsPerPayment) / took, 'events/s');
  await store.close();
  const verifying = await seconds(() => verifyLog(file));
  figure('verify that log', (waiting * rounds * eventsPerPayment) / verifying, 'events/s');
}

async function reading(): Promise<void> {
  const file = join(folder, 'long.sqlite');
  const writer = await openSqliteEventStore({ file });
  const each = 500;
  for (let from = 0; from < longStream; from += each) {
    const events = Array.from({ length: each }, (_, at) => event(`long-${String(from + at)}`));
    await writer.append([{ stream: 'Victim-1', expected: from === 0 ? 'no-stream' : from - 1, events }]);
  }
  await writer.close();
  const store = await openSqliteEventStore({ file, readOnly: true });
  const all = await seconds(() => expectLong(store.readAll()));
  figure('read all', longStream / all, 'events/s');
  const one = await seconds(() => expectLong(store.readStream('Victim-1')));
  figure(`read one stream of ${longStream.toLocaleString('en')} events`, one, 's');
  await store.close();
}

async function expectLong(pages: AsyncIterable<readonly RecordedEvent[]>): Promise<void> {
  let count = 0;
  for await (const page of pages) count += page.length;
  if (count !== longStream) throw new Error(`read ${String(count)} events`);
}

/** Each of those waiting has a case and a victim of its own, and a new receipt each time. */
function payment(client: number, round: number): StreamWrite[] {
  const name = `${String(client)}-${String(round)}`;
  const after = (revision: number): ExpectedRevision => (round === 0 ? 'no-stream' : revision);
  const inCase = [event(`a-${name}`), event(`b-${name}`)];
  return [
    { stream: `Receipt-dcd.${name}`, expected: 'no-stream', events: [event(`r-${name}`)] },
    { stream: `Case-${String(client)}`, expected: after(2 * round - 1), events: inCase },
    { stream: `Victim-${String(client)}`, expected: after(round - 1), events: [event(`v-${name}`)] },
  ];
}

function event(name: string): EventToAppend {
  const digits = createHash('md5').update(name).digest('hex');
  const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return {
    id,
    type: 'RecoveryCredited',
    schemaVersion: 1,
    commandId: `payment-${name}`,
    causationId: id,
    actor: 'administrator',
    effectiveOn: '2026-03-01',
    data: {
      caseId: 'c-4',
      orderId: 'o-4',
      victimId: 'v-4',
      receiptId: 'dcd.2026-17',
      amount: '25.00',
      round: 1,
    },
  };
}

function median(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? NaN;
}
