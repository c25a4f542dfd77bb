import { referenceDecider } from '../../../src/domain/reference/decide.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import type { CeilingSource } from '../../../src/domain/reference/events.ts';
import type { ReferenceCommand } from '../../../src/domain/reference/commands.ts';
import { specify } from '../../support/given.ts';
import { recordYield, today, tomorrow, usd } from '../../support/words.ts';

const context = { policies: defaultPolicies };

describe('a published yield', () => {
  test('is recorded for its week, once, and corrected by a later figure', () => {
    const state = referenceDecider.empty();
    const said = ['4.05', '4.05', '4.10'].map((rate) => {
      const { happened } = referenceDecider.decide(recordYield('2026-03-13', rate), state, context);
      for (const event of happened) referenceDecider.evolve(state, event);
      return happened;
    });
    expect(said).toEqual([
      [
        {
          type: 'TreasuryYieldPublished',
          effectiveOn: '2026-03-13',
          data: { weekEndingOn: '2026-03-13', rate: '4.05', source: 'H15' },
        },
      ],
      [],
      [expect.objectContaining({ data: { weekEndingOn: '2026-03-13', rate: '4.10', source: 'H15' } })],
    ]);
  });

  test('is refused where the week does not end on a Friday', () => {
    const state = referenceDecider.empty();
    expect(() => referenceDecider.decide(recordYield('2026-03-14', '4.05'), state, context)).toThrow(
      expect.objectContaining({ code: 'week-not-ending-on-friday' }),
    );
  });
});

describe('a ceiling of assessments', () => {
  const ceiling = (amount: string, source: CeilingSource = 'FEDERAL_REGISTER'): ReferenceCommand => ({
    ...{ type: 'RecordAssessmentCeiling', offence: 'POSSESSION', amount: usd(amount), source, on: today },
  });

  test('is recorded once, and corrected by what is recorded later', () => {
    const data = { offence: 'POSSESSION', amount: '18250.37', source: 'FEDERAL_REGISTER' };
    const set = specify(referenceDecider).after();
    set.when(ceiling('18,250.37')).then({ type: 'AssessmentCeilingPublished', data });
    const recorded = set.and(ceiling('18,250.37'));
    recorded.when(ceiling('18,250.37')).thenNothing();
    const corrected = { ...data, amount: '18250.38' };
    recorded.when(ceiling('18,250.38')).then({ type: 'AssessmentCeilingPublished', data: corrected });
    recorded
      .when(ceiling('18,250.37', 'COURT_TABLE'))
      .then({ type: 'AssessmentCeilingPublished', data: { ...data, source: 'COURT_TABLE' } });
  });

  test('is above nothing', () => {
    specify(referenceDecider).after().when(ceiling('0.00')).thenRefused('amount-not-positive', '/amount');
  });
});

describe('a term on which money is paid out', () => {
  const hold = (days: number, on = today): ReferenceCommand => ({
    type: 'SetHold',
    source: null,
    method: 'CARD',
    days,
    on,
  });
  const terms = (minimum: string, staleAfterMonths: number, on = today): ReferenceCommand => ({
    ...{ type: 'SetPaymentTerms', minimum: usd(minimum), staleAfterMonths, on },
  });

  test('is set, once, and may be set anew for the same day', () => {
    const set = specify(referenceDecider).after(hold(90));
    set.when(hold(90)).thenNothing();
    set.when(hold(60)).then({ type: 'HoldSet', data: { source: null, method: 'CARD', days: 60 } });
    set
      .and(hold(60))
      .when(hold(90))
      .then({ type: 'HoldSet', data: { source: null, method: 'CARD', days: 90 } });
  });

  test('of payments is a minimum and the age of a stale cheque', () => {
    const set = specify(referenceDecider).after(terms('10.00', 12));
    set.when(terms('10.00', 12)).thenNothing();
    set.when(terms('10.00', 12, tomorrow)).then({
      type: 'PaymentTermsSet',
      data: { minimum: '10.00', staleAfterMonths: 12 },
    });
  });
});
