import type { House } from '../../src/application/house.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { VictimId } from '../../src/domain/ids.ts';
import { openHouse } from '../../src/open-house.ts';
import { sameVictim } from '../support/people-words.ts';
import {
  closeRequest,
  deposit,
  orderAssistance,
  payAssistance,
  requestAssistance,
} from '../support/reserve-words.ts';
import { day, registerCase, registerVictim } from '../support/words.ts';

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
  test('each shows the other, and a person is told that the two caps are measured apart', async () => {
    await tell(sameVictim('v-2'), sameVictim('v-2'));
    const people = async (id: string) => (await house.queries.victim(id as VictimId, {}))!.people;
    expect(await people('v-1')).toMatchObject({ survivorId: 'v-2', absorbedIds: [] });
    expect(await people('v-2')).toMatchObject({ survivorId: null, absorbedIds: ['v-1'] });
    expect(await reviews()).toEqual(['ONE_VICTIM_TWO_IDS v-1']);
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
    expect(await reviews()).toEqual(['ONE_VICTIM_TWO_IDS v-1']);
    await tell(sameVictim('v-3', { victim: 'v-2' }));
    expect(await reviews()).toEqual([
      'ONE_VICTIM_TWO_IDS v-1',
      'ONE_VICTIM_TWO_IDS v-2',
      'ASSISTANCE_TWICE v-3',
    ]);
  });
});
