import type { LiabilityRow } from '../../src/projections/liability-row.ts';
import type { Told } from '../../src/projections/told.ts';
import { rowsAfter, told } from './memory-rows.ts';

const ref = { orderId: 'o-1', victimId: 'v-1', caseId: 'c-1', defendantId: 'd-1' };
const imposed = told('LiabilityImposed', { ...ref, track: 'TRAFFICKING', amount: '100.00' }, { position: 1 });
const received = told(
  'PaymentReceived',
  { ...ref, receiptId: 'dcd.1', amount: '60.00', method: 'CHECK' },
  { position: 2 },
);
const credited = told('RecoveryCredited', { ...ref, receiptId: 'dcd.1', accepted: '60.00' }, { position: 3 });
const ended = told(
  'LiabilitiesTerminated',
  { victimId: 'v-1', epoch: 1, citation: '', liabilities: [{ ...ref, amount: '40.00' }] },
  { position: 4 },
);

function liability(...events: readonly Told[]): LiabilityRow {
  return rowsAfter(events).all('liabilities')[0]!;
}

describe('a liability', () => {
  test('is owed whole when it is imposed', () => {
    expect(liability(imposed)).toMatchObject({
      ...{ ...ref, track: 'TRAFFICKING', position: 1, imposedOn: '2026-03-02' },
      ...{ ordered: 100_00n, paid: 0n, outstanding: 100_00n, ground: null, isVacated: 0, ending: null },
    });
  });

  test('is owed less by what is paid, and nothing once it ended by law', () => {
    expect(liability(imposed, received, credited)).toMatchObject({ paid: 60_00n, outstanding: 40_00n });
    expect(liability(imposed, received, credited, ended)).toMatchObject({
      ...{ paid: 60_00n, outstanding: 0n, terminated: 40_00n, ending: 4 },
    });
  });

  test('is owed again when it is reinstated', () => {
    const reinstated = told(
      'LiabilitiesReinstated',
      { victimId: 'v-1', epoch: 1, citation: '', liabilities: [{ ...ref, amount: '40.00' }] },
      { position: 5 },
    );
    expect(liability(imposed, received, credited, ended, reinstated)).toMatchObject({
      ...{ outstanding: 40_00n, terminated: 0n, ending: null },
    });
  });

  test('is final on its last ground', () => {
    const grounds = ['ENTRY_OF_JUDGMENT', 'DIRECT_REVIEW_DONE'].map((ground) =>
      told('LiabilityBecameFinal', { ...ref, ground }),
    );
    expect(liability(imposed, ...grounds).ground).toBe('DIRECT_REVIEW_DONE');
  });

  test('under an order that was set aside is owed no more, and its payments stay paid', () => {
    const vacated = told('LiabilityVacated', { ...ref, amount: '40.00' });
    expect(liability(imposed, received, credited, vacated)).toMatchObject({
      ...{ isVacated: 1, vacated: 40_00n, paid: 60_00n, outstanding: 0n },
    });
  });

  test.each<[string, readonly Told[], string]>([
    ['was never imposed', [received, credited], 'never imposed'],
    ['is imposed a second time', [imposed, imposed], 'a second time'],
    [
      'is paid above what is owed',
      [
        imposed,
        told('PaymentReceived', { ...ref, receiptId: 'dcd.1', amount: '600.00' }),
        told('RecoveryCredited', { ...ref, receiptId: 'dcd.1', accepted: '600.00' }),
      ],
      'does not add up',
    ],
    [
      'is amended from another amount than was ordered',
      [
        imposed,
        told('LiabilityAmended', {
          ...ref,
          amountBefore: '90.00',
          amount: '80.00',
          outstandingBefore: '90.00',
          outstandingAfter: '80.00',
          terminatedBefore: '0.00',
          terminatedAfter: '0.00',
          overpaid: '0.00',
        }),
      ],
      'another amount',
    ],
  ])('that %s stops the telling', (_, events, why) => {
    expect(() => rowsAfter(events)).toThrow(why);
  });
});
