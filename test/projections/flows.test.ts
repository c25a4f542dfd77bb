import { familyBalances } from '../../src/projections/flows.ts';
import { rowsAfter, told } from './memory-rows.ts';

describe('flows', () => {
  test('sum up all entries between two accounts', () => {
    const payments = ['1.00', '2.50'].map((amount, n) =>
      told('PaymentReceived', { receiptId: `dcd.${String(n)}`, caseId: 'c-1', defendantId: 'd-1', amount }),
    );
    expect(rowsAfter(payments).all('flows')).toEqual([{ debit: 'cash', credit: 'unapplied', amount: 350n }]);
  });

  test('within a family leave its balance at nothing', () => {
    const flow = { debit: 'cash', credit: 'unapplied', amount: 350n } as const;
    expect(familyBalances([flow])).toEqual({
      money: 0n,
      claims: 0n,
      debts: 0n,
      accessories: 0n,
      'over-recovery': 0n,
      reserve: 0n,
    });
  });

  test('from one family to the other show', () => {
    const flow = { debit: 'cash', credit: 'receivable', amount: 350n } as const;
    expect(familyBalances([flow])).toEqual({
      money: 350n,
      claims: -350n,
      debts: 0n,
      accessories: 0n,
      'over-recovery': 0n,
      reserve: 0n,
    });
  });
});
