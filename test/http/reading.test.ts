import { today } from '../../src/application/today.ts';
import type { Response, Test } from 'supertest';
import { openHouse } from '../../src/open-house.ts';
import { exampleAnswers } from '../../src/http/openapi/example-answers.ts';
import { exampleBodies } from '../../src/requests/example-bodies.ts';
import { doorOf, type Door } from './app.ts';
import { tellStory } from './story.ts';

const api = '/api/v1';
const pages: Readonly<Record<keyof typeof exampleAnswers, string>> = {
  victims: `${api}/victims?limit=2`,
  victim: `${api}/victims/v-7k2m9q`,
  order: `${api}/orders/o-5h3w`,
  receipt: `${api}/receipts/dcd.2026-00017`,
  receipts: `${api}/receipts?limit=2`,
  liabilities: `${api}/liabilities?limit=2`,
  debts: `${api}/debts`,
  interest: `${api}/interest`,
  arrears: `${api}/arrears`,
  journal: `${api}/journal?limit=2`,
  timeline: `${api}/timeline?limit=2`,
  replay: `${api}/replay?victimId=v-7k2m9q&limit=2`,
  changes: `${api}/changes?orderId=o-5h3w&fromKnownAt=@13`,
  reviews: `${api}/reviews`,
  deadlines: `${api}/deadlines?asOf=2026-06-30`,
  trialBalance: `${api}/trial-balance`,
  policies: `${api}/policies`,
  statutes: `${api}/statutes`,
  projections: `${api}/projections`,
  head: `${api}/head`,
  health: '/health',
  ready: '/health/ready',
};
const tagged = ['victim', 'order', 'receipt', 'policies'] as const;
const lists = ['victims', 'receipts', 'liabilities', 'journal', 'timeline'] as const;

