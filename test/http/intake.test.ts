/** Files of banks that come over HTTP: taken in as at the command line, or refused whole; and nothing of them stays. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import request from 'supertest';
import { mostHeldBytes } from '../../src/formats/held-bytes.ts';
import { exampleFileTaken, exampleReconciled } from '../../src/http/openapi/example-intake-answers.ts';
import { serve } from '../../src/app.module.ts';
import type { Log } from '../../src/http/request-log.ts';
import type { Served } from '../../src/http/server.ts';
import { openHouse } from '../../src/open-house.ts';
import type { House } from '../../src/application/house.ts';
import { statementIdOf } from '../../src/application/reconciliation/statement-id.ts';
import type { AccountId, Digest } from '../../src/domain/ids.ts';
import { doorOf, type Door } from './app.ts';

const api = '/api/v1';
const fileOf = (path: string): Buffer => readFileSync(new URL(`../${path}`, import.meta.url));
const statement = fileOf('cli/bank-month/statement.bai');
const receipts = fileOf('cli/bank-month/receipts.csv');
const court = fileOf('cli/bank-month/court.jsonl').toString('utf8').trim().split('\n');

interface Manner {
  readonly type?: string;
  readonly prefer?: string;
}

describe('a file of a bank that comes over HTTP', () => {
  let door: Door;
  let house: House;

  beforeEach(async () => {
    house = await openHouse('memory');
    door = await doorOf(house);
    for (const line of court) await door.post(`${api}/commands`, JSON.parse(line));
  });

  afterEach(() => door.close());

  const send = (
    bytes: Buffer,
    to = 'k-bm1/files',
    { type = 'application/octet-stream', prefer }: Manner = {},
  ) =>
    request(door.app.getHttpServer())
      .post(`${api}/accounts/${to}`)
      .set({ 'Content-Type': type, ...(prefer !== undefined && { Prefer: prefer }) })
      .serialize((each: unknown) => each as string)
      .send(bytes as unknown as string);
  const match = (prefer = '') =>
    door.post(`${api}/accounts/reconciliation`, { on: '2026-03-10' }).set('Prefer', prefer);
  const end = async (): Promise<number> => (await house.store.head()).position;

  /** What the directory has of the lines of a file. */
  const papersOf = async (account: string, bytes: Buffer): Promise<readonly unknown[]> => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const id = statementIdOf(account as AccountId, digest as Digest);
    return Promise.all([1, 2, 3].map((line) => house.directory.labelOf(`${id}.${String(line)}`)));
  };
  const nothing = [undefined, undefined, undefined];

  test('becomes a statement, is matched, and is answered as the document shows', async () => {
    const report = await send(receipts, 'k-bm2/files?profile=clerk-receipts', { type: 'text/csv' });
    expect([report.status, report.body.lines]).toEqual([201, 4]);
    const [recorded, waits] = [{ became: 'recorded' }, { became: 'suspended', why: 'PAYOR_UNKNOWN' }];
    expect((await match()).body.lines).toMatchObject([recorded, recorded, recorded, waits]);
    const taken = await send(statement);
    expect([taken.status, taken.body]).toEqual([201, exampleFileTaken]);
    expect(await papersOf('k-bm1', statement)).not.toContain(undefined);
    expect(taken.headers['location']).toBe(`${api}/statements/${exampleFileTaken.statementId}`);
    const tried = await match('handling=dry-run');
    expect([tried.status, tried.body]).toEqual([200, { ...exampleReconciled, isRehearsal: true }]);
    expect(tried.headers['preference-applied']).toBe('handling=dry-run');
    const matched = await match();
    expect([matched.status, matched.body]).toEqual([200, exampleReconciled]);
    const { body: proof } = await door.get(`${api}/accounts/proof?asOf=2026-03-10`);
    expect(proof).toMatchObject({ bank: '1614.25', book: '1614.25', difference: '0.00' });
  });

  test('is the same statement when it comes again, also twice at once', async () => {
    const both = await Promise.all([send(statement), send(statement)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    const position = await end();
    const again = await send(statement);
    expect([again.status, again.body]).toEqual([200, { ...exampleFileTaken, isNew: false }]);
    expect(await end()).toBe(position);
  });

  test('is tried without a trace where that is wished', async () => {
    const position = await end();
    const tried = await send(statement, undefined, { prefer: 'handling=dry-run' });
    expect([tried.status, tried.body]).toEqual([200, { ...exampleFileTaken, isRehearsal: true }]);
    expect(tried.headers['preference-applied']).toBe('handling=dry-run');
    expect([await end(), ...(await papersOf('k-bm1', statement))]).toEqual([position, ...nothing]);
  });

  test('names no account and nobody of the file in its answer', async () => {
    const { text } = await send(receipts, 'k-bm2/files?profile=clerk-receipts');
    expect(text).not.toMatch(/PAYOR|SOMEBODY|104711/);
    expect((await send(statement)).text).not.toContain('4411');
    expect(JSON.stringify(door.lines)).not.toMatch(/PAYOR|4411|k-bm|clerk-receipts/);
  });

  test('is refused by line and rule where it does not prove, and nothing of it is kept', async () => {
    const position = await end();
    const wrong = Buffer.from(statement.toString('latin1').replace('132550', '132551'), 'latin1');
    const { status, body } = await send(wrong);
    expect([status, body.code]).toEqual([422, 'file-refused']);
    expect(body.errors).toContainEqual({
      pointer: '/lines/7',
      code: 'total-wrong',
      message: expect.stringMatching(
        /^Account 1 declares 3231\.00 for its .*; found 3231\.01, a difference of 0\.01\. /,
      ),
    });
    expect([await end(), ...(await papersOf('k-bm1', wrong))]).toEqual([position, ...nothing]);
  });

  test.each(['ach', 'bai2', 'camt', 'cir'])(
    'is refused with its rule where it is hostile: %s',
    async (folder) => {
      const position = await end();
      const names = readdirSync(new URL(`../formats/not-ok/${folder}`, import.meta.url));
      expect(names.length).toBeGreaterThan(9);
      for (const name of names) {
        const query = name.startsWith('record-misplaced') ? `?format=${folder}` : '';
        const { status, body } = await send(
          fileOf(`formats/not-ok/${folder}/${name}`),
          `k-bm1/files${query}`,
        );
        const rules = (body.errors as readonly { code: string }[]).map(({ code }) => code);
        expect([name, status, body.code]).toEqual([name, 422, 'file-refused']);
        expect([name, rules]).toEqual([
          name,
          expect.arrayContaining([name.replace(/(--.*)?\.[a-z0-9]+$/, '')]),
        ]);
      }
      expect(await end()).toBe(position);
    },
  );

  test('is refused where its column is wrong, by row and column', async () => {
    const wrong = Buffer.from(receipts.toString('utf8').replace('3/9/2026', 'soon'));
    const { body } = await send(wrong, 'k-bm2/files?profile=clerk-receipts');
    expect(body.errors[0]).toMatchObject({ pointer: expect.stringMatching(/^\/lines\/4\/\w+/) });
    expect(JSON.stringify(body)).not.toContain('soon');
  });

  test.each([
    ['there is nothing in it', Buffer.alloc(0), 'k-bm1/files', {}, [422, 'file-refused', 'file-empty']],
    [
      'it is an archive',
      Buffer.from('504b030414000000', 'hex'),
      'k-bm1/files',
      {},
      [422, 'file-refused', 'file-not-text'],
    ],
    [
      'it says nothing that a bank says',
      Buffer.from('{}'),
      'k-bm1/files',
      {},
      [422, 'file-refused', 'format-unknown'],
    ],
    [
      'it is of another format than is said',
      statement,
      'k-bm1/files?format=ach',
      {},
      [422, 'file-refused', 'format-other'],
    ],
    [
      'a side is said of it that it has not',
      statement,
      'k-bm1/files?entries=sent',
      {},
      [422, 'file-refused', 'format-other'],
    ],
    [
      'nobody says how the table is to be read',
      receipts,
      'k-bm2/files?format=table',
      {},
      [400, 'parameter-invalid', 'profile-missing'],
    ],
    [
      'a profile is named that there is not',
      receipts,
      'k-bm2/files?profile=mine',
      {},
      [400, 'parameter-invalid', 'not-a-choice'],
    ],
    [
      'something is asked that nobody hears',
      statement,
      'k-bm1/files?dryRun=yes',
      {},
      [400, 'parameter-invalid', 'parameter-unknown'],
    ],
    [
      'it comes as JSON',
      Buffer.from('{}'),
      'k-bm1/files',
      { type: 'application/json' },
      [415, 'not-a-file', undefined],
    ],
    [
      'a page of another site could send it so',
      statement,
      'k-bm1/files',
      { type: 'text/plain' },
      [415, 'not-a-file', undefined],
    ],
    [
      'it comes as a form',
      statement,
      'k-bm1/files',
      { type: 'multipart/form-data' },
      [415, 'not-a-file', undefined],
    ],
  ] as const)('is refused where %s', async (_, bytes, to, manner, expected) => {
    const position = await end();
    const { status, body } = await send(bytes, to, manner);
    expect([status, body.code, body.errors[0]?.code]).toEqual(expected);
    expect(await end()).toBe(position);
  });

  test('is refused where it is compressed', async () => {
    const { status, body } = await send(statement).set('Content-Encoding', 'gzip');
    expect([status, body.code]).toEqual([415, 'not-a-file']);
  });

  test('leaves nothing where nobody has opened the account', async () => {
    const position = await end();
    const { status, body } = await send(statement, 'k-0/files');
    expect([status, body.code]).toEqual([404, 'account-not-found']);
    expect([await end(), ...(await papersOf('k-0', statement))]).toEqual([position, ...nothing]);
  });

  test('is refused before it comes where it says that it is too large', async () => {
    const { status, body } = await send(statement).set('Content-Length', String(mostHeldBytes + 1));
    expect([status, body.code]).toEqual([413, 'file-too-large']);
  });

  test('what is asked to be matched has a day, and nothing else', async () => {
    const bad = await door.post(`${api}/accounts/reconciliation`, { on: '2026-02-30', all: 'yes' });
    const pointers = (bad.body.errors as readonly { pointer: string }[]).map(({ pointer }) => pointer);
    expect([bad.status, [...pointers].sort()]).toEqual([422, ['/all', '/on']]);
  });
});

