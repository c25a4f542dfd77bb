import { exampleMonthAnswers } from '../../src/http/openapi/example-month-answers.ts';
import { openHouse } from '../../src/open-house.ts';
import { doorOf, type Door } from './app.ts';
import { tellStory } from './story.ts';

const api = '/api/v1';
const pages: Readonly<Record<keyof typeof exampleMonthAnswers, string>> = {
  months: `${api}/months`,
  month: `${api}/months/2026-02`,
  backDating: `${api}/months/back-dating?on=2026-02-01`,
};

describe('a question about months that comes over HTTP', () => {
  let door: Door;

  beforeAll(async () => {
    door = await doorOf(await openHouse('memory'));
    await tellStory(door, { until: 'ReopenMonth' });
  });

  afterAll(() => door.close());

  test.each(Object.entries(pages))('is answered as the document shows: %s', async (name, path) => {
    const { status, body } = await door.get(path);
    expect([status, body]).toEqual([200, exampleMonthAnswers[name as keyof typeof pages]]);
  });

  test('is refused where that is no month, or no day', async () => {
    expect((await door.get(`${api}/months/2026-13`)).status).toBe(404);
    expect((await door.get(`${api}/months/back-dating`)).status).toBe(400);
  });

  test('a fact of a closed month is refused with the first open day, and recorded where that is wanted', async () => {
    const late = { command: 'RegisterVictim', victimId: 'v-9f3k', on: '2026-02-28' };
    const refused = await door.post(`${api}/commands`, late);
    expect([refused.status, refused.body.code]).toEqual([409, 'month-closed']);
    expect(JSON.stringify(refused.body)).toContain('2026-03-01');
    const told = await door.post(`${api}/commands`, late).set('Prefer', 'closed-months=reach');
    expect(told.status).toBe(201);
  });
});
