import type { ImposeDebt } from '../../../src/domain/debt/commands.ts';
import {
  day,
  imposeDebt,
  remitDebt,
  setOrderOfPayment,
  text,
  tomorrow,
  usd,
  vacateDebt,
  yesterday,
} from '../../support/words.ts';
import { known } from './words.ts';

const b1 = { debtId: 'b-1', caseId: 'c-1', defendantId: 'd-1' } as const;
const fined = known.and(imposeDebt('b-1', 'FINE', '1,000.00'));

describe('a debt beside restitution', () => {
  test('is recorded as the court imposed it, once', () => {
    known.when(imposeDebt('b-1', 'FINE', '1,000.00')).then({
      type: 'DebtImposed',
      data: { ...b1, kind: 'FINE', amount: '1000.00', offenceOn: '2021-05-04' },
    });
    fined.when(imposeDebt('b-1', 'FINE', '1,000.00')).thenNothing();
    fined.when(imposeDebt('b-1', 'FINE', '900.00')).thenRefused('debt-imposed-differently', '/debtId');
    fined.when(imposeDebt('b-1', 'COSTS', '1,000.00')).thenRefused('debt-imposed-differently', '/debtId');
  });

  test('is of a defendant of the case, of some amount, and after the offence', () => {
    known
      .when(imposeDebt('b-1', 'FINE', '1.00', { by: 'd-9' }))
      .thenRefused('defendant-not-registered', '/defendantId');
    known.when(imposeDebt('b-1', 'FINE', '0.00')).thenRefused('amount-not-positive', '/amount');
    known
      .when(imposeDebt('b-1', 'FINE', '1.00', { offenceOn: tomorrow }))
      .thenRefused('entered-before-offence', '/on');
  });

  test('as an assessment is what counts can add up to', () => {
    known
      .when(imposeDebt('b-1', 'ASSESSMENT_3013', '101.00'))
      .thenRefused('not-an-assessment-of-the-section', '/amount');
    known
      .when(imposeDebt('b-1', 'ASSESSMENT_3014', '4,999.99'))
      .thenRefused('not-an-assessment-of-the-section', '/amount');
    known
      .when(imposeDebt('b-1', 'ASSESSMENT_3014', '5,000.00', { offenceOn: day('2015-05-28') }))
      .thenRefused('not-an-assessment-of-the-section', '/amount');
  });

  test('as community restitution is no more than the fine that may be ordered', () => {
    const community = (amount: string, fine: string | null) =>
      imposeDebt('b-1', 'COMMUNITY_RESTITUTION', amount, { greatestFine: fine === null ? null : usd(fine) });
    known.when(community('5,000.01', '5,000.00')).thenRefused('above-greatest-fine', '/amount');
    expect(known.and(community('5,000.00', '5,000.00')).state.debts.get(b1.debtId as never)?.imposed).toBe(
      usd('5,000.00'),
    );
    expect(known.and(community('9,000.00', null)).state.debts.get(b1.debtId as never)?.imposed).toBe(
      usd('9,000.00'),
    );
  });
});

describe('a remission', () => {
  const remitted = (amount: string) => ({
    type: 'DebtRemitted',
    data: { ...b1, kind: 'FINE', amount: text(amount), citation: '18 U.S.C. 3573' },
  });

  test('ends so much of what is unpaid, and no more', () => {
    fined.when(remitDebt('b-1', '400.00')).then(remitted('400.00'));
    fined.and(remitDebt('b-1', '400.00')).when(remitDebt('b-1', '600.00')).then(remitted('600.00'));
    fined
      .and(remitDebt('b-1', '400.00'))
      .when(remitDebt('b-1', '600.01'))
      .thenRefused('remission-exceeds-debt', '/amount');
  });

  test('is of a fine or an assessment that is there', () => {
    fined.when(remitDebt('b-2', '1.00')).thenRefused('debt-not-found', '/debtId');
    known
      .and(imposeDebt('b-1', 'COSTS', '70.00'))
      .when(remitDebt('b-1', '1.00'))
      .thenRefused('not-remissible', '/debtId');
    fined.when(remitDebt('b-1', '1.00', { on: yesterday })).thenRefused('changed-before-imposed', '/on');
    fined.when(remitDebt('b-1', '0.00')).thenRefused('amount-not-positive', '/amount');
  });
});

