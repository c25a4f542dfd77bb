import type { Response } from 'supertest';
import { exampleExplanation } from '../../src/http/openapi/example-explanation.ts';
import { openHouse } from '../../src/open-house.ts';
import { doorOf, type Door } from './app.ts';
import { tellStory, tellWhatIsNeeded } from './story.ts';

const api = '/api/v1/explanations';

describe('a question why that comes over HTTP', () => {
  let door: Door;

  beforeAll(async () => {
    door = await doorOf(await openHouse('memory'));
    await tellStory(door, { until: 'RecordRefund' });
  });

  afterAll(() => door.close());

  test('is answered as the document shows, with the position in the head', async () => {
    const { status, body, headers } = await door.get(`${api}/liability/o-5h3w`);
    expect([status, withoutChance(body)]).toEqual([200, withoutChance(exampleExplanation)]);
    expect(headers).toMatchObject({ 'ledger-position': '26' });
  });

  test.each([
    ['victim/v-7k2m9q', 'Why v-7k2m9q may still recover 0.00', { name: 'headroom', amount: '0.00' }],
    [
      'receipt/dcd.2026-00017',
      'Where 12,500.00 of receipt dcd.2026-00017 went',
      { name: 'applied', amount: '10040.00' },
    ],
    [
      'event/22',
      'What FullRecoveryReached at position 22 is, and why',
      { name: 'amount', amount: '10000.00' },
    ],
    ['interest/b-6j2r', 'Why 0.00 of interest has accrued on b-6j2r', { name: 'accrued', amount: '0.00' }],
  ])('is answered for %s', async (path, title, figure) => {
    const { status, body } = await door.get(`${api}/${path}`);
    expect([status, body.title, body.figure]).toEqual([200, title, figure]);
  });

  test('is answered on both clocks', async () => {
    const then = await door.get(`${api}/liability/o-5h3w?asOf=2026-01-31`);
    expect(then.headers).toMatchObject({ 'ledger-as-of': '2026-01-31' });
    expect(then.body.figure).toEqual({ name: 'outstanding', amount: '3000.00' });
    expect((await door.get(`${api}/liability/o-5h3w?knownAt=2020-01-01`)).status).toBe(404);
  });

  test.each([
    'victim/v-9',
    'liability/o-9',
    'receipt/dcd.9',
    'event/999',
    'event/0',
    'interest/o-9',
    'nothing/x',
  ])('is told that there is no such thing: %s', async (path) => {
    const { status, body } = await door.get(`${api}/${path}`);
    expect([status, codeIn(body)]).toEqual([404, 'subject-not-known']);
  });

  test('names what is wrong with it', async () => {
    const { status, body } = await door.get(`${api}/victim/v-7k2m9q?asOf=yesterday&victim=v-1`);
    expect([status, pointersIn(body)]).toEqual([400, ['/victim', '/asOf']]);
  });
});

test('an order of several victims asks for the one that is meant', async () => {
  const door = await doorOf(await openHouse('memory'));
  await tellStory(door, { until: 'RecordRefund' });
  await tellWhatIsNeeded(door, 'MakeOrdersJoint');
  const body = {
    ...{
      command: 'EnterOrder',
      orderId: 'o-2',
      caseId: 'c-s4t8',
      defendantId: 'd-4x8t',
      statute: '18 U.S.C. 3663A',
    },
    ...{ offenceOn: '2021-05-04', on: '2026-03-02' },
    lines: ['v-7k2m9q', 'v-2'].map((victimId) => ({ victimId, track: 'FULL_AMOUNT', amount: '5000.00' })),
  };
  await door.post('/api/v1/commands', { command: 'RegisterVictim', victimId: 'v-2', on: '2026-01-02' });
  expect((await door.post('/api/v1/commands', body)).status).toBe(201);
  const unnamed = await door.get(`${api}/liability/o-2`);
  expect([unnamed.status, pointersIn(unnamed.body)]).toEqual([400, ['/victimId']]);
  const named = await door.get(`${api}/liability/o-2?victimId=v-2`);
  expect([named.status, named.body.figure]).toEqual([200, { name: 'outstanding', amount: '5000.00' }]);
  await door.close();
});

/** The same, without the instant of recording. */
function withoutChance(answer: object): unknown {
  return JSON.parse(JSON.stringify(answer, (name, value) => (name === 'recordedAt' ? null : value)));
}

function codeIn(body: Response['body']): string {
  const { type } = body as { readonly type: string };
  return type.split(/[/#:]/).at(-1) ?? '';
}

function pointersIn(body: Response['body']): readonly string[] {
  const { errors } = body as { readonly errors: readonly { readonly pointer: string }[] };
  return errors.map(({ pointer }) => pointer);
}
