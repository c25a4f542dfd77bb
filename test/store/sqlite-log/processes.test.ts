import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { verifyLog } from '../../../src/store/sqlite-log/verify-log.ts';
import { allOf } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';
import { eventOf, hurriedAppend } from '../support/numbered.ts';
import { startWriter } from '../support/processes.ts';

const folder = folderForTests();

test('three processes that make a file at the same time and write into it lose nothing', async () => {
  const file = join(folder, 'shared.sqlite');
  const count = 150;
  const names = ['one', 'two', 'three'];
  const writers = names.map((name) => startWriter([file, name, 'share', String(count)]));
  const said = (await Promise.all(writers.map((writer) => writer.lines))).flat();
  expect(said).toHaveLength(3 * count);

  const total = 3 * count * 2;
  expect((await verifyLog(file)).events).toBe(total);
  const store = await openSqliteEventStore({ file });
  const all = await allOf(store.readAll());
  expect(all.map((event) => event.position)).toEqual(Array.from({ length: total }, (_, at) => at + 1));
  const places = new Map(all.map((event) => [event.commandId, event.position]));
  for (const line of said) {
    const [name, position] = line.split(' ') as [string, string];
    expect(places.get(name)).toBe(Number(position));
  }
  const shared = await allOf(store.readStream('Case-shared'));
  expect(shared.map((event) => event.revision)).toEqual(Array.from({ length: 3 * count }, (_, at) => at));
  const numbers = Array.from({ length: count }, (_, n) => String(n));
  const expected = names.flatMap((name) => numbers.map((n) => `${name}-shared-${n}`));
  expect(shared.map((event) => event.commandId).sort()).toEqual(expected.sort());
  await store.close();
}, 120_000);

test('four processes that make the same files at the same instant all get them', async () => {
  const file = join(folder, 'made.sqlite');
  const names = ['one', 'two', 'three', 'four'];
  const instant = String(Date.now() + 2500);
  const writers = names.map((name) => startWriter([file, name, 'make', instant]));
  for (const writer of writers) expect(await writer.lines).toHaveLength(50);
  for (let n = 0; n < 50; n += 1) expect((await verifyLog(`${file}-${String(n)}`)).events).toBe(4);
}, 120_000);

test('what another process commits is noticed', async () => {
  const file = join(folder, 'noticed.sqlite');
  const store = await openSqliteEventStore({ file });
  const noticed = new Promise<number>((resolve) => {
    store.onCommit((position) => {
      if (position === 40) resolve(position);
    });
  });
  await startWriter([file, 'one', 'share', '20']).lines;
  expect(await noticed).toBe(40);
  await store.close();
}, 120_000);

test('a writer that is killed has lost nothing that it acknowledged, and left no half of an append', async () => {
  const file = join(folder, 'killed.sqlite');
  const kills = 12;
  const acknowledged: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const writer = startWriter([file, `run${String(kill)}`, 'hurry']);
    await writer.begun;
    // Short and long, so that it is met in commits, in checkpoints, and while the index follows.
    await pause(Math.random() * (kill % 3 === 0 ? 600 : 60));
    writer.process.kill('SIGKILL');
    acknowledged.push(...(await writer.lines));
    expect(writer.process.signalCode).toBe('SIGKILL');
    await verifyLog(file);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills);

  const store = await openSqliteEventStore({ file });
  const stored = new Map((await allOf(store.readAll())).map((event) => [event.commandId, event]));
  const lost = acknowledged.filter((key) => !['a', 'b', 'c'].every((part) => stored.has(`${key}-${part}`)));
  expect(lost).toEqual([]);
  const appends = new Map<string, number>();
  for (const name of stored.keys()) appends.set(name.slice(0, -2), (appends.get(name.slice(0, -2)) ?? 0) + 1);
  expect([...appends].filter(([, events]) => events !== 3)).toEqual([]);

  const key = acknowledged[0] as string;
  const position = stored.get(`${key}-c`)?.position;
  expect(await store.append(hurriedAppend(key))).toMatchObject({ position });
  await store.close();
}, 120_000);

test('where the disk takes no more, the append fails, and what was acknowledged stands', async () => {
  const file = join(folder, 'full.sqlite');
  const lines = await startWriter([file, 'one', 'fill'], 'ulimit -f 1024').lines;
  const [why, again] = lines.slice(-2);
  expect(why).toMatch(/^StoreUnavailable: .*SQLITE_IOERR/);
  expect(again).toMatch(/^StoreUnavailable: .*must be opened again/);
  const acknowledged = lines.slice(0, -2);
  expect(acknowledged.length).toBeGreaterThan(5);

  const { events } = await verifyLog(file);
  expect(events).toBe(acknowledged.length);
  const store = await openSqliteEventStore({ file });
  expect((await allOf(store.readAll())).map((event) => event.commandId)).toEqual(acknowledged);
  const next = [{ stream: 'Victim-one', expected: events - 1, events: [eventOf('next')] }];
  expect(await store.append(next)).toEqual({ revisions: [events], position: events + 1 });
  await store.close();
}, 120_000);