test('a debt that is set aside is owed no more; what was paid stays paid', () => {
  const half = fined.and(remitDebt('b-1', '400.00'));
  half.when(vacateDebt('b-1', { on: tomorrow })).then({
    type: 'DebtVacated',
    data: { ...b1, kind: 'FINE', amount: '600.00' },
  });
  half
    .and(vacateDebt('b-1'))
    .when(vacateDebt('b-1', { on: tomorrow }))
    .thenNothing();
  fined.when(vacateDebt('b-1', { on: yesterday })).thenRefused('changed-before-imposed', '/on');
});

test('a judgment ranks each obligation once', () => {
  const ranked = setOrderOfPayment(['FINE', 'RESTITUTION_2259']);
  const { caseId, defendantId } = b1;
  known.when(ranked).then({
    type: 'OrderOfPaymentSet',
    data: { caseId, defendantId, obligations: ['FINE', 'RESTITUTION_2259'] },
  });
  known.and(ranked).when(ranked).thenNothing();
  known.when(setOrderOfPayment(['FINE', 'FINE'])).thenRefused('obligation-named-twice', '/obligations');
});

describe('an assessment under 18 U.S.C. 2259A', () => {
  const assess = (
    amount: string,
    limits: Partial<Pick<ImposeDebt, 'assessedOffence' | 'adjustedCeiling'>> = {},
  ) => imposeDebt('b-1', 'ASSESSMENT_2259A', amount, { offenceOn: day('2019-06-01'), ...limits });

  test.each([
    ['POSSESSION', '17,000.00', '17,000.01'],
    ['OTHER_TRAFFICKING', '35,000.00', '35,000.01'],
    ['PRODUCTION', '50,000.00', '50,000.01'],
  ] as const)('for %s is at most %s', (assessedOffence, most, above) => {
    known.when(assess(above, { assessedOffence })).thenRefused('above-assessment-ceiling', '/amount');
    const { happened } = known.when(assess(most, { assessedOffence })).decided();
    expect(happened.map(({ data }) => data)).toMatchObject([{ amount: text(most), assessedOffence }]);
  });

  test('is held to the ceiling as adjusted, where one is given (P-41)', () => {
    const adjusted = { assessedOffence: 'POSSESSION', adjustedCeiling: usd('21,500.00') } as const;
    known.when(assess('21,500.01', adjusted)).thenRefused('above-assessment-ceiling', '/amount');
    expect(known.when(assess('21,500.00', adjusted)).decided().happened).toHaveLength(1);
    known
      .when(assess('5.00', { adjustedCeiling: usd('21,500.00') }))
      .thenRefused('ceiling-without-offence', '/adjustedCeiling');
  });

  test('is held to the ceiling as published, where one is, and to the judgment’s before it (P-41)', () => {
    const published = [
      { offence: 'POSSESSION', from: day('2020-01-01'), amount: usd('18,250.37') },
      { offence: 'PRODUCTION', from: day('2020-01-01'), amount: usd('60,000.00') },
    ] as const;
    const told = (amount: string, limits: Partial<Pick<ImposeDebt, 'adjustedCeiling'>> = {}) => ({
      ...assess(amount, { assessedOffence: 'POSSESSION', ...limits }),
      published,
    });
    known.when(told('18,250.38')).thenRefused('above-assessment-ceiling', '/amount');
    expect(known.when(told('18,250.37')).decided().happened).toHaveLength(1);
    const adjustedCeiling = usd('18,300.00');
    expect(known.when(told('18,300.00', { adjustedCeiling })).decided().happened).toHaveLength(1);
    const enacted = known.under({ 'P-41': 'AS_ENACTED' });
    enacted.when(told('17,000.01')).thenRefused('above-assessment-ceiling', '/amount');
    expect(enacted.when(told('17,000.00')).decided().happened).toHaveLength(1);
    expect(enacted.when(told('18,300.00', { adjustedCeiling })).decided().happened).toHaveLength(1);
  });

  test('whose offence is not told is recorded as the court wrote it', () => {
    const { happened } = known.when(assess('90,000.00')).decided();
    expect(happened).toHaveLength(1);
    expect(happened[0]?.data).not.toHaveProperty('assessedOffence');
  });

  test('is what alone has such an offence', () => {
    known
      .when(imposeDebt('b-1', 'FINE', '5.00', { assessedOffence: 'PRODUCTION' }))
      .thenRefused('not-an-assessment', '/assessedOffence');
  });
});
