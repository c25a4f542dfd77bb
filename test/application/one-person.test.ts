/** Two ids that are one person: one cap is measured over both from the day on which that is known (P-31). */
import type { Command } from '../../src/domain/commands.ts';
import { formatMoney } from '../../src/domain/money.ts';
import { received } from '../../src/domain/victim/recovery.ts';
import { defaultPolicies } from '../../src/domain/policy/state.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { sameVictim } from '../support/people-words.ts';
import {
  amendOrder,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnDisbursement,
  returnPayment,
  tomorrow,
  vacateOrder,
} from '../support/words.ts';
import { copiesAgree, Telling } from './telling.ts';

/** 5,000 is found for the first id, 8,000 for the second; order 3 names both, and 4 the first alone. */
const opening: readonly Command[] = [
  ...['v-1', 'v-2', 'v-3'].map((id) => registerVictim(id)),
  ...['c-1', 'c-2', 'c-3', 'c-4'].map((id) => registerCase(id)),
  ...['d-1', 'd-2', 'd-3', 'd-4'].map((id) => registerDefendant(id)),
  determineLoss('c-1', '5,000.00'),
  determineLoss('c-2', '8,000.00', { victim: 'v-2' }),
  enterOrder('o-1', { 'v-1': '5,000.00' }),
  enterOrder('o-2', { 'v-2': '8,000.00' }),
  enterOrder('o-3', { 'v-1': '4,000.00', 'v-2': '4,000.00' }),
  enterOrder('o-4', { 'v-1': '3,500.00' }),
  makeFinal('o-1'),
  makeFinal('o-2'),
  recordPayment('dcd.1', '3,000.00', { to: 'o-1' }),
];
const joined = sameVictim('v-2', { on: tomorrow });