describe('a question that comes over HTTP', () => {
  let door: Door;

  beforeAll(async () => {
    door = await doorOf(await openHouse('memory'));
    await tellStory(door, { until: 'RecordRefund' });
  });

  afterAll(() => door.close());

  test.each(Object.entries(pages))('is answered as the document shows: %s', async (name, path) => {
    const { status, body } = await door.get(path);
    expect(status).toBe(200);
    const { items = [], ...example } = exampleAnswers[name as keyof typeof pages] as {
      items?: readonly object[];
    };
    expect(withoutChance(body)).toMatchObject(withoutChance({ ...example }));
    if (items.length > 0)
      expect(withoutChance(body.items)).toEqual(expect.arrayContaining(withoutChance([...items])));
  });

  test.each(
    Object.entries(pages).filter(
      ([name]) =>
        !['statutes', 'deadlines', 'projections', 'head', 'health', 'ready', 'changes'].includes(name),
    ),
  )('is answered on both clocks, and says so: %s', async (name, path) => {
    const join = path.includes('?') ? '&' : '?';
    const now = await door.get(path);
    expect(now.headers).toMatchObject({ 'ledger-position': '26' });
    // What depends on the day is answered as of the present one.
    const isOfDay = ['interest', 'arrears'].includes(name);
    expect(now.headers['ledger-as-of']).toBe(isOfDay ? today() : undefined);
    const then = await door.get(`${path}${join}asOf=2026-04-01&knownAt=2999-12-31`);
    expect(then.headers).toMatchObject({
      'ledger-position': '26',
      'ledger-as-of': '2026-04-01',
      'ledger-known-at': '2999-12-31T23:59:59.999Z',
    });
    expect(then.body).toEqual(now.body);
  });

  test('about changes is answered from one pair of clocks to another, and says both', async () => {
    const { headers, body } = await door.get(
      `${api}/changes?orderId=o-5h3w&fromAsOf=2026-02-01&fromKnownAt=@26&asOf=2026-02-28&knownAt=2999-12-31`,
    );
    expect(headers).toMatchObject({ 'ledger-as-of': '2026-02-28', 'ledger-position': '26' });
    expect(body).toMatchObject({
      from: { asOf: '2026-02-01', knownAt: '@26', position: 26 },
      to: { asOf: '2026-02-28', knownAt: '2999-12-31T23:59:59.999Z', position: 26 },
      statuses: [],
    });
    const ordered = (body.figures as { figure: string }[]).find(({ figure }) => figure === 'ordered');
    expect(ordered).toMatchObject({ from: '3000.00', to: '12000.00', parts: [{ position: 14 }] });
    const whole = await door.get(`${api}/changes`);
    expect(whole.body.from).toMatchObject({ position: 0 });
    expect((await door.get(`${api}/changes?fromAsOf=2026-02-30`)).status).toBe(400);
  });

  test('is answered as of a day', async () => {
    const { body } = await door.get(`${api}/victims/v-7k2m9q?asOf=2026-03-01`);
    expect(body).toMatchObject({ recovered: '0.00', headroom: '10000.00', madeWhole: null });
    expect(body.liabilities).toMatchObject([{ status: 'open', outstanding: '12000.00', ending: null }]);
  });

  test('is answered as known at an instant', async () => {
    const { status, body } = await door.get(`${api}/victims/v-7k2m9q?knownAt=2020-01-01T00:00:00Z`);
    expect([status, body.code]).toEqual([404, 'subject-not-known']);
  });

  test('shows which law applied to an offence', async () => {
    const { body } = await door.get(`${api}/statutes?asOf=2010-01-01`);
    const of2259 = (body.items as { citation: string }[]).filter(({ citation }) => citation.includes('2259'));
    expect(of2259.map(({ citation }) => citation)).toEqual(['18 U.S.C. 2259(b)(1)', '18 U.S.C. 2259(b)(4)']);
  });

  test.each(['victims/v-9', 'orders/o-9', 'receipts/dcd.9', 'victims/nobody'])(
    'about what is not known is answered by 404: %s',
    async (path) => {
      const { status, body } = await door.get(`${api}/${path}`);
      expect([status, body.code]).toEqual([404, 'subject-not-known']);
    },
  );

  describe.each(tagged)('about one thing: %s', (name) => {
    test('is answered with a tag, and by 304 where the tag is still right', async () => {
      const first = await door.get(pages[name]);
      expect(first.headers['etag']).toMatch(/^"r\d+\.[\w-]{10}"$/);
      expect(first.headers['cache-control']).toBe('private, no-cache');
      const again = await door.get(pages[name]).set('If-None-Match', first.headers['etag'] ?? '');
      expect([again.status, again.text]).toEqual([304, '']);
    });
  });

  test('has another tag once the answer is another, even where the stream is the same', async () => {
    const now = await door.get(pages.victim);
    const then = await door
      .get(`${pages.victim}?asOf=2026-03-01`)
      .set('If-None-Match', now.headers['etag'] ?? '');
    expect(then.status).toBe(200);
    expect(then.headers['etag']).not.toBe(now.headers['etag']);
  });

  describe('about a list', () => {
    test('is answered page by page, each with a link to the next, which goes on where it ended', async () => {
      const whole = await door.get(`${api}/timeline?limit=1000`);
      const seen: unknown[] = [];
      let next: string | undefined = `${api}/timeline?limit=7&victimId=v-7k2m9q`;
      const all: readonly { readonly victimId: string | null }[] = whole.body.items;
      const about = all.filter(({ victimId }) => victimId !== null);
      while (next !== undefined) {
        const page = await door.get(next);
        seen.push(...page.body.items);
        next = /^<([^>]+)>; rel="next"$/.exec(page.headers['link'] ?? '')?.[1];
        expect(page.body.nextCursor === null).toBe(next === undefined);
      }
      expect(seen).toEqual(about);
      expect(seen.length).toBeGreaterThan(7);
    });

    test.each([
      ['liabilities?status=terminated', 1],
      ['liabilities?status=open', 0],
      ['liabilities?defendantId=d-4x8t&caseId=c-s4t8&victimId=v-7k2m9q', 1],
      ['journal?receiptId=dcd.2026-00017&asOf=2026-03-01', 0],
      ['journal?orderId=o-5h3w&receiptId=dcd.2026-00017&asOf=2026-03-01', 0],
    ])('is narrowed by its parameters: %s', async (path, count) => {
      expect((await door.get(`${api}/${path}`)).body.items).toHaveLength(count);
    });

    test.each([
      ['application/vnd.apache.parquet', 'PAR1'],
      ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ])('is given whole as %s, with its clocks', async (type, magic) => {
      const { status, headers, body } = await door
        .get(`${api}/journal?asOf=2026-04-01`)
        .set('Accept', type)
        .buffer()
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        });
      expect(status).toBe(200);
      expect(headers).toMatchObject({ 'content-type': type, 'ledger-as-of': '2026-04-01' });
      expect((body as Buffer).subarray(0, magic.length).toString()).toBe(magic);
    });

    test('is not narrowed to what the ledger has never heard of', async () => {
      const { status, body } = await door.get(`${api}/journal?orderId=o-5h3w&defendantId=d-9`);
      expect([status, body.code]).toEqual([404, 'subject-not-known']);
      expect(body.errors).toMatchObject([{ pointer: '/defendantId', code: 'subject-not-known' }]);
    });

    test.each(lists)('is given whole as CSV, and as JSON line by line: %s', async (name) => {
      const path = `${api}/${name}`;
      const json = await door.get(`${path}?limit=1000`);
      const csv = await door.get(path).set('Accept', 'text/csv');
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(csv.headers['ledger-position']).toBe('26');
      const rows = csv.text.trimEnd().split('\r\n');
      expect(rows.slice(1)).toHaveLength(json.body.items.length);
      expect(new Set(rows.map((row) => row.split(',').length)).size).toBe(1);
      const lines = await door.get(path).set('Accept', 'application/x-ndjson').buffer(true).parse(asText);
      expect(lines.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
      expect(
        String(lines.body)
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toEqual(json.body.items);
    });

    test('is given as CSV in the columns of the document, nested ones by joined names', async () => {
      const { text } = await door.get(`${api}/liabilities`).set('Accept', 'text/csv');
      expect(text).toBe(
        'orderId,victimId,caseId,defendantId,track,ordered,paid,reduced,terminated,vacated,overpaid,relieved,outstanding,isFinal,status,' +
          'endingOn,endingCitation,endingEpoch,endingPosition,endingByReceipt,endingCause,endingCauseId,imposedOn\r\n' +
          'o-5h3w,v-7k2m9q,c-s4t8,d-4x8t,TRAFFICKING,12000.00,10000.00,0.00,2000.00,0.00,0.00,0.00,0.00,true,terminated,' +
          '2026-03-02,18 U.S.C. 2259(b)(2)(C),1,23,dcd.2026-00017,RecoveryCredited,dcd.2026-00017,2026-01-05\r\n',
      );
    });

    test('is given in other forms as far as the limit, from the cursor on', async () => {
      const first = await door.get(`${api}/timeline?limit=2`);
      const path = `${api}/timeline?limit=3&cursor=${first.body.nextCursor}`;
      const csv = await door.get(path).set('Accept', 'text/csv');
      expect(
        csv.text
          .trimEnd()
          .split('\r\n')
          .slice(1)
          .map((row) => Number(row.split(',')[0])),
      ).toEqual([3, 4, 5]);
    });

    test('is refused in a form that there is not', async () => {
      const { status, body } = await door.get(`${api}/journal`).set('Accept', 'application/pdf');
      expect([status, body.code]).toEqual([406, 'not-acceptable']);
    });
  });

  test.each([
    ['journal?asOf=2026-02-30', '/asOf', 'not-a-day'],
    ['journal?asOf=', '/asOf', 'not-a-day'],
    ['journal?asOf=2026-01-01&asOf=2026-01-02', '/asOf', 'not-a-day'],
    ['journal?knownAt=yesterday', '/knownAt', 'not-an-instant'],
    ['journal?knownAt=2026-01-01T00:00:00%2B01:00', '/knownAt', 'not-an-instant'],
    ['journal?limit=0', '/limit', 'not-a-limit'],
    ['journal?limit=1001', '/limit', 'not-a-limit'],
    ['journal?limit=1e2', '/limit', 'not-a-limit'],
    ['journal?cursor=%20', '/cursor', 'not-a-cursor'],
    ['journal?cursor=Zm9yZ2Vk', '/cursor', 'not-a-cursor'],
    ['journal?victimId=o-5h3w', '/victimId', 'not-an-id'],
    ['journal?receiptId=dcd', '/receiptId', 'not-an-id'],
    ['journal?status=open', '/status', 'parameter-unknown'],
    ['journal?constructor=1', '/constructor', 'parameter-unknown'],
    ['journal?__proto__=1', '', 'parameter-unknown'],
    ['liabilities?status=paid', '/status', 'not-a-choice'],
    ['head?asOf=2026-01-01', '/asOf', 'parameter-unknown'],
    ['statutes?knownAt=2026-01-01', '/knownAt', 'parameter-unknown'],
    ['victims/v-7k2m9q?limit=1', '/limit', 'parameter-unknown'],
  ])('with a parameter that it cannot hear is refused: %s', async (path, pointer, code) => {
    const { status, body } = await door.get(`${api}/${path}`);
    expect([status, body.code]).toEqual([400, 'parameter-invalid']);
    expect(body.errors).toEqual([{ pointer, code, message: expect.any(String) }]);
  });

  test('is answered anew after the next command', async () => {
    await door.post(`${api}/payments/dcd.2026-00017/refunds`, exampleBodies.RecordRefund);
    const { body, headers } = await door.get(pages.receipt);
    expect(body).toMatchObject({ status: 'refunded', refunded: '2460.00' });
    expect(headers['ledger-position']).toBe('27');
  });
});

/** The instant of recording and the hash of the log are new each time. */
/** What is another each time, or with each version of the read models. */
const chancy = ['recordedAt', 'hash', 'version'];

function withoutChance<Value>(value: Value): Value {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    chancy.includes(key) && typeof inner === 'string' ? 'another each time' : inner,
  );
  return JSON.parse(text) as Value;
}

const asText: Parameters<Test['parse']>[0] = (
  response: Response,
  done: (error: null, text: string) => void,
) => {
  let text = '';
  response.on('data', (chunk: Buffer) => (text += chunk.toString()));
  response.on('end', () => done(null, text));
};
