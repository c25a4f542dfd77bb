import { caseDecider } from '../../../src/domain/case/decide.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import {
  day,
  enterOrder,
  imposeDebt,
  recordDeath,
  recordRelease,
  registerCase,
  registerDefendant,
  setInterestTerms,
  setPaymentSchedule,
  tomorrow,
} from '../../support/words.ts';

const context = { policies: defaultPolicies };
const given: readonly CaseCommand[] = [
  ...[registerCase('c-1'), registerDefendant('d-1'), imposeDebt('b-1', 'FINE', '5,000.00')],
  enterOrder('o-1', '900.00', { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1' }),
];

/** What each command says, one after the other; those of a case that stands come first, and are not listed. */
function said(...commands: readonly CaseCommand[]): readonly (readonly object[])[] {
  const state = caseDecider.empty();
  const all = [...given, ...commands].map((command) => {
    const { happened } = caseDecider.decide(command, state, context);
    for (const event of happened) caseDecider.evolve(state, event);
    return happened;
  });
  return all.slice(given.length);
}

describe('terms of interest', () => {
  test('are said of an order or of a debt', () => {
    const waived = setInterestTerms('WAIVED', { order: 'o-1' });
    expect(said(waived)[0]).toMatchObject([
      {
        type: 'InterestTermsSet',
        data: { defendantId: 'd-1', orderId: 'o-1', debtId: null, terms: 'WAIVED', limit: null },
      },
    ]);
    const limited = setInterestTerms('STATUTE', { debt: 'b-1', limit: '50.00', endsOn: tomorrow });
    expect(said(limited)[0]).toMatchObject([{ data: { debtId: 'b-1', limit: '50.00', endsOn: tomorrow } }]);
  });

  test('said a second time change nothing; others of the same day do', () => {
    const [waived, civil] = [
      setInterestTerms('WAIVED', { order: 'o-1' }),
      setInterestTerms('CIVIL', { order: 'o-1' }),
    ];
    expect(said(waived, waived, civil).map(({ length }) => length)).toEqual([1, 0, 1]);
  });

  test.each([
    ['neither is named', setInterestTerms('WAIVED', {}), 'obligation-not-one'],
    ['both are named', setInterestTerms('WAIVED', { order: 'o-1', debt: 'b-1' }), 'obligation-not-one'],
    ['no such order', setInterestTerms('WAIVED', { order: 'o-9' }), 'order-not-found'],
    ['no such debt', setInterestTerms('WAIVED', { debt: 'b-9' }), 'debt-not-found'],
    [
      'a limit of nothing',
      setInterestTerms('STATUTE', { order: 'o-1', limit: '0.00' }),
      'amount-not-positive',
    ],
  ])('are refused where %s', (_, command, code) => {
    expect(() => said(command)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a payment schedule', () => {
  const monthly = setPaymentSchedule(tomorrow, { debt: 'b-1', amount: '100.00', every: 'MONTH' });

  test('is a lump sum or instalments', () => {
    expect(said(monthly)[0]).toMatchObject([
      { type: 'PaymentScheduleSet', data: { manner: 'INSTALMENTS', amount: '100.00', every: 'MONTH' } },
    ]);
    expect(said(setPaymentSchedule(tomorrow, { order: 'o-1' }))[0]).toMatchObject([
      { data: { manner: 'LUMP_SUM', firstOn: tomorrow, amount: null, every: null } },
    ]);
    expect(said(monthly, monthly)[1]).toEqual([]);
  });

  test.each([
    ['instalments without an interval', { amount: '5.00' }, 'schedule-incomplete'],
    ['a lump sum with an amount', { amount: '5.00', manner: 'LUMP_SUM' }, 'schedule-incomplete'],
    ['a lump sum with an interval', { every: 'MONTH' }, 'schedule-incomplete'],
    ['instalments of nothing', { amount: '0.00', every: 'MONTH' }, 'amount-not-positive'],
  ] as const)('is refused where it is %s', (_, what, code) => {
    const command = setPaymentSchedule(tomorrow, { order: 'o-1', ...what });
    expect(() => said(command)).toThrow(expect.objectContaining({ code }));
  });
});

describe('release and death', () => {
  test('are recorded once; a death on another day corrects the first', () => {
    const later = recordRelease('d-1', { on: tomorrow });
    expect(said(recordRelease(), recordRelease(), later).map(({ length }) => length)).toEqual([1, 0, 1]);
    const other = recordDeath('d-1', { on: day('2026-05-05') });
    expect(said(recordDeath(), recordDeath(), other).map(({ length }) => length)).toEqual([1, 0, 1]);
  });

  test.each([recordRelease('d-9'), recordDeath('d-9')])('are refused of nobody: $type', (command) => {
    expect(() => said(command)).toThrow(expect.objectContaining({ code: 'defendant-not-registered' }));
  });
});
