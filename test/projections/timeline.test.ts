import { momentsOf } from '../../src/projections/timeline.ts';
import type { Told } from '../../src/projections/told.ts';
import { told } from './memory-rows.ts';

const ref = { orderId: 'o-1', victimId: 'v-1', caseId: 'c-1', defendantId: 'd-1' };

function amountOf(type: Told['type'], data: object): bigint | null | undefined {
  return momentsOf(told(type, data))[0]?.amount;
}

describe('the timeline', () => {
  test('says whom an event concerns, as far as the event does', () => {
    const event = told(
      'RecoveryCredited',
      { ...ref, receiptId: 'dcd.1', offered: '5.00', accepted: '4.00' },
      { position: 7 },
    );
    expect(momentsOf(event)).toEqual([
      {
        ...{ position: 7, item: 0, type: 'RecoveryCredited', effectiveOn: '2026-03-02' },
        ...{ recordedAt: '2026-03-02T12:00:00.000Z', ...ref, receiptId: 'dcd.1', amount: 400n },
      },
    ]);
    const { caseId, victimId, defendantId, orderId, receiptId } = momentsOf(told('PolicySet', {}))[0]!;
    expect([caseId, victimId, defendantId, orderId, receiptId]).toEqual([null, null, null, null, null]);
  });

  test('tells of each liability that ended in a row of its own', () => {
    const liabilities = ['o-1', 'o-2'].map((orderId) => ({
      orderId,
      caseId: 'c-1',
      defendantId: 'd-1',
      amount: '2.00',
    }));
    const moments = momentsOf(told('LiabilitiesTerminated', { victimId: 'v-1', epoch: 1, liabilities }));
    expect(moments.map(({ item, orderId, victimId, amount }) => [item, orderId, victimId, amount])).toEqual([
      [0, 'o-1', 'v-1', 200n],
      [1, 'o-2', 'v-1', 200n],
    ]);
  });

  test.each<[Told['type'], object, bigint | null]>([
    ['LossDetermined', { amount: '120.00' }, 12000n],
    ['GreatestLossChanged', { greatestLoss: '120.00', previous: null }, 12000n],
    ['GreatestLossChanged', { greatestLoss: null, previous: '120.00' }, null],
    ['FullRecoveryReached', { greatestLoss: '120.00', recovered: '121.00' }, 12100n],
    ['OrderEntered', { lines: [{ amount: '1.00' }, { amount: '2.50' }] }, 350n],
    ['PaymentAllocated', { parts: [{ amount: '1.00' }], unallocated: '2.00' }, 300n],
    ['PaymentApplied', { parts: [{ amount: '1.00' }], excess: '2.00' }, 100n],
    ['LiabilityAmended', { amountBefore: '1.00', amount: '2.00' }, 200n],
    ['VictimRegistered', { victimId: 'v-1' }, null],
  ])('gives %s the amount that a reader would ask for', (type, data, amount) => {
    expect(amountOf(type, data)).toBe(amount);
  });
});
