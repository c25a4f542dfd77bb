import request from 'supertest';
import { AppModule } from '../../src/app.module.ts';
import { rejectionCodes } from '../../src/domain/rejection-codes.ts';
import { InvariantBroken } from '../../src/domain/rejection.ts';
import type { House } from '../../src/application/house.ts';
import type { Fault } from '../../src/http/problem.ts';
import { problemCodes, problemTypes } from '../../src/http/problem-types.ts';
import { buildApp } from '../../src/http/server.ts';
import { openHouse } from '../../src/open-house.ts';
import { LogMoved, StoreUnavailable, VersionConflict } from '../../src/store/event-store.ts';
import { UnknownEvent } from '../../src/application/reading.ts';
import { ProjectionFailed } from '../../src/application/tell-batch.ts';
import { ReadModelsDamaged } from '../../src/store/read-model-store.ts';
import { doorOf, type Door } from './app.ts';
import { tellStory } from './story.ts';

const requestId = '7f0c8a52-6f0e-4d3b-9a57-1d5c3a1f2b60';
const victim = { victimId: 'v-7', on: '2026-01-02' };

describe('a request that cannot be carried out', () => {
  let door: Door;

  beforeAll(async () => {
    door = await doorOf(await openHouse('memory'));
  });

  afterAll(() => door.close());

  /** Sends a body as it stands, to the byte. */
  const raw = (body: string | Buffer, type = 'application/json') =>
    request(door.app.getHttpServer())
      .post('/api/v1/victims')
      .set({ 'Idempotency-Key': 'raw', 'Content-Type': type })
      .serialize((each: unknown) => each as string)
      .send(body as string);

  test('is answered by a problem that says what to do, and never what was sent', async () => {
    const answer = await door
      .post('/api/v1/victims', { victimId: 'Jane Roe', on: '2026-01-02' })
      .set('Request-Id', requestId);
    expect(answer.status).toBe(422);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'request-id': requestId,
    });
    expect(answer.body).toEqual({
      type: '/api/docs/problems#command-invalid',
      title: 'Some fields of the command do not hold what they must.',
      status: 422,
      detail: 'Correct the fields that `errors` names. Nothing was recorded.',
      instance: `urn:restitution:request:${requestId}`,
      code: 'command-invalid',
      requestId,
      errors: [{ pointer: '/victimId', code: 'not-an-id', message: expect.stringContaining('v-7k2m9q') }],
    });
    expect(answer.text).not.toContain('Jane');
  });

  test('leads to a page that explains it', async () => {
    const page = await door.get('/api/docs/problems');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const missing = problemCodes.filter((code) => !page.text.includes(`<section id="${code}">`));
    expect(missing).toEqual([]);
  });

  test.each([
    ['is no JSON', '{', 'json-invalid'],
    ['is followed by more', '{} {}', 'json-invalid'],
    ['has a key twice', '{"victimId":"v-7","victimId":"v-8"}', 'json-key-twice'],
    ['has a key that is no field', '{"__proto__":{"on":"2026-01-02"}}', 'json-key-forbidden'],
    ['has half a character', '{"label":"\\ud800"}', 'json-not-unicode'],
    ['is nested too deep', `${'['.repeat(9)}${']'.repeat(9)}`, 'json-too-deep'],
    ['is not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not-utf-8'],
  ])('is refused where its body %s', async (_, body, code) => {
    const answer = await raw(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'body-unreadable']);
    expect(answer.body.errors).toMatchObject([{ code, message: expect.not.stringMatching(/CSV|file/) }]);
  });

  test.each([
    ['is missing', '', 400, 'body-missing'],
    ['is too large', `{"label":"${'x'.repeat(1_048_576)}"}`, 413, 'body-too-large'],
  ])('is refused where its body %s', async (_, body, status, code) => {
    const answer = await raw(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is refused where its body is %s',
    async (type) => {
      const answer = await raw('{}', type);
      expect([answer.status, answer.body.code]).toEqual([415, 'not-json']);
    },
  );

  test('is refused where its body is compressed, which could hide its size', async () => {
    const answer = await raw('{}').set('Content-Encoding', 'gzip');
    expect([answer.status, answer.body.code]).toEqual([415, 'not-json']);
  });

  test.each([
    [{}, ['/victimId field-missing', '/on field-missing']],
    [[], [' not-an-object']],
    [{ ...victim, on: 20260102 }, ['/on not-text']],
    [{ ...victim, colour: 'blue' }, ['/colour field-unknown']],
    [{ ...victim, command: 'RegisterVictim' }, ['/command field-unknown']],
    [{ ...victim, toCommand: 'x' }, ['/toCommand field-unknown']],
  ])('is refused with every field that is wrong: %j', async (body, errors) => {
    const answer = await door.post('/api/v1/victims', body);
    expect([answer.status, answer.body.code]).toEqual([422, 'command-invalid']);
    const faults: readonly Fault[] = answer.body.errors;
    const told = faults.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(told).toEqual(errors);
  });

  test.each([
    [{ command: 'DropTables' }, '/command not-a-command'],
    [{ command: 'constructor' }, '/command field-unknown'],
    [{ command: 'RegisterVictim', commandId: 'a b', ...victim }, '/commandId not-a-command-id'],
    [{ command: 'RegisterVictim', ...victim, request: {} }, '/request field-unknown'],
  ])('is refused where any command is taken: %j', async (body, expected) => {
    const { body: problem } = await door.post('/api/v1/commands', body);
    const [{ pointer, code }] = problem.errors;
    expect(`${pointer} ${code}`).toBe(expected.replace('/command field-unknown', '/command not-a-command'));
  });

  test('is refused where a field deep inside is wrong, by a pointer to it', async () => {
    const lines = [{ victimId: 'v-7', track: 'TRAFFICKING', amount: 3000 }];
    const { body } = await door.post('/api/v1/orders', { lines });
    expect(body.errors).toContainEqual(
      expect.objectContaining({ pointer: '/lines/0/amount', code: 'not-text' }),
    );
  });

  test.each([
    ['no key', {}, 'idempotency-key-missing'],
    ['a key of other characters', { 'Idempotency-Key': 'a b' }, 'idempotency-key-malformed'],
    ['a key that is too long', { 'Idempotency-Key': 'k'.repeat(65) }, 'idempotency-key-malformed'],
    ['half a quote', { 'Idempotency-Key': '"k' }, 'idempotency-key-malformed'],
    ['a tag that is none of ours', { 'Idempotency-Key': 'k', 'If-Match': 'W/"1"' }, 'if-match-malformed'],
  ])('is refused with %s', async (_, headers, code) => {
    const answer = await request(door.app.getHttpServer()).post('/api/v1/victims').set(headers).send(victim);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  test.each([
    ['get', '/api/v1/nothing', 404, 'route-not-found'],
    ['get', '/nothing?name=Jane', 404, 'route-not-found'],
    ['delete', '/api/v1/victims/v-7', 404, 'route-not-found'],
    ['get', '/api/v1/victims/%ff', 400, 'request-malformed'],
  ] as const)('is refused where there is no such route: %s %s', async (method, path, status, code) => {
    const answer = await request(door.app.getHttpServer())[method](path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text).not.toContain('Jane');
  });

  test('is refused where a query comes with a command', async () => {
    const answer = await door.post('/api/v1/victims?dryRun=true', victim);
    expect([answer.status, answer.body.code]).toEqual([400, 'parameter-invalid']);
  });

  test('is refused where it asks for this machine by the name of another', async () => {
    const answer = await door.get('/api/v1/head').set('Host', 'ledger.example.org:3000');
    expect([answer.status, answer.body.code]).toEqual([421, 'host-unknown']);
    for (const host of ['localhost:3000', '[::1]:3000', '127.0.0.1']) {
      expect((await door.get('/api/v1/head').set('Host', host)).status).toBe(200);
    }
  });

  test('is refused by the reasons of the ledger, each with a status of its own', async () => {
    const unknown = await door.post('/api/v1/victims/v-9/review', { on: '2026-01-02' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'victim-not-registered']);
    await tellStory(door, { until: 'RecordPaymentReturn' });
    const payment = { source: 'dcd', reference: '2026-00017', caseId: 'c-s4t8', defendantId: 'd-4x8t' };
    const other = await door.post('/api/v1/payments', { ...payment, amount: '1.00', on: '2026-03-02' });
    expect([other.status, other.body.code]).toEqual([409, 'receipt-recorded-differently']);
    const nothing = await door.post('/api/v1/payments', {
      ...payment,
      reference: '1',
      amount: '0.00',
      on: '2026-03-02',
    });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'amount-not-positive']);
    expect(nothing.body.errors).toMatchObject([{ pointer: '/amount', code: 'amount-not-positive' }]);
  });

  test('has a status for every reason of the ledger', () => {
    const statuses = new Set(rejectionCodes.map((code) => problemTypes[code].status));
    expect([...statuses].sort()).toEqual([404, 409, 422]);
  });
});

