import { exampleDisbursementAnswers } from '../../src/http/openapi/example-disbursement-answers.ts';
import { openHouse } from '../../src/open-house.ts';
import { doorOf, type Door } from './app.ts';
import { tellStory } from './story.ts';

const api = '/api/v1';
const pages: Readonly<Record<keyof typeof exampleDisbursementAnswers, string>> = {
  disbursementPlan: `${api}/disbursements/plan?asOf=2026-04-01`,
  refundPlan: `${api}/disbursements/refund-plan?asOf=2026-04-01`,
  unwinding: `${api}/receipts/dcd.2026-00017/unwinding?asOf=2026-04-01`,
  cheques: `${api}/disbursements/cheques?runId=n-20260701`,
  disbursementRun: `${api}/disbursement-runs/n-20260701`,
};

describe('a question about money on its way out that comes over HTTP', () => {
  let door: Door;

  beforeAll(async () => {
    door = await doorOf(await openHouse('memory'));
    await tellStory(door, { until: 'RecordRefund' });
  });

  afterAll(() => door.close());

  test('is answered as the document shows: a plan', async () => {
    const { status, body } = await door.get(pages.disbursementPlan);
    expect([status, body]).toEqual([200, exampleDisbursementAnswers.disbursementPlan]);
  });

  test('is answered as the document shows: what would go back to payors', async () => {
    const { status, body } = await door.get(pages.refundPlan);
    expect([status, body]).toEqual([200, exampleDisbursementAnswers.refundPlan]);
    const early = await door.get(`${api}/disbursements/refund-plan?asOf=2026-03-31&defendantId=d-4x8t`);
    const whose = { receiptId: 'dcd.2026-00017', caseId: 'c-s4t8', defendantId: 'd-4x8t' };
    expect(early.body).toMatchObject({
      refunds: [],
      kept: [{ ...whose, reason: 'NOT_CLEARED', amount: '2460.00' }],
    });
    expect((await door.get(`${pages.refundPlan}&caseId=c-8`)).status).toBe(404);
  });

  test('is answered as the document shows: what would happen if a receipt came back', async () => {
    const { status, body } = await door.get(pages.unwinding);
    expect([status, body]).toEqual([200, exampleDisbursementAnswers.unwinding]);
    expect((await door.get(`${api}/receipts/dcd.9/unwinding`)).status).toBe(404);
  });

  test('is answered by 404 where no such run was proposed', async () => {
    expect((await door.get(pages.disbursementRun)).status).toBe(404);
  });

  test('is answered on both clocks: what has not cleared by a day is not paid on it', async () => {
    const { body, headers } = await door.get(`${api}/disbursements/plan?asOf=2026-03-31&knownAt=2999-12-31`);
    expect(headers).toMatchObject({ 'ledger-as-of': '2026-03-31' });
    const kept = [{ victimId: 'v-7k2m9q', caseId: 'c-s4t8', reason: 'NOT_CLEARED', amount: '10000.00' }];
    expect(body).toMatchObject({ total: '0.00', keptTotal: '10000.00', payments: [], kept });
  });

  test('is narrowed to a victim or a case', async () => {
    const unknown = await door.get(`${pages.disbursementPlan}&victimId=v-8n4c`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'subject-not-known']);
    expect((await door.get(`${pages.disbursementPlan}&caseId=c-s4t8`)).body).toMatchObject({
      held: '10000.00',
    });
  });
});

test('a run is answered as the document shows, once the whole story was told', async () => {
  const door = await doorOf(await openHouse('memory'));
  const told = await tellStory(door);
  expect(
    told.filter(({ answer }) => answer.status >= 400).map(({ command, answer }) => [command, answer.body]),
  ).toEqual([]);
  const { status, body } = await door.get(pages.disbursementRun);
  expect([status, body]).toEqual([200, exampleDisbursementAnswers.disbursementRun]);
  const cheques = await door.get(pages.cheques);
  expect([cheques.status, cheques.body]).toEqual([200, exampleDisbursementAnswers.cheques]);
  await door.close();
});
