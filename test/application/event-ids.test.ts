import { commandIdFrom, commandIdOf, eventIdOf, fingerprintOf } from '../../src/application/event-ids.ts';
import { recordPayment, usd } from '../support/words.ts';

const origin = { stream: 'Victim-v-1', commandId: 'command-1', step: 'RegisterVictim', index: 0 };

describe('the id of an event', () => {
  test('is for ever the same for the same origin: logs that exist were written with it', () => {
    expect(eventIdOf(origin)).toBe('874d0329-1b10-50bd-8ddc-824258ec0d01');
    expect(commandIdOf('dcd 2026-00017 500.00')).toBe('d5bdfa9d-4366-5466-bd65-a89966e68a77');
  });

  test.each([
    ['stream', { stream: 'Victim-v-2' }],
    ['command', { commandId: 'command-2' }],
    ['step', { step: 'DetermineLoss' }],
    ['place', { index: 1 }],
  ])('is another for another %s', (_, other) => {
    expect(eventIdOf({ ...origin, ...other })).not.toBe(eventIdOf(origin));
  });

  test('is a UUID of version 5', () => {
    const version5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const ids = Array.from({ length: 200 }, (_, index) => eventIdOf({ ...origin, index }));
    expect(ids.filter((id) => !version5.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(200);
  });
});

describe('the id of a command that a sender chose', () => {
  test('is a UUID as it is, in small letters', () => {
    expect(commandIdFrom('0b8f7c9e-2f0d-4d0e-9d6b-5a1f7c3e9a10')).toBe(
      '0b8f7c9e-2f0d-4d0e-9d6b-5a1f7c3e9a10',
    );
    expect(commandIdFrom('0B8F7C9E-2F0D-4D0E-9D6B-5A1F7C3E9A10')).toBe(
      '0b8f7c9e-2f0d-4d0e-9d6b-5a1f7c3e9a10',
    );
    expect(commandIdFrom(commandIdOf('words'))).toBe(commandIdOf('words'));
  });

  test('is for ever the same UUID for the same text', () => {
    expect(commandIdFrom('intake-1')).toBe('1da71540-3cd3-5eca-8c2c-155fcc5baee9');
  });

  test.each(['1:20-cr-00123', 'Jane.Doe', '12002000-0123-0000-0000-000000000000', ''])(
    'holds nothing of any other text: %j',
    (chosen) => {
      expect(commandIdFrom(chosen)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(commandIdFrom(chosen)).not.toBe(commandIdOf(chosen));
    },
  );
});

describe('the fingerprint of a command', () => {
  test('is the same for the same words, and another for any other', () => {
    const payment = recordPayment('dcd.1', '500.00');
    expect(fingerprintOf({ ...payment })).toBe(fingerprintOf(payment));
    const others = [{ amount: usd('500.01') }, { orderId: null }, { on: '2026-03-03' }, { method: 'CASH' }];
    const all = [payment, ...others.map((other) => ({ ...payment, ...other }))].map(fingerprintOf);
    expect(new Set(all).size).toBe(all.length);
  });
});
