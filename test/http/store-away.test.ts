import { EventStoreDBClient, NO_STREAM, binaryEvent } from '@eventstore/db-client';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '../../src/app.module.ts';
import type { House } from '../../src/application/house.ts';
import type { LogStanding } from '../../src/store/event-store.ts';
import { openHouse } from '../../src/open-house.ts';
import { temporaryFolder } from '../cli/small-world.ts';
import { directoryKeyIn } from '../support/directory-key.ts';
import { startEventStoreDb, type TestServer } from '../support/eventstoredb/eventstoredb.ts';

describe('a node whose EventStoreDB is away', () => {
  const folder = temporaryFolder();
  const lines: object[] = [];
  let server: TestServer;
  let house: House;
  let door: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    server = await startEventStoreDb();
    house = await openHouse({
      folder: join(folder.path, 'node'),
      eventStore: server.connectionString,
      directoryKeyFile: directoryKeyIn(folder.path),
    });
    door = await serve(house, { host: '127.0.0.1', port: 0, log: (line) => lines.push(line) });
  });

  afterAll(async () => {
    await door.close();
    await house.close();
    await server.stop();
    folder.remove();
  });

  const send = (victimId: string, label?: string): Promise<Response> =>
    fetch(`${door.url}/api/v1/victims`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': victimId },
      body: JSON.stringify({ victimId, on: '2026-01-02', ...(label !== undefined && { label }) }),
    });
  const relabel = (id: string, label: string): Promise<Response> =>
    fetch(`${door.url}/api/v1/labels/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ label }),
    });
  const ask = (path: string): Promise<Response> => fetch(`${door.url}${path}`);

  const storeLines = (): object[] => lines.filter((line) => 'message' in line && 'position' in line);

  const untilStanding = async (standing: LogStanding): Promise<void> => {
    while (house.store.standing !== standing || house.directory.standing !== standing) await pause(5);
  };

  test('answers questions and says how old that may be, refuses commands for now, and goes on by itself', async () => {
    expect((await send('v-1', 'Jane Doe 1')).status).toBe(201);
    expect((await ask('/api/v1/victims/v-1')).headers.get('Ledger-Standing')).toBeNull();
    await server.stop();
    await untilStanding('away');

    const shown = await ask('/api/v1/victims/v-1');
    expect([shown.status, shown.headers.get('Ledger-Standing')]).toEqual([200, 'away']);
    expect((await ask('/health/ready')).status).toBe(503);
    for (const refused of [await send('v-2'), await send('v-3', 'Three'), await relabel('v-1', 'One')])
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1']);
    expect(await house.directory.labelOf('v-1')).toBe('Jane Doe 1');

    while (storeLines().length < 1) await pause(5);
    await server.start();
    await untilStanding('live');
    while (storeLines().length < 2) await pause(5);
    expect(storeLines()).toMatchObject([
      { level: 'error', message: 'store-away', position: 1 },
      { level: 'info', message: 'store-back' },
    ]);
    expect((await ask('/health/ready')).status).toBe(200);
    expect((await send('v-2')).status).toBe(201);
    expect((await send('v-3', 'Three')).status).toBe(201);
    expect((await relabel('v-1', 'One')).status).toBe(200);
  });

  test('is not ready once what it hears of labels cannot be true, and goes on answering', async () => {
    const client = EventStoreDBClient.connectionString(server.connectionString);
    const forged = binaryEvent({ type: 'DirectoryRecord', data: Buffer.from('forged') });
    await client.appendToStream('Directory-i.0', forged, { expectedRevision: NO_STREAM });
    await client.dispose();
    while (house.directory.standing !== 'stopped') await pause(5);
    expect((await ask('/health/ready')).status).toBe(503);
    expect((await ask('/api/v1/victims/v-1')).status).toBe(200);
    expect(await house.directory.labelOf('v-1')).toBe('One');
    expect((await send('v-4')).status).toBe(201);
  });
});
