import { openHouse } from '../../src/open-house.ts';
import { serve } from '../../src/app.module.ts';
import type { House } from '../../src/application/house.ts';
import type { Log } from '../../src/http/request-log.ts';
import type { Served } from '../../src/http/server.ts';

describe('a server', () => {
  let house: House;
  let served: Served;
  const log: Parameters<Log>[0][] = [];

  beforeEach(async () => {
    log.splice(0);
    house = await openHouse('memory');
    served = await serve(house, { host: '127.0.0.1', port: 0, log: (line) => log.push(line) });
  });

  afterEach(async () => {
    await served.close();
    await house.close();
  });

  const send = (path: string, body: object, key: string): Promise<Response> =>
    fetch(`${served.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    });

  test('tells where it can be reached, and answers there', async () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await fetch(`${served.url}/health`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'live' }]);
  });

  test('writes one line a request, of allow-listed fields, and nothing that was sent', async () => {
    await (await send('victims', { victimId: 'v-7', on: '2026-01-02', label: 'Jane Roe' }, 'key-1')).text();
    await (await send('victims/v-7/losses', { victimId: 'v-8' }, 'key-2')).text();
    await (await fetch(`${served.url}/api/v1/journal?victimId=v-7`)).text();
    await served.close();
    const common = {
      time: expect.any(String),
      requestId: expect.any(String),
      ms: expect.any(Number),
      level: 'info',
    };
    expect(log).toEqual([
      { ...common, method: 'POST', route: '/api/v1/victims', status: 201, command: 'RegisterVictim' },
      {
        ...common,
        method: 'POST',
        route: '/api/v1/victims/:victimId/losses',
        status: 422,
        code: 'command-invalid',
      },
      { ...common, method: 'GET', route: '/api/v1/journal', status: 200 },
    ]);
    expect(JSON.stringify(log)).not.toMatch(/v-7|v-8|Jane|key-/);
  });

  test('gives each request an id, or takes the one it brings where it can be one', async () => {
    const idOf = async (id?: string): Promise<string | null> => {
      const answer = await fetch(
        `${served.url}/health`,
        id === undefined ? {} : { headers: { 'Request-Id': id } },
      );
      return answer.headers.get('request-id');
    };
    expect(await idOf()).not.toBe(await idOf());
    for (const mine of ['7f0c8a52-6f0e-4d3b-9a57-1d5c3a1f2b60', '4bf92f3577b34da6a3ce929d0e0e4736']) {
      expect(await idOf(mine)).toBe(mine);
    }
    expect(await idOf('1:20-cr-00123')).toMatch(/^[0-9a-f-]{36}$/);
    await served.close();
    expect(JSON.stringify(log)).not.toContain('00123');
  });

  test('lets what is under way finish before it closes, and then takes in nothing more', async () => {
    const handle = house.ledger.handle.bind(house.ledger);
    let arrived = (): void => undefined;
    let mayGoOn = (): void => undefined;
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    const held = new Promise<void>((resolve) => (mayGoOn = resolve));
    house.ledger.handle = async (...asked) => {
      arrived();
      await held;
      return handle(...asked);
    };
    const answer = send('victims', { victimId: 'v-7', on: '2026-01-02' }, 'key-1');
    await hasArrived;
    const closed = served.close();
    mayGoOn();
    expect((await answer).status).toBe(201);
    await closed;
    await expect(fetch(`${served.url}/health`)).rejects.toThrow('fetch failed');
  });

  test('lets the house finish what a command leaves behind, and tells where it cannot', async () => {
    const heard: string[] = [];
    const caughtUp = new Promise<void>((resolve) => {
      house.catchUp = () => {
        heard.push('catch up');
        resolve();
        return Promise.reject(new Error('no'));
      };
    });
    await (await send('victims', { victimId: 'v-7', on: '2026-01-02' }, 'key-1')).text();
    await caughtUp;
    await served.close();
    expect(heard).not.toHaveLength(0);
    expect(log).toContainEqual(expect.objectContaining({ level: 'error', error: 'Error' }));
  });
});