describe('a house in trouble', () => {
  const log: unknown[] = [];

  /** Asks a door whose house fails so. */
  const askHouse = async (failing: Partial<House>) => {
    const house = await openHouse('memory');
    const app = await buildApp(AppModule.over({ ...house, ...failing }), {
      host: '127.0.0.1',
      log: (line) => log.push(line),
    });
    const answers = {
      command: await request(app.getHttpServer())
        .post('/api/v1/victims')
        .set('Idempotency-Key', 'k')
        .send(victim),
      ready: await request(app.getHttpServer()).get('/health/ready'),
      live: await request(app.getHttpServer()).get('/health'),
    };
    await app.close();
    await house.close();
    return answers;
  };

  const failingLedger = (error: Error): Partial<House> => ({
    ledger: { handle: () => Promise.reject(error) } as unknown as House['ledger'],
  });

  beforeEach(() => log.splice(0));

  test.each([
    ['store-unavailable', (): Error => new StoreUnavailable('no answer from secret-host')],
    ['busy', (): Error => new VersionConflict('Victim-v-7', 1, 2)],
  ])('asks to come again: %s', async (code, error) => {
    const { command } = await askHouse(failingLedger(error()));
    expect([command.status, command.body.code, command.headers['retry-after']]).toEqual([503, code, '1']);
    expect(command.text).not.toContain('secret-host');
  });

  test('tells that the ledger moved, and not to everybody where', async () => {
    const head = { position: 7, hash: 'ab'.repeat(32) };
    const moved = new LogMoved({ why: 'moved', place: 'sqlite:/secret-place', at: '2026-03-01', head });
    const { command } = await askHouse(failingLedger(moved));
    expect([command.status, command.body.code]).toEqual([410, 'ledger-moved']);
    expect(command.headers['retry-after']).toBeUndefined();
    expect(command.text).not.toContain('secret-place');
  });

  test('tells that the read models are damaged, and writes down which file', async () => {
    const { command } = await askHouse(
      failingLedger(new ReadModelsDamaged('read-models/1.1.sqlite', 'torn')),
    );
    expect([command.status, command.body.code]).toEqual([503, 'read-models-damaged']);
    expect(command.body.detail).toContain('`restitution rebuild`');
    expect(command.text).not.toContain('1.1.sqlite');
    expect(log).toContainEqual(
      expect.objectContaining({ error: 'ReadModelsDamaged', message: 'read-models/1.1.sqlite: torn' }),
    );
  });

  test.each([
    new ProjectionFailed({ position: 7, type: 'ExcessHeld' }, new InvariantBroken('no such receipt')),
    new UnknownEvent({ position: 7, type: 'VictimForgotten', schemaVersion: 1 }),
  ])('tells that the read models stand still, and where to see why: %s', async (error) => {
    const { command } = await askHouse(failingLedger(error));
    expect([command.status, command.body.code]).toEqual([503, 'projections-stopped']);
    expect(command.body.detail).toContain('/api/v1/projections');
    expect(log).toContainEqual(
      expect.objectContaining({ error: error.name, message: expect.stringMatching(/^position 7 /) }),
    );
  });

  test('says nothing of what is wrong inside, and writes it down', async () => {
    const { command } = await askHouse(failingLedger(new InvariantBroken('the cap is passed')));
    expect([command.status, command.body.code]).toEqual([500, 'unexpected']);
    expect(command.text).not.toMatch(/cap|Invariant|at /);
    expect(log).toContainEqual(
      expect.objectContaining({
        level: 'error',
        error: 'InvariantBroken',
        message: 'the cap is passed',
        stack: expect.arrayContaining([expect.stringMatching(/^at /)]),
      }),
    );
  });

  test('does not write down the words of an error that is not our own', async () => {
    await askHouse(failingLedger(new TypeError('cannot read Jane Roe')));
    expect(log).toContainEqual(expect.objectContaining({ error: 'TypeError', code: 'unexpected' }));
    expect(JSON.stringify(log)).not.toContain('Jane');
  });

  test('is not ready, and yet alive', async () => {
    const house = await openHouse('memory');
    const { ready, live } = await askHouse({
      store: { ...house.store, head: () => Promise.reject(new StoreUnavailable('gone')) },
    });
    expect([ready.status, ready.body.code, ready.headers['retry-after']]).toEqual([503, 'not-ready', '1']);
    expect(live.status).toBe(200);
    await house.close();
  });

  test('is not ready while its read models are behind the log', async () => {
    const house = await openHouse('memory');
    const { ready } = await askHouse({
      store: { ...house.store, head: () => Promise.resolve({ position: 7, hash: '' }) },
    });
    expect([ready.status, ready.body.code]).toEqual([503, 'not-ready']);
    await house.close();
  });

  test('breaks a table off rather than end it as if it were whole', async () => {
    const house = await openHouse('memory');
    const row = { position: 1, type: 'VictimRegistered' };
    const timeline = (_: unknown, __: unknown, { cursor }: { cursor?: string }) =>
      cursor === undefined
        ? Promise.resolve({ rows: Array(1_000).fill(row), next: 'more', stamp })
        : Promise.reject(new StoreUnavailable('gone'));
    const queries = { ...house.queries, timeline } as unknown as House['queries'];
    const app = await buildApp(AppModule.over({ ...house, queries }), {
      host: '127.0.0.1',
      log: (line) => log.push(line),
    });
    const asked = request(app.getHttpServer()).get('/api/v1/timeline').set('Accept', 'text/csv');
    await expect(asked).rejects.toThrow('aborted');
    expect(log).toContainEqual(expect.objectContaining({ isCut: true }));
    await app.close();
    await house.close();
  });
});

const stamp = { position: 1_001, asOf: null, knownAt: null, readModels: '1', hash: '0'.repeat(64) };