describe.each([
  ['a store that writes whole commands', true],
  ['a store that writes one stream at a time', false],
] as const)('one person under two ids, on %s', (_, atomicStreams) => {
  async function told(...commands: readonly Command[]): Promise<Telling> {
    const court = new Telling(new MemoryEventStore({ atomicStreams }));
    await court.tell(...([...opening, ...commands] as [Command, ...Command[]]));
    return court;
  }
  const capOf = async (court: Telling, id = 'v-2') => {
    const state = await court.state('Victim', id);
    const { greatestLoss, overRecovery, epoch, standing } = state;
    return {
      cap: greatestLoss === undefined ? null : formatMoney(greatestLoss),
      received: formatMoney(received(state, defaultPolicies)),
      above: formatMoney(overRecovery),
      ...{ epoch, standing: standing.map(({ at }) => formatMoney(at)) },
    };
  };
  const lines = async (court: Telling, id = 'v-2') => {
    const { liabilities } = await court.state('Victim', id);
    const each = [...liabilities.values()].map(({ orderId, victimId }) => [orderId, victimId] as const);
    const copies: Record<string, unknown> = {};
    for (const [order, victim] of each) {
      copies[`${order} ${victim}`] = (await court.owedIn(`c-${order.slice(2)}`, order, victim))?.join();
    }
    return copies;
  };
  const allCopiesAgree = async (court: Telling) => {
    const { liabilities } = await court.state('Victim', 'v-2');
    for (const { orderId, victimId, paid, ordered } of liabilities.values()) {
      const copy = await court.owedIn(`c-${orderId.slice(2)}`, orderId, victimId);
      expect([orderId, victimId, copy?.[0]]).toEqual([orderId, victimId, formatMoney(paid)]);
      expect(ordered >= paid).toBe(true);
    }
  };

  test('the greatest loss is the greater, what was received the sum, and nothing ends below it', async () => {
    const court = await told(recordPayment('dcd.2', '4,000.00', { to: 'o-2' }), joined);
    expect(await capOf(court)).toEqual({
      ...{ cap: '8000.00', received: '7000.00', above: '0.00', epoch: 1, standing: [] },
    });
    expect(await lines(court)).toEqual({
      'o-1 v-1': '3000.00,0.00,2000.00',
      'o-2 v-2': '4000.00,0.00,4000.00',
      'o-3 v-1': '0.00,0.00,4000.00',
      'o-3 v-2': '0.00,0.00,4000.00',
      'o-4 v-1': '0.00,0.00,3500.00',
    });
  });

  test('where both together have it all, all ends from the day on which that is known', async () => {
    const court = await told(recordPayment('dcd.2', '6,000.00', { to: 'o-2' }), joined);
    expect(await capOf(court)).toEqual({
      ...{ cap: '8000.00', received: '9000.00', above: '1000.00', epoch: 2, standing: ['8000.00'] },
    });
    expect(await lines(court)).toEqual({
      'o-1 v-1': '3000.00,2000.00,0.00',
      'o-2 v-2': '6000.00,2000.00,0.00',
      'o-3 v-1': '0.00,4000.00,0.00',
      'o-3 v-2': '0.00,4000.00,0.00',
      'o-4 v-1': '0.00,3500.00,0.00',
    });
    const ends = (await court.log()).filter(({ type }) => type === 'LiabilitiesTerminated');
    expect(ends.map(({ stream, effectiveOn }) => [stream, effectiveOn])).toEqual([['Victim-v-2', tomorrow]]);
  });

  test('a payment for either id takes no more than both together may still recover', async () => {
    const court = await told(joined, recordPayment('dcd.5', '3,500.00', { to: 'o-4' }));
    await court.tell(recordPayment('dcd.6', '4,000.00', { to: 'o-2' }));
    expect(await court.whereIs('dcd.5')).toEqual({ credited: '3500.00', held: '0.00', settling: '0.00' });
    expect(await court.whereIs('dcd.6')).toEqual({ credited: '1500.00', held: '2500.00', settling: '0.00' });
    expect(await capOf(court)).toMatchObject({ received: '8000.00', above: '0.00', standing: ['8000.00'] });
    await allCopiesAgree(court);
  });

  test('a payment to an order that names both goes to both, under one cap', async () => {
    const court = await told(joined, recordPayment('dcd.5', '7,000.00', { to: 'o-3' }));
    expect(await court.whereIs('dcd.5')).toEqual({ credited: '5000.00', held: '2000.00', settling: '0.00' });
    expect((await lines(court))['o-3 v-1']).toBe('3500.00,500.00,0.00');
    expect((await lines(court))['o-3 v-2']).toBe('1500.00,2500.00,0.00');
  });

  test('a payment of before that comes back takes both below the cap again', async () => {
    const court = await told(recordPayment('dcd.2', '6,000.00', { to: 'o-2' }), joined);
    await court.tell(returnPayment('dcd.1', { on: tomorrow }));
    expect(await capOf(court)).toMatchObject({ received: '6000.00', above: '0.00', standing: [] });
    expect(await lines(court)).toMatchObject({
      'o-1 v-1': '0.00,0.00,5000.00',
      'o-2 v-2': '6000.00,0.00,2000.00',
      'o-4 v-1': '0.00,0.00,3500.00',
    });
    await allCopiesAgree(court);
  });

  test('what had ended under the absorbed id is owed again where what it stood on comes back', async () => {
    const court = await told(
      recordPayment('dcd.3', '2,000.00', { to: 'o-4' }),
      joined,
      returnPayment('dcd.3', { on: tomorrow }),
    );
    expect(await capOf(court)).toMatchObject({ received: '3000.00', standing: [] });
    expect(await lines(court)).toMatchObject({
      'o-1 v-1': '3000.00,0.00,2000.00',
      'o-3 v-1': '0.00,0.00,4000.00',
      'o-4 v-1': '0.00,0.00,3500.00',
    });
    expect(await court.owedIn('c-1', 'o-1', 'v-1')).toEqual(['3000.00', '0.00', '2000.00']);
  });

  test('what had ended under the absorbed id stays ended, though the greater cap leaves room', async () => {
    const court = await told(recordPayment('dcd.3', '2,000.00', { to: 'o-4' }), joined);
    expect(await capOf(court)).toMatchObject({ cap: '8000.00', received: '5000.00', standing: ['5000.00'] });
    expect((await lines(court))['o-1 v-1']).toBe('3000.00,2000.00,0.00');
    expect((await lines(court))['o-2 v-2']).toBe('0.00,0.00,8000.00');
  });

  test('findings, orders, amendments, finality and vacaturs for the absorbed id are heard under the other', async () => {
    const court = await told(joined);
    await court.tell(determineLoss('c-4', '9,500.00', { on: tomorrow }), makeFinal('o-4', { on: tomorrow }));
    expect(await capOf(court)).toMatchObject({ cap: '9500.00' });
    await court.tell(amendOrder('o-4', { 'v-1': '3,600.00' }, { on: tomorrow }));
    expect((await lines(court))['o-4 v-1']).toBe('0.00,0.00,3600.00');
    await court.tell(vacateOrder('o-4', { on: tomorrow }));
    expect(await capOf(court)).toMatchObject({ cap: '8000.00' });
    const late = (await court.happened()).filter((each) => each.startsWith('Victim-v-1'));
    expect(late.at(-1)).toBe('Victim-v-1 IdentityAbsorbed');
  });

  test('of two findings in one case, one under each id, the greater counts', async () => {
    const court = await told(joined, determineLoss('c-2', '7,000.00', { on: tomorrow }));
    expect(await capOf(court)).toMatchObject({ cap: '8000.00' });
    await court.tell(determineLoss('c-1', '8,500.00', { on: tomorrow }));
    expect(await capOf(court)).toMatchObject({ cap: '8500.00' });
  });

  test('money paid out before can come back, and is paid out for either id afterwards', async () => {
    const court = await told(disburse('p-1', '100.00'), disburse('p-1', '40.00', { victim: 'v-2' }), joined);
    await court.tell(returnDisbursement('p-1', { on: tomorrow }), disburse('p-2', '70.00', { on: tomorrow }));
    const { total, disbursements } = await court.state('Victim', 'v-2');
    expect(formatMoney(total.disbursed)).toBe('110.00');
    expect([...disbursements.entries()].map(([key, { returned }]) => [key, returned?.reason])).toEqual([
      ['p-1/v-2', undefined],
      ['p-1/v-1', 'UNDELIVERABLE'],
      ['p-2/v-1', undefined],
    ]);
  });

  test('a command that was heard under the absorbed id is not heard a second time', async () => {
    const court = await told();
    const loss = determineLoss('c-4', '100.00');
    await court.tellAs('once', loss);
    await court.tell(joined);
    const { events } = await court.tellAs('once', loss);
    expect(events).toEqual([]);
    await expect(court.tellAs('once', determineLoss('c-4', '200.00'))).rejects.toMatchObject({
      code: 'command-id-reused',
    });
  });

  test('through any number of ids', async () => {
    const court = await told(
      determineLoss('c-3', '9,000.00', { victim: 'v-3' }),
      recordPayment('dcd.2', '4,000.00', { to: 'o-2' }),
      joined,
      sameVictim('v-3', { victim: 'v-2', on: tomorrow }),
      recordPayment('dcd.5', '2,000.00', { to: 'o-4' }),
    );
    expect(await capOf(court, 'v-3')).toMatchObject({ cap: '8000.00', received: '8000.00' });
    expect((await court.state('Victim', 'v-3')).joined).toEqual(['v-1', 'v-2']);
    expect(await court.whereIs('dcd.5')).toEqual({ credited: '1000.00', held: '1000.00', settling: '0.00' });
    expect(await copiesAgree(court, 'c-5')).toBe(true);
  });
});
