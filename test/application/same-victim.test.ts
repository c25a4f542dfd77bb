import { Explainer } from '../../src/application/explain/explainer.ts';
import type { House } from '../../src/application/house.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { VictimId } from '../../src/domain/ids.ts';
import { openHouse } from '../../src/open-house.ts';
import { assumeRights, dies, payOut, sameVictim } from '../support/people-words.ts';
import {
  closeRequest,
  deposit,
  orderAssistance,
  payAssistance,
  requestAssistance,
} from '../support/reserve-words.ts';
import {
  day,
  defendantId,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  setPolicy,
} from '../support/words.ts';

let house: House;
let told = 0;
beforeEach(async () => {
  house = await openHouse('memory');
  await tell(registerCase('c-1'), ...['v-1', 'v-2', 'v-3'].map((id) => registerVictim(id)));
  await tell(deposit('r-1', '200,000.00', { on: day('2025-01-02') }));
});
afterEach(() => house.close());

async function tell(...commands: readonly Command[]): Promise<void> {
  for (const command of commands) {
    told += 1;
    await house.ledger.handle(command, { commandId: `k-${String(told)}`, actor: 'test' });
  }
}

/** 5,000 found for one id and 3,000 paid; 8,000 found for the other and 6,000 paid. */
const on = { on: day('2026-03-02') };
const twoCases: readonly Command[] = [
  ...[registerDefendant('d-1', on), registerCase('c-2', on), registerDefendant('d-2', on)],
  determineLoss('c-1', '5,000.00', on),
  determineLoss('c-2', '8,000.00', { victim: 'v-2', ...on }),
  enterOrder('o-1', { 'v-1': '5,000.00' }, on),
  enterOrder('o-2', { 'v-2': '8,000.00' }, on),
  makeFinal('o-1', on),
  makeFinal('o-2', on),
  recordPayment('dcd.1', '3,000.00', { to: 'o-1', ...on }),
  recordPayment('dcd.2', '6,000.00', { to: 'o-2', ...on }),
  disburse('p-1', '70.00', on),
];

const explainer = () => new Explainer({ store: house.store, queries: house.queries });
const asked = (id: string, victim: string) => requestAssistance(id, { victim, on: day('2025-03-03') });
const ordered = (id: string, victim: string) =>
  orderAssistance(id, '44,790.78', { victim, on: day('2025-06-02') });
const paid = (id: string, as: string) => payAssistance(id, { as, on: day('2025-06-20') });
const refused = (command: Command, code: string, pointer: string) =>
  expect(tell(command)).rejects.toMatchObject({ name: 'Rejection', code, pointer });
const reviews = async () => {
  const { rows } = await house.queries.reviews({}, {}, { limit: 100 });
  return rows.map(({ reason, victimId }) => `${reason} ${victimId ?? ''}`);
};

