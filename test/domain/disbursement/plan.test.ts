import fc from 'fast-check';
import type { PayeeFound } from '../../../src/domain/disbursement/payee.ts';
import { planFor, type HeldFor } from '../../../src/domain/disbursement/plan.ts';
import { formatMoney, money, noMoney, sum } from '../../../src/domain/money.ts';
import type { RepresentativeId } from '../../../src/domain/ids.ts';
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { termsOn } from '../../../src/domain/disbursement/terms.ts';
import { caseId, today, usd, victimId } from '../../support/words.ts';

const terms = termsOn([], today);
const guardian = 'h-1' as RepresentativeId;

const share = (held: string, more: Partial<HeldFor> = {}): HeldFor => ({
  ...{ victimId: victimId('v-1'), caseId: caseId('c-1'), held: usd(held) },
  ...{ onHold: noMoney, onAppeal: noMoney, cameBack: noMoney, forFund: noMoney, isMixed: false },
  ...{ payee: { representativeId: undefined }, isLast: () => false },
  ...more,
});

/** What is paid, as payee and amount, and what is kept, as reason and amount. */
const planned = (of: HeldFor, policies: Partial<Policies> = {}) => {
  const { payments, kept } = planFor(of, { terms, policies: { ...defaultPolicies, ...policies } });
  return {
    paid: payments.map(({ paidTo, representativeId, amount }) => [
      representativeId ?? paidTo,
      formatMoney(amount),
    ]),
    kept: kept.map(({ reason, amount }) => [reason, formatMoney(amount)]),
  };
};

describe('a plan of payments', () => {
  test('pays what has cleared, and says why the rest waits, to the cent', () => {
    const of = share('1000.00', { onHold: usd('300.10'), onAppeal: usd('99.99') });
    expect(planned(of)).toEqual({
      paid: [['VICTIM', '599.91']],
      kept: [
        ['NOT_CLEARED', '300.10'],
        ['APPEAL_PENDING', '99.99'],
      ],
    });
  });

  test.each([
    ['24.99', [], [['BELOW_MINIMUM', '24.99']]],
    ['25.00', [['VICTIM', '25.00']], []],
  ])('keeps less than 25.00 for its payee: %s', (held, paid, kept) => {
    expect(planned(share(held))).toEqual({ paid, kept });
  });

  test('pays less than that as the last payment, and where the minimum is not asked for (P-27)', () => {
    expect(planned(share('7.33', { isLast: () => true })).paid).toEqual([['VICTIM', '7.33']]);
    expect(planned(share('0.01'), { 'P-27': 'NO_MINIMUM' }).paid).toEqual([['VICTIM', '0.01']]);
  });

  test('calls no payment the last while other money of the victim waits', () => {
    const of = share('30.00', { onHold: usd('20.00'), isLast: () => true });
    expect(planned(of).kept).toEqual([
      ['NOT_CLEARED', '20.00'],
      ['BELOW_MINIMUM', '10.00'],
    ]);
  });

  test('keeps what came back, or pays it again (P-28)', () => {
    const of = share('150.00', { cameBack: usd('100.00') });
    expect(planned(of)).toEqual({ paid: [['VICTIM', '50.00']], kept: [['CAME_BACK', '100.00']] });
    expect(planned(of, { 'P-28': 'PAY_AGAIN' }).paid).toEqual([['VICTIM', '150.00']]);
  });

  test('pays the Crime Victims Fund what was assigned, and whoever acts for the victim the rest', () => {
    const of = share('100.00', { forFund: usd('60.00'), payee: { representativeId: guardian } });
    expect(planned(of).paid).toEqual([
      ['h-1', '40.00'],
      ['CRIME_VICTIMS_FUND', '60.00'],
    ]);
  });

  test('pays nobody where it is not known whom, and nothing where more has gone out than came in', () => {
    expect(planned(share('80.00', { payee: 'SEVERAL_HEIRS' })).kept).toEqual([['SEVERAL_HEIRS', '80.00']]);
    expect(planned(share('80.00', { isMixed: true })).kept).toEqual([['ASSIGNMENT_NOT_MEASURED', '80.00']]);
    const overdrawn = share('0.00', { held: money(-5_000n) });
    expect(planned(overdrawn)).toEqual({ paid: [], kept: [['PAID_TOO_MUCH', '-50.00']] });
  });

  test('always has the sum of what is held', () => {
    const cents = fc.bigInt({ min: 0n, max: 20_000n }).map(money);
    const payees = fc.constantFrom<PayeeFound>(
      { representativeId: undefined },
      { representativeId: guardian },
      'PAYOUT_HELD',
    );
    const shares = fc.record({
      victimId: fc.constant(victimId('v-1')),
      caseId: fc.constant(caseId('c-1')),
      held: fc.bigInt({ min: -20_000n, max: 20_000n }).map(money),
      ...{ onHold: cents, onAppeal: cents, cameBack: cents, forFund: cents, isMixed: fc.boolean() },
      payee: payees,
      isLast: fc.boolean().map((is) => () => is),
    });
    const answers = fc.record({
      'P-27': fc.constantFrom('MINIMUM_WITH_EARMARK' as const, 'NO_MINIMUM' as const),
      'P-28': fc.constantFrom('EARMARK' as const, 'PAY_AGAIN' as const),
    });
    fc.assert(
      fc.property(shares, answers, (of, policies) => {
        const { payments, kept } = planFor(of, { terms, policies: { ...defaultPolicies, ...policies } });
        expect(sum([...payments, ...kept].map(({ amount }) => amount))).toBe(of.held);
        expect(payments.every(({ amount }) => amount > noMoney)).toBe(true);
        expect(sum(payments.map(({ amount }) => amount)) <= (of.held > noMoney ? of.held : noMoney)).toBe(
          true,
        );
      }),
    );
  });
});