describe('a file on its way', () => {
  let house: House;
  let served: Served;
  /** Resolves with the line of a request whose answer did not arrive. */
  let cut: Promise<Parameters<Log>[0]>;

  beforeEach(async () => {
    let isCut: Log = () => undefined;
    cut = new Promise((resolve) => (isCut = resolve));
    const log: Log = (line) => {
      if ('isCut' in line) isCut(line);
    };
    house = await openHouse('memory');
    served = await serve(house, { host: '127.0.0.1', port: 0, log });
    for (const line of court)
      await fetch(`${served.url}${api}/commands`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': `k-${String(line.length)}${line[13]}`,
        },
        body: line,
      });
  });

  afterEach(async () => {
    await served.close();
    await house.close();
  });

  const files = (): string => `${served.url}${api}/accounts/k-bm1/files`;
  const upload = (body: Buffer | ReadableStream): Promise<Response> =>
    fetch(files(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body,
      ...({ duplex: 'half' } as object),
    });
  /** So many parts of a MiB that nobody has announced. */
  const partsOf = (count: number): ReadableStream => {
    let sent = 0;
    return new ReadableStream({
      pull(controller) {
        if (sent === count) controller.close();
        else controller.enqueue(new Uint8Array(1_048_576));
        sent += 1;
      },
    });
  };

  test('is refused once it is too large, and the next one is taken in', async () => {
    const refused = await upload(partsOf(65));
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      413,
      'file-too-large',
    ]);
    expect((await upload(statement)).status).toBe(201);
  });

  test('posts nothing where the connection is cut, and can be sent again', async () => {
    const { position } = await house.store.head();
    const { port, hostname } = new URL(served.url);
    const socket = connect(Number(port), hostname);
    const head = ['Host: 127.0.0.1', 'Content-Type: application/octet-stream', 'Expect: 100-continue'];
    const length = `Content-Length: ${String(statement.length)}`;
    socket.write(`POST ${api}/accounts/k-bm1/files HTTP/1.1\r\n${[...head, length].join('\r\n')}\r\n\r\n`);
    // Once it says that it reads on, most of the file comes, and then nobody is there.
    socket.once('data', () => socket.write(statement.subarray(0, 200), () => socket.destroy()));
    expect(await cut).toMatchObject({ level: 'info', route: `${api}/accounts/:accountId/files` });
    expect((await house.store.head()).position).toBe(position);
    const whole = await upload(statement);
    expect([whole.status, await whole.json()]).toEqual([201, exampleFileTaken]);
  });
});
