import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { startEventStoreDb, type TestServer } from './eventstoredb.ts';
import { errorOf, events, numbersIn } from './support/events.ts';
import { closeAll, connect, onClose } from './support/opened.ts';
import { selfSigned } from './support/self-signed.ts';

const users = [
  { name: 'admin', password: 'secret', isAdmin: true },
  { name: 'clerk', password: 'clerk' },
  { name: 'guest', password: 'guest', isDenied: true },
];

let server: TestServer;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'eventstoredb-'));
  const tls = selfSigned();
  writeFileSync(join(folder, 'ca.pem'), tls.cert);
  server = await startEventStoreDb({ tls, users });
  onClose(() => server.stop());
});

afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true });
});

const as = (login: string): EventStoreDBClient =>
  connect(
    `${server.connectionString.replace('//', `//${login}`)}&tlsCAFile=${encodeURIComponent(join(folder, 'ca.pem'))}`,
  );

test('with the right password everything is open to an administrator, over a secure connection', async () => {
  const admin = as('admin:secret@');
  await admin.appendToStream('Case-1', events(1));
  await admin.appendToStream('Case-1', events(2), { credentials: { username: 'admin', password: 'secret' } });
  expect(await numbersIn(admin.readAll())).toEqual([1, 2]);
});

test('others may read and write, but not all streams at once, nor those of the system', async () => {
  const clerk = as('clerk:clerk@');
  await clerk.appendToStream('Case-1', events(1));
  expect(await numbersIn(clerk.readStream('Case-1'))).toEqual([1]);
  for (const read of [clerk.readAll(), clerk.readStream('$$Case-1')]) {
    expect(await errorOf(numbersIn(read))).toMatchObject({
      type: 'access-denied',
    });
  }
});

test.each([
  ['who may do nothing', 'guest:guest@', 7],
  ['with a wrong password', 'admin:wrong@', 16],
  ['without a name', '', 7],
])('whoever comes %s is denied', async (_, login, code) => {
  const client = as(login);
  expect(await errorOf(numbersIn(client.readStream('Case-1')))).toMatchObject({
    type: 'access-denied',
    code,
  });
  expect(await errorOf(client.appendToStream('Case-1', events(1)))).toMatchObject({ type: 'access-denied' });
  expect(await errorOf(client.deleteStream('Case-1'))).toMatchObject({ type: 'access-denied' });
});

test('credentials that are given for one call count for that call', async () => {
  const admin = as('admin:secret@');
  const append = admin.appendToStream('Case-1', events(1), {
    credentials: { username: 'guest', password: 'guest' },
  });
  expect(await errorOf(append)).toMatchObject({ type: 'access-denied' });
  await admin.appendToStream('Case-1', events(1));
});
