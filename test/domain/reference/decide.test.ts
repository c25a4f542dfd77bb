import { referenceDecider } from '../../../src/domain/reference/decide.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
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
