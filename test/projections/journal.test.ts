import { entriesOf } from '../../src/projections/journal.ts';
import type { LiabilityRow } from '../../src/projections/liability-row.ts';
import type { Told } from '../../src/projections/told.ts';
import { told } from './memory-rows.ts';

const ref = { orderId: 'o-1', victimId: 'v-1', caseId: 'c-1', defendantId: 'd-1' };
const receipt = { receiptId: 'dcd.1', caseId: 'c-1', defendantId: 'd-1' };

/** The entries in a line each: `debit / credit cents`, with the item before it where it is not the first. */
function entries(event: Told, liability?: Pick<LiabilityRow, 'overpaid' | 'isVacated'>): readonly string[] {
  return entriesOf(event, { liability: liability as LiabilityRow | undefined }).map(
    ({ item, debit, credit, amount }) =>
      `${item === 0 ? '' : `${String(item)}: `}${debit} / ${credit} ${String(amount)}`,
  );
}

describe('the journal', () => {
  test.each<[string, Told, readonly string[]]>([
    [
      'what a court ordered is owed',
      told('LiabilityImposed', { ...ref, amount: '100.00' }),
      ['receivable / ordered 10000'],
    ],
    [
      'a payment is money that belongs to nobody yet',
      told('PaymentReceived', { ...receipt, amount: '50.00' }),
      ['cash / unapplied 5000'],
    ],
    [
      'what is credited is the victim’s, and is owed no more',
      told('RecoveryCredited', { ...ref, receiptId: 'dcd.1', offered: '50.00', accepted: '40.00' }),
      ['unapplied / victim-payable 4000', 'satisfied / receivable 4000'],
    ],
    [
      'a tender that was not accepted moves nothing',
      told('RecoveryCredited', { ...ref, receiptId: 'dcd.1', offered: '50.00', accepted: '0.00' }),
      [],
    ],
    [
      'excess is held for the payor',
      told('ExcessHeld', { amount: '10.00' }),
      ['unapplied / refund-payable 1000'],
    ],
    ['a refund leaves', told('RefundMade', { amount: '10.00' }), ['refund-payable / cash 1000']],
    [
      'a returned payment leaves, out of what was held and what the reversals bring back',
      told('PaymentReturned', { amount: '50.00', excess: '10.00', refunded: '0.00' }),
      ['unapplied / cash 4000', 'refund-payable / cash 1000'],
    ],
    [
      'what is paid out leaves',
      told('RestitutionDisbursed', { amount: '7.33' }),
      ['victim-payable / cash 733'],
    ],
    ['and comes back', told('DisbursementReturned', { amount: '7.33' }), ['cash / victim-payable 733']],
    [
      'what is set aside is owed no more',
      told('LiabilityVacated', { ...ref, amount: '60.00' }),
      ['vacated / receivable 6000'],
    ],
    [
      'each liability that ended is an item of its own',
      told('LiabilitiesTerminated', {
        victimId: 'v-1',
        liabilities: [{ amount: '1.00' }, { amount: '2.00' }],
      }),
      ['terminated / receivable 100', '1: terminated / receivable 200'],
    ],
    [
      'and may be owed again',
      told('LiabilitiesReinstated', { victimId: 'v-1', liabilities: [{ amount: '1.00' }] }),
      ['receivable / terminated 100'],
    ],
    ['an order alone moves nothing', told('OrderEntered', { lines: [{ amount: '100.00' }] }), []],
  ])('%s', (_, event, expected) => {
    expect(entries(event)).toEqual(expected);
  });

  describe('of an amendment', () => {
    const amendment = {
      ...ref,
      ...{ amountBefore: '100.00', outstandingBefore: '40.00', terminatedBefore: '0.00' },
      ...{ outstandingAfter: '0.00', terminatedAfter: '0.00' },
    };

    test('takes back what is no longer ordered, and counts what was paid too much', () => {
      const event = told('LiabilityAmended', { ...amendment, amount: '50.00', overpaid: '10.00' });
      expect(entries(event)).toEqual(['ordered / receivable 4000', 'ordered / overpaid 1000']);
    });

    test('that orders more makes more owed', () => {
      const event = told('LiabilityAmended', {
        ...amendment,
        ...{ amount: '120.00', outstandingAfter: '60.00', overpaid: '0.00' },
      });
      expect(entries(event)).toEqual(['receivable / ordered 2000']);
    });

    test('lets what was paid too much count again', () => {
      const event = told('LiabilityAmended', {
        ...ref,
        ...{ amountBefore: '50.00', outstandingBefore: '0.00', terminatedBefore: '0.00' },
        ...{ amount: '70.00', outstandingAfter: '10.00', terminatedAfter: '0.00', overpaid: '0.00' },
      });
      expect(entries(event)).toEqual(['receivable / ordered 1000', 'overpaid / ordered 1000']);
    });
  });

  describe('of a recovery that is reversed', () => {
    const event = told('RecoveryReversed', { ...ref, receiptId: 'dcd.1', amount: '30.00' });
    const money = 'victim-payable / unapplied 3000';

    test('makes it owed again', () => {
      expect(entries(event, { overpaid: 0n as never, isVacated: 0 })).toEqual([
        money,
        'receivable / satisfied 3000',
      ]);
    });

    test('makes only that owed again which was not paid too much', () => {
      expect(entries(event, { overpaid: 1000n as never, isVacated: 0 })).toEqual([
        money,
        'receivable / satisfied 2000',
        'overpaid / satisfied 1000',
      ]);
    });

    test('makes nothing owed again under an order that was set aside', () => {
      expect(entries(event, { overpaid: 0n as never, isVacated: 1 })).toEqual([
        money,
        'vacated / satisfied 3000',
      ]);
    });

    test('cannot be told of a liability that was never imposed', () => {
      expect(() => entries(event)).toThrow('never imposed');
    });
  });

  test('counts the lines of each item', () => {
    const event = told('RecoveryCredited', { ...ref, receiptId: 'dcd.1', offered: '5.00', accepted: '5.00' });
    expect(entriesOf(event, { liability: undefined }).map(({ item, line }) => [item, line])).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });
});
