import { exampleReconciliationAnswers } from '../../src/http/openapi/example-reconciliation-answers.ts';
import { openHouse } from '../../src/open-house.ts';
import { doorOf, type Door } from './app.ts';
import { tellStory } from './story.ts';

const api = '/api/v1';
const { statementId } = exampleReconciliationAnswers.bankStatement;
const pages: Readonly<Record<keyof typeof exampleReconciliationAnswers, string>> = {
  bankAccounts: `${api}/accounts?asOf=2026-03-31`,
  bankStatement: `${api}/statements/${statementId}?asOf=2026-03-31`,
  statementLines: `${api}/accounts/lines?asOf=2026-03-31`,
  bookItems: `${api}/accounts/items?asOf=2026-03-02`,
  threeWayProof: `${api}/accounts/proof?asOf=2026-03-31`,
};

describe('a question about statements that comes over HTTP', () => {
  let door: Door;

  beforeAll(async () => {
    door = await doorOf(await openHouse('memory'));
    await tellStory(door, { until: 'SignStatement' });
  });

  afterAll(() => door.close());

  test.each(Object.entries(pages))('is answered as the document shows: %s', async (name, path) => {
    const { status, body } = await door.get(path);
    expect([status, body]).toEqual([200, exampleReconciliationAnswers[name as keyof typeof pages]]);
  });

  test('is narrowed by what became of a line, and answered row by row', async () => {
    const { text } = await door.get(`${api}/accounts/lines?status=written%20off`).set('Accept', 'text/csv');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain('written off,BANK_INTEREST');
  });

  test('is refused where there is no such statement', async () => {
    const { status, body } = await door.get(`${api}/statements/s-0`);
    expect([status, body.code]).toEqual([404, 'subject-not-known']);
  });
});