describe('two ids are found to be one victim (P-31)', () => {
  test('each shows the other, and that one cap is measured over both', async () => {
    await tell(sameVictim('v-2'), sameVictim('v-2'));
    const people = async (id: string) => (await house.queries.victim(id as VictimId, {}))!.people;
    expect(await people('v-1')).toMatchObject({ survivorId: 'v-2', absorbedIds: [], oneWith: ['v-2'] });
    expect(await people('v-2')).toMatchObject({ survivorId: null, absorbedIds: ['v-1'], oneWith: ['v-1'] });
    expect(await reviews()).toEqual([]);
  });

  test('either id answers for the person, and before the day that was known each for itself', async () => {
    await tell(...twoCases, sameVictim('v-2', { on: day('2026-05-01') }));
    const shown = async (id: string, clocks: object = {}) => {
      const { greatestLoss, recovered, headroom, credited, disbursed, madeWhole, liabilities, findings } =
        (await house.queries.victim(id as VictimId, clocks))!;
      const orders = liabilities.map(({ orderId }) => orderId);
      return [greatestLoss, recovered, headroom, credited, disbursed, madeWhole?.on, orders, findings.length];
    };
    const both = ['8000.00', '9000.00', '0.00', '9000.00', '70.00', '2026-05-01'];
    expect(await shown('v-1')).toEqual([...both, ['o-2', 'o-1'], 2]);
    expect(await shown('v-2')).toEqual([...both, ['o-2', 'o-1'], 2]);
    const asOf = { asOf: day('2026-04-30') };
    expect(await shown('v-1', asOf)).toEqual([
      '5000.00',
      '3000.00',
      '2000.00',
      '3000.00',
      '70.00',
      undefined,
      ['o-1'],
      1,
    ]);
    expect(await shown('v-2', asOf)).toEqual([
      '8000.00',
      '6000.00',
      '2000.00',
      '6000.00',
      '0.00',
      undefined,
      ['o-2'],
      1,
    ]);
    const { rows } = await house.queries.victims({}, { limit: 9 });
    expect(rows.map((row) => [row.victimId, row.recovered, row.credited, row.disbursed])).toEqual([
      ['v-1', '9000.00', '3000.00', '70.00'],
      ['v-2', '9000.00', '6000.00', '0.00'],
      ['v-3', '0.00', '0.00', '0.00'],
    ]);
  });

  test('either id is explained with what the other brought along', async () => {
    await tell(...twoCases, sameVictim('v-2', { on: day('2026-05-01') }));
    for (const id of ['v-1', 'v-2']) {
      const explained = (await explainer().victim(id as VictimId, {}))!;
      expect(JSON.stringify(explained)).toContain('are one person, under one cap');
      expect(explained.figure).toEqual({ name: 'headroom', amount: '0.00' });
      const lines = explained.steps.flatMap(({ arithmetic }) => arithmetic.map(({ text }) => text));
      expect(lines.join()).toContain('9,000.00');
    }
  });

  test('an absorbed id of before has a cap of its own until it is said again', async () => {
    await tell(...twoCases);
    const last = await house.store.lastOf('Victim-v-1');
    const old = {
      ...{ id: '5b7a2f1e-0000-5000-8000-000000000001', type: 'IdentityAbsorbed', schemaVersion: 1 },
      ...{ commandId: 'k-old', causationId: null, actor: 'test', effectiveOn: '2026-04-01' },
      data: { victimId: 'v-1', survivorId: 'v-2' },
    };
    await house.store.append([{ stream: 'Victim-v-1', expected: last!.revision, events: [old] }]);
    const received = async () => (await house.queries.victim('v-2' as VictimId, {}))!.recovered;
    expect(await reviews()).toEqual(['ONE_VICTIM_TWO_IDS v-1']);
    await tell(recordPayment('dcd.3', '100.00', { to: 'o-1', on: day('2026-04-02') }));
    expect(await received()).toBe('6000.00');
    await tell(sameVictim('v-2', { on: day('2026-05-01') }));
    expect(await received()).toBe('9100.00');
    expect(await reviews()).toEqual([]);
  });

  test('whoever acts for either id acts for the person, and is questioned as before', async () => {
    await tell(
      ...twoCases,
      assumeRights('h-1', { on: day('2026-03-01'), until: day('2026-04-15') }),
      sameVictim('v-2', { on: day('2026-05-01') }),
      payOut('p-7', '10.00', { to: 'h-1', victim: 'v-1', on: day('2026-04-10') }),
      payOut('p-8', '10.00', { to: 'h-1', victim: 'v-2', on: day('2026-05-10') }),
      assumeRights('h-2', { on: day('2026-05-01') }),
      dies({ on: day('2026-06-01') }),
    );
    const { people } = (await house.queries.victim('v-2' as VictimId, {}))!;
    expect(people.diedOn).toBe('2026-06-01');
    expect(people.representatives.map(({ representativeId, until }) => [representativeId, until])).toEqual([
      ['h-1', '2026-04-15'],
      ['h-2', '2026-06-01'],
    ]);
    expect(await reviews()).toEqual([
      'REPRESENTATION_ENDED v-1',
      // In its own case there was nothing of the other id to pay out.
      'PAID_BEYOND_HELD v-2',
      'PAYEE_QUESTIONED v-2',
      'REPRESENTATION_ENDED v-1',
    ]);
  });

  test('it is said once, of two ids that the ledger knows and that stand for themselves', async () => {
    await refused(sameVictim('v-9'), 'victim-not-registered', '/survivorId');
    await refused(sameVictim('v-1', { victim: 'v-9' }), 'victim-not-registered', '/victimId');
    await refused(sameVictim('v-1'), 'victim-named-twice', '/survivorId');
    await tell(sameVictim('v-2'));
    await refused(sameVictim('v-3'), 'victim-absorbed', '/victimId');
    await refused(sameVictim('v-1', { victim: 'v-2' }), 'victim-absorbed', '/survivorId');
  });

  test('assistance is asked for and ordered under the id that survives, and once for both', async () => {
    await tell(asked('q-1', 'v-1'), ordered('q-1', 'v-1'), asked('q-2', 'v-2'), sameVictim('v-2'));
    await refused(ordered('q-2', 'v-2'), 'assistance-once', '/victimId');
    await refused(asked('q-3', 'v-2'), 'assistance-once', '/victimId');
    await tell(closeRequest('q-1', 'ORDER_VACATED', { on: day('2025-07-01') }));
    await refused(asked('q-4', 'v-1'), 'victim-absorbed', '/victimId');
    await tell(ordered('q-2', 'v-2'));
  });

  test('an order under the other id is refused, also where the request came before', async () => {
    await tell(asked('q-1', 'v-1'), sameVictim('v-2'));
    await refused(ordered('q-1', 'v-1'), 'victim-absorbed', '/victimId');
  });

  test('who was assisted under both is listed, through any number of ids', async () => {
    await tell(asked('q-1', 'v-1'), ordered('q-1', 'v-1'), paid('q-1', 'p-1'));
    await tell(asked('q-3', 'v-3'), ordered('q-3', 'v-3'), paid('q-3', 'p-3'));
    await tell(sameVictim('v-2'));
    expect(await reviews()).toEqual([]);
    await tell(sameVictim('v-3', { victim: 'v-2' }));
    expect(await reviews()).toEqual(['ASSISTANCE_TWICE v-3']);
  });
});

