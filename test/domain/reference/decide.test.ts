import { referenceDecider } from '../../../src/domain/reference/decide.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { recordYield } from '../../support/words.ts';

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
