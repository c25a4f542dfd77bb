import { commandIdFrom } from '../../src/application/event-ids.ts';
import { openHouse } from '../../src/open-house.ts';
import { exampleBodies } from '../../src/requests/example-bodies.ts';
import { doorOf, type Door } from './app.ts';
import { tellStory, tellWhatIsNeeded } from './story.ts';

/** The same answer, without warnings of money beyond what was held: those are told the first time only (docs/http.md). */
function toldAgain(body: Answer): Answer {
  const { warnings } = body;
  return warnings ? { ...body, warnings: warnings.filter(({ code }) => code === 'DAY_IN_FUTURE') } : body;
}

interface Answer {
  readonly warnings?: readonly { readonly code: string }[];
}

describe('a command that comes over HTTP', () => {
  let door: Door;

  beforeEach(async () => {
    door = await doorOf(await openHouse('memory'));
  });

  afterEach(() => door.close());

  const position = async (): Promise<number> => (await door.get('/api/v1/head')).body.position;

  test('is recorded, by the route of its own, for each command there is', async () => {
    const told = await tellStory(door);
    expect(told.map(({ command, answer }) => [command, answer.body.command])).toEqual(
      Object.keys(exampleBodies).map((command) => [command, command]),
    );
    for (const { command, answer } of told) {
      // A review changes nothing where the law has nothing new to say.
      expect([command, answer.status]).toEqual([command, command === 'ReviewLiabilities' ? 200 : 201]);
    }
  });

  test('is recorded as well where any command is taken', async () => {
    for (const [command, body] of Object.entries(exampleBodies)) {
      await tellWhatIsNeeded(door, command);
      const answer = await door.post('/api/v1/commands', { command, ...body });
      expect([command, answer.status]).toEqual([command, command === 'ReviewLiabilities' ? 200 : 201]);
    }
  });

  test('is answered with its events, their position, and where the result can be seen', async () => {
    const answer = await door.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' }, 'first');
    expect(answer.body).toEqual({
      commandId: 'first',
      command: 'RegisterVictim',
      position: 1,
      events: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          stream: 'Victim-v-7',
          revision: 0,
          type: 'VictimRegistered',
          effectiveOn: '2026-01-02',
          data: { victimId: 'v-7' },
        },
      ],
      warnings: [],
    });
    expect(answer.headers).toMatchObject({ location: '/api/v1/victims/v-7', 'ledger-position': '1' });
  });

  test('sent again under its key is answered the same, and says so', async () => {
    const told = await tellStory(door);
    const before = await position();
    for (const { path, body, key, answer } of told) {
      const again = await door.post(path, body, key);
      expect([path, again.status, again.body]).toEqual([path, answer.status, toldAgain(answer.body)]);
      expect(again.headers['idempotency-replayed']).toBe(answer.status === 201 ? 'true' : undefined);
      expect(again.headers['location']).toBe(answer.headers['location']);
    }
    expect(await position()).toBe(before);
  });

  test('is known again by a server that has been started anew', async () => {
    const house = await openHouse('memory');
    const [first, second] = [await doorOf(house), await doorOf(house)];
    const answer = await first.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' }, 'once');
    const again = await second.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' }, 'once');
    expect(again.body).toEqual(answer.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    await Promise.all([first.app.close(), second.app.close(), house.close()]);
  });

  test('that tells a known fact under another key changes nothing, and is no replay', async () => {
    await door.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' }, 'first');
    const answer = await door.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' }, 'second');
    expect([answer.status, answer.body.events, answer.body.position]).toEqual([200, [], null]);
    expect(answer.headers).not.toHaveProperty('idempotency-replayed');
  });

  test('leaves nothing of its key in the ledger, for it may name somebody; a UUID stands as it is', async () => {
    const house = await openHouse('memory');
    const own = await doorOf(house);
    const uuid = '0b8f7c9e-2f0d-4d0e-9d6b-5a1f7c3e9a10';
    const named = await own.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' }, '1:20-cr-9.Jane');
    await own.post('/api/v1/victims', { victimId: 'v-8', on: '2026-01-02' }, uuid);
    expect(named.body.commandId).toBe('1:20-cr-9.Jane');
    const events = [];
    for await (const page of house.store.readAll()) events.push(...page);
    expect(events.map(({ commandId }) => commandId)).toEqual([commandIdFrom('1:20-cr-9.Jane'), uuid]);
    expect(JSON.stringify(events)).not.toMatch(/Jane|cr-9/);
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['http']));
    await own.close();
  });

  test('takes its key bare or in quotes', async () => {
    await door.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' }, 'first');
    const answer = await door.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' }, '"first"');
    expect(answer.headers['idempotency-replayed']).toBe('true');
  });

  test.each([
    ['in the same stream', '/api/v1/victims', { victimId: 'v-7', on: '2026-01-03' }],
    ['in another stream', '/api/v1/victims', { victimId: 'v-8', on: '2026-01-02' }],
    ['of another type', '/api/v1/cases', { caseId: 'c-7', on: '2026-01-02' }],
    ['with another label', '/api/v1/victims', { victimId: 'v-7', on: '2026-01-02', label: 'Other' }],
  ])('is refused where its key stands for other words %s', async (_, path, body) => {
    await door.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' }, 'taken');
    const answer = await door.post(path, body, 'taken');
    expect([answer.status, answer.body.code]).toEqual([422, 'command-id-reused']);
    expect(await position()).toBe(1);
  });

  test('that was refused leaves its key free for the corrected one', async () => {
    const refused = await door.post('/api/v1/victims/v-7/losses', { ...loss, amount: '10.00' }, 'again');
    expect(refused.status).toBe(404);
    await door.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' });
    await door.post('/api/v1/cases', { caseId: 'c-7', on: '2026-01-02' });
    expect((await door.post('/api/v1/victims/v-7/losses', loss, 'again')).status).toBe(201);
  });

  test('takes from its path what its body leaves out, and must not contradict it', async () => {
    await door.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' });
    await door.post('/api/v1/cases', { caseId: 'c-7', on: '2026-01-02' });
    expect((await door.post('/api/v1/victims/v-7/losses', { ...loss, victimId: 'v-7' })).status).toBe(201);
    const answer = await door.post('/api/v1/victims/v-7/losses', { ...loss, victimId: 'v-8' });
    expect([answer.status, answer.body.code]).toEqual([422, 'command-invalid']);
    expect(answer.body.errors).toMatchObject([{ pointer: '/victimId', code: 'path-differs' }]);
  });

  test('gives a label to the directory, and none to the ledger', async () => {
    const body = { caseId: 'c-7', on: '2026-01-02', label: '1:20-cr-00123' };
    expect(JSON.stringify((await door.post('/api/v1/cases', body)).body)).not.toContain('1:20');
    const taken = await door.post('/api/v1/cases', { ...body, caseId: 'c-8' });
    expect([taken.status, taken.body.code]).toEqual([409, 'label-taken']);
    expect(taken.body.errors).toMatchObject([{ pointer: '/label' }]);
    expect(await position()).toBe(1);
  });

  describe('where another node gives the label to an id of its own', () => {
    const body = { victimId: 'v-7', on: '2026-01-02', label: 'Jane Doe 7' };

    test.each([
      ['before this one is sent', true, 409, 0],
      ['while this one is recorded', false, 201, 1],
    ])('%s, there is no id without its label', async (_, isFirst, status, recorded) => {
      const house = await openHouse('memory');
      const rival = () => house.directory.put({ kind: 'victim', id: 'v-8', label: body.label });
      const put = house.directory.put.bind(house.directory);
      const handle = house.ledger.handle.bind(house.ledger);
      const refused: unknown[] = [];
      if (isFirst) house.directory.put = async (entry) => (await put({ ...entry, id: 'v-8' }), put(entry));
      else
        house.ledger.handle = async (...asked) => {
          await rival().catch((error: unknown) => refused.push(error));
          return handle(...asked);
        };
      const raced = await doorOf(house);
      const answer = await raced.post('/api/v1/victims', body);
      expect(answer.status).toBe(status);
      expect((await house.store.head()).position).toBe(recorded);
      expect(await house.directory.idOf('victim', body.label)).toBe(isFirst ? 'v-8' : 'v-7');
      expect(refused).toHaveLength(isFirst ? 0 : 1);
      await raced.close();
    });
  });

  test('what is refused leaves no label behind, and its key and its label can be used for another', async () => {
    const body = { caseId: 'c-9', defendantId: 'd-7', on: '2026-01-02', label: 'John Roe' };
    expect((await door.post('/api/v1/cases/c-9/defendants', body, 'a-key')).status).toBe(404);
    await door.post('/api/v1/cases', { caseId: 'c-9', on: '2026-01-02' });
    const other = { ...body, defendantId: 'd-8' };
    expect((await door.post('/api/v1/cases/c-9/defendants', other, 'a-key')).status).toBe(201);
  });

  test('a crash between the label and the command stands in nobody’s way who sends the same again', async () => {
    const house = await openHouse('memory');
    const handle = house.ledger.handle.bind(house.ledger);
    house.ledger.handle = () =>
      Promise.reject(Object.assign(new Error('gone'), { name: 'StoreUnavailable' }));
    const cut = await doorOf(house);
    const body = { victimId: 'v-7', on: '2026-01-02', label: 'Jane Doe 7' };
    expect((await cut.post('/api/v1/victims', body, 'a-key')).status).toBe(503);
    expect((await house.store.head()).position).toBe(0);
    house.ledger.handle = handle;
    expect((await cut.post('/api/v1/victims', body, 'a-key')).status).toBe(201);
    expect(await house.directory.labelOf('v-7')).toBe('Jane Doe 7');
    await cut.close();
  });

  test('does not write over a label, which only a route of its own replaces', async () => {
    const body = { victimId: 'v-7', on: '2026-01-02' };
    await door.post('/api/v1/victims', { ...body, label: 'Jane Doe 1' });
    const slip = await door.post('/api/v1/victims', { ...body, label: 'Jane Doe 11' });
    expect([slip.status, slip.body.code]).toEqual([409, 'label-differs']);
    expect(slip.body.errors).toMatchObject([{ pointer: '/label', code: 'label-differs' }]);
    for (const result of ['relabelled', 'unchanged']) {
      const answer = await door.put('/api/v1/labels/v-7', { label: 'Jane Doe 11' });
      expect([answer.status, answer.body]).toEqual([200, { id: 'v-7', result }]);
    }
    expect((await door.post('/api/v1/victims', { ...body, label: 'Jane Doe 11' })).status).toBe(200);
    expect(await position()).toBe(1);
  });

  test.each([
    ['v-7', 'Jane Doe 7', 'v-8', 'Jane Doe 7', 'label-taken'],
    ['v-7', 'Jane Doe 7', 'v-7', 'Jane Doe 8', 'label-differs'],
  ])(
    'records only one of two at once whose labels cannot both stand: %s %s, %s %s',
    async (one, itsLabel, other, otherLabel, code) => {
      const house = await openHouse('memory');
      const handle = house.ledger.handle.bind(house.ledger);
      house.ledger.handle = async (...asked) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return handle(...asked);
      };
      const slow = await doorOf(house);
      const send = (victimId: string, label: string) =>
        slow.post('/api/v1/victims', { victimId, on: '2026-01-02', label });
      const answers = await Promise.all([send(one, itsLabel), send(other, otherLabel)]);
      const told = answers.map(({ status, body }) => [status, body.code]);
      expect(told).toContainEqual([201, undefined]);
      expect(told).toContainEqual([409, code]);
      expect((await house.store.head()).position).toBe(1);
      await slow.close();
    },
  );

  test.each([
    ['v-9', { label: 'Jane Doe 9' }, 404, 'subject-not-known'],
    ['Jane', { label: 'Jane Doe 9' }, 404, 'subject-not-known'],
    ['v-7', { label: 'Jane Doe 8' }, 409, 'label-taken'],
    ['v-7', { label: ' Jane' }, 422, 'command-invalid'],
    ['v-7', {}, 422, 'command-invalid'],
    ['v-7', { label: 'Jane', on: '2026-01-02' }, 422, 'command-invalid'],
  ])('relabels nobody where it cannot: %s %j', async (id, body, status, code) => {
    await door.post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02', label: 'Jane Doe 7' });
    await door.post('/api/v1/victims', { victimId: 'v-8', on: '2026-01-02', label: 'Jane Doe 8' });
    const answer = await door.put(`/api/v1/labels/${id}`, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text).not.toContain('Jane');
  });

  test('names its own id in its body only where the header says the same', async () => {
    const body = { command: 'RegisterVictim', victimId: 'v-7', on: '2026-01-02' };
    const differs = await door.post('/api/v1/commands', { ...body, commandId: 'other' }, 'mine');
    expect(differs.body.errors).toMatchObject([{ pointer: '/commandId', code: 'key-differs' }]);
    expect((await door.post('/api/v1/commands', { ...body, commandId: 'mine' }, 'mine')).status).toBe(201);
  });

  describe('as a dry run', () => {
    test('is answered with what would be recorded, and nothing is', async () => {
      await tellStory(door, { until: 'RecordPayment' });
      const before = await position();
      const body = exampleBodies.RecordPayment;
      const answer = await door
        .post('/api/v1/payments', body, 'tried')
        .set('Prefer', 'handling=dry-run, wait=10');
      expect([answer.status, answer.body.position]).toEqual([200, null]);
      expect(answer.headers['preference-applied']).toBe('handling=dry-run');
      expect(answer.body.events).toContainEqual(expect.objectContaining({ type: 'FullRecoveryReached' }));
      expect(await position()).toBe(before);
      const recorded = await door.post('/api/v1/payments', body, 'tried');
      expect(recorded.status).toBe(201);
      expect(recorded.body.events).toEqual(answer.body.events);
    });

    test('is refused as the command would be, and labels nobody', async () => {
      const dryRun = { Prefer: 'handling=dry-run' };
      const refused = await door.post('/api/v1/victims/v-7/losses', loss).set(dryRun);
      expect([refused.status, refused.body.code]).toEqual([404, 'victim-not-registered']);
      const body = { caseId: 'c-7', on: '2026-01-02', label: '1:20-cr-00123' };
      await door.post('/api/v1/cases', body).set(dryRun);
      expect((await door.post('/api/v1/cases', { ...body, caseId: 'c-8' })).status).toBe(201);
    });
  });

  describe('with If-Match', () => {
    const tagOf = async (path: string): Promise<string> => (await door.get(path)).headers['etag'] ?? '';
    const review = (on: string) => ({ on });

    test('is recorded where what it is about is as it was seen', async () => {
      await tellStory(door, { until: 'RecordPayment' });
      const tag = await tagOf('/api/v1/victims/v-7k2m9q');
      expect(tag).toMatch(/^"r\d+\.[\w-]{10}"$/);
      const seen = await door
        .post('/api/v1/victims/v-7k2m9q/review', review('2026-03-01'))
        .set('If-Match', tag);
      expect(seen.status).toBe(200);
      const any = await door
        .post('/api/v1/victims/v-7k2m9q/review', review('2026-03-01'))
        .set('If-Match', '*');
      expect(any.status).toBe(200);
    });

    test.each([
      ['/api/v1/victims/v-7k2m9q', '/api/v1/victims/v-7k2m9q/losses', exampleBodies.DetermineLoss],
      ['/api/v1/orders/o-5h3w', '/api/v1/orders/o-5h3w/vacatur', exampleBodies.VacateOrder],
    ])('is refused where %s has changed since, with its present tag', async (page, path, body) => {
      await tellStory(door, { until: 'AmendOrder' });
      const seen = await tagOf(page);
      await door.post('/api/v1/orders/o-5h3w/amendments', exampleBodies.AmendOrder);
      const before = await position();
      const answer = await door.post(path, body).set('If-Match', seen);
      expect([answer.status, answer.body.code]).toEqual([412, 'revision-differs']);
      expect(answer.headers['etag']).toBe(`"${/r\d+/.exec(await tagOf(page))?.[0] ?? ''}"`);
      expect(await position()).toBe(before);
    });

    test('is refused where what it is about does not exist', async () => {
      const answer = await door
        .post('/api/v1/victims', { victimId: 'v-7', on: '2026-01-02' })
        .set('If-Match', '*');
      expect(answer.status).toBe(412);
      expect(answer.headers).not.toHaveProperty('etag');
    });

    test('is a replay where it has itself changed what it saw', async () => {
      await tellStory(door, { until: 'DetermineLoss' });
      const tag = await tagOf('/api/v1/victims/v-7k2m9q');
      const send = () =>
        door
          .post('/api/v1/victims/v-7k2m9q/losses', exampleBodies.DetermineLoss, 'once')
          .set('If-Match', tag);
      expect((await send()).status).toBe(201);
      expect((await send()).headers['idempotency-replayed']).toBe('true');
    });
  });
});

const loss = { caseId: 'c-7', category: 'TRAFFICKING', amount: '10.00', on: '2026-01-05' };