test('nothing is decided under the id that is closed, though it was asked anew what counts since', async () => {
  await tell(
    ...[registerDefendant('d-1', on), registerDefendant('d-2', { caseId: 'c-1', ...on })],
    ...[determineLoss('c-1', '3,000.00', on), enterOrder('o-1', { 'v-1': '3,000.00' }, on)],
    enterOrder('o-2', { 'v-1': '3,000.00' }, { caseId: 'c-1', defendantId: defendantId('d-2'), ...on }),
    makeFinal('o-1', on),
    recordPayment('dcd.1', '3,000.00', { to: 'o-1', ...on }),
    setPolicy('P-05', 'CLEARED', on),
    sameVictim('v-2', { victim: 'v-1', ...on }),
  );
  const types: string[] = [];
  for await (const page of house.store.readStream('Victim-v-1')) types.push(...page.map(({ type }) => type));
  expect(types).toContain('FullRecoveryReached');
  expect(types.at(-1)).toBe('IdentityAbsorbed');
  const { rows } = await house.queries.liabilities({}, {}, { limit: 5 });
  // Under the id that goes on, nothing has cleared: what had ended is owed again.
  expect(rows.map(({ outstanding, terminated }) => [outstanding, terminated])).toEqual([
    ['0.00', '0.00'],
    ['3000.00', '0.00'],
  ]);
});
