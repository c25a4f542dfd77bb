import { exampleReserveAnswers } from '../../src/http/openapi/example-reserve-answers.ts';
import { openHouse } from '../../src/open-house.ts';
import { doorOf, type Door } from './app.ts';
import { tellStory } from './story.ts';

const api = '/api/v1';
const pages: Readonly<Record<keyof typeof exampleReserveAnswers, string>> = {
  reserve: `${api}/reserve?from=2025-01-01&to=2025-12-31`,
  reserveQueue: `${api}/reserve/queue`,
  assistance: `${api}/assistance`,
  assistanceAmounts: `${api}/assistance/amounts`,
};

describe('a question about the Reserve that comes over HTTP', () => {
  let door: Door;

  beforeAll(async () => {
    door = await doorOf(await openHouse('memory'));
    await tellStory(door, { until: 'PayAssistance' });
  });

  afterAll(() => door.close());

  test.each(Object.entries(pages))('is answered as the document shows: %s', async (name, path) => {
    const { status, body } = await door.get(path);
    expect([status, body]).toEqual([200, exampleReserveAnswers[name as keyof typeof pages]]);
  });

  test('is answered on both clocks', async () => {
    const then = await door.get(`${pages.reserveQueue}?asOf=2025-06-01&knownAt=2999-12-31`);
    expect(then.headers).toMatchObject({ 'ledger-as-of': '2025-06-01' });
    expect(then.body).toMatchObject({ balance: '60000.00', owed: '0.00', waiting: [] });
    const before = await door.get(`${pages.reserveQueue}?knownAt=2020-01-01`);
    expect(before.body).toMatchObject({ balance: '0.00', waiting: [] });
  });

  test('takes a statement apart at its days', async () => {
    const { body } = await door.get(`${api}/reserve?from=2025-06-01`);
    expect(body).toMatchObject({ opening: '60000.00', closing: '60000.00', deposits: [], moves: [] });
  });

  test('is narrowed to a victim', async () => {
    expect((await door.get(`${pages.assistance}?victimId=v-7k2m9q`)).body.items).toHaveLength(1);
    expect((await door.get(`${pages.assistance}?victimId=v-9`)).status).toBe(404);
  });

  test('is answered as a table', async () => {
    const { text } = await door.get(pages.assistance).set('Accept', 'text/csv');
    const [head = '', row = ''] = text.trim().split('\r\n');
    expect(head.split(',').slice(0, 3)).toEqual(['requestId', 'victimId', 'status']);
    expect(row).toContain('q-3t7n,v-7k2m9q,waiting,DEPARTMENT,2025-03-03,c-s4t8,2025-06-02,44790.78');
  });

  test('names what is wrong with it', async () => {
    const { status, body } = await door.get(`${api}/reserve?from=yesterday&until=2025-01-01`);
    expect([status, pointersIn(body)]).toEqual([400, ['/from', '/until']]);
  });
});

describe('a payment from the Reserve over HTTP', () => {
  test('that it cannot make is refused, with what to do', async () => {
    const door = await doorOf(await openHouse('memory'));
    await tellStory(door, { until: 'RecordReserveDeposit' });
    const victim = { victimId: 'v-7k2m9q', caseId: 'c-s4t8' };
    await door.post(
      `${api}/assistance`,
      { requestId: 'q-1', victimId: victim.victimId, on: '2025-03-03' },
      'a',
    );
    const order = { ...victim, amount: '44790.78', on: '2025-06-02' };
    expect((await door.post(`${api}/assistance/q-1/order`, order, 'b')).status).toBe(201);
    const paid = { disbursementId: 'p-1', on: '2025-06-20' };
    const { status, body } = await door.post(`${api}/assistance/q-1/payment`, paid, 'c');
    expect([status, body.code, body.errors]).toMatchObject([
      409,
      'reserve-short-of-funds',
      [{ pointer: '/requestId' }],
    ]);
    expect(body.detail).toContain('restitution reserve-queue');
    await door.close();
  });
});

function pointersIn({ errors }: { errors: readonly { pointer: string }[] }): readonly string[] {
  return errors.map(({ pointer }) => pointer).sort();
}
