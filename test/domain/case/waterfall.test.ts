import fc from 'fast-check';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { waterfall, type Claim } from '../../../src/domain/case/waterfall.ts';
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { debtKinds } from '../../../src/domain/statutes/obligations.ts';
import {
  defendantId,
  enterOrder,
  imposeDebt,
  orderId,
  setOrderOfPayment,
  today,
  tomorrow,
  vacateDebt,
} from '../../support/words.ts';
import { inCase, known } from './words.ts';

const images = enterOrder('o-1', { 'v-1': '6,000.00', 'v-2': '3,000.00' }, inCase);
const fraud = enterOrder('o-2', { 'v-3': '500.00' }, { ...inCase, statute: '18 U.S.C. 3663A' });
const everyDebt = debtKinds
  .filter((kind) => kind !== 'ASSESSMENT_2259A')
  .map((kind) => imposeDebt(`b-${kind}`, kind, '5,000.00'));
const assessed = imposeDebt('b-ASSESSMENT_2259A', 'ASSESSMENT_2259A', '5,000.00');

/** A receipt that comes once, for a payor of one case. */
const everything = { reach: null, isAssessed: false } as const;

const nameOf = ({ liability, debt }: Claim): string =>
  liability ? `${liability.orderId}/${liability.victimId}` : (debt?.kind ?? '');

/** Who is paid before whom, after these commands. */
function stepsAfter(
  told: readonly CaseCommand[],
  { order = null, ...answers }: Partial<Policies> & { order?: string | null } = {},
): readonly (readonly string[])[] {
  const { state } = known.and(...told);
  const policies = { ...defaultPolicies, ...answers };
  const paying = {
    defendantId: defendantId('d-1'),
    orderId: order === null ? null : orderId(order),
    on: today,
    policies,
    ...everything,
  };
  return waterfall(state, paying).map((step) => step.map(nameOf));
}

describe('the order in which a defendant’s obligations are paid', () => {
  test('is that of section 3612(c): the special assessment, restitution of all victims, then everything else', () => {
    expect(stepsAfter([images, fraud, ...everyDebt])).toEqual([
      ['ASSESSMENT_3013'],
      ['o-1/v-1', 'o-1/v-2', 'o-2/v-3'],
      ['FINE', 'PENALTY', 'COSTS'],
      ['COMMUNITY_RESTITUTION'],
      ['ASSESSMENT_3014'],
    ]);
  });

  test('is that of section 2259A(d)(2) where such an assessment was imposed', () => {
    expect(stepsAfter([images, fraud, ...everyDebt, assessed])).toEqual([
      ['ASSESSMENT_3013'],
      ['o-1/v-1', 'o-1/v-2'],
      ['ASSESSMENT_2259A'],
      ['COMMUNITY_RESTITUTION', 'o-2/v-3'],
      ['FINE', 'PENALTY', 'COSTS'],
      ['ASSESSMENT_3014'],
    ]);
  });

  test('is the general one again once that assessment was set aside', () => {
    const told = [images, fraud, assessed, vacateDebt('b-ASSESSMENT_2259A')];
    expect(stepsAfter(told)).toEqual([['o-1/v-1', 'o-1/v-2', 'o-2/v-3']]);
  });

  test('is that of the judgment form where P-39 says so', () => {
    expect(stepsAfter([images, fraud, ...everyDebt, assessed], { 'P-39': 'AO_245B' })).toEqual([
      ...[['ASSESSMENT_3013'], ['o-1/v-1', 'o-1/v-2', 'o-2/v-3'], ['ASSESSMENT_2259A'], ['FINE']],
      ...[['COMMUNITY_RESTITUTION'], ['ASSESSMENT_3014'], ['PENALTY'], ['COSTS']],
    ]);
  });

  test('is the judgment’s own where P-39 says so, and the statute’s for what that does not name', () => {
    const told = [images, ...everyDebt, setOrderOfPayment(['FINE', 'RESTITUTION_2259'])];
    expect(stepsAfter(told, { 'P-39': 'COURT_SPECIFIED' }).slice(0, 3)).toEqual([
      ['FINE'],
      ['o-1/v-1', 'o-1/v-2'],
      ['ASSESSMENT_3013'],
    ]);
    expect(stepsAfter(told)[0]).toEqual(['ASSESSMENT_3013']);
    const later = [images, ...everyDebt, setOrderOfPayment(['FINE'], { on: tomorrow })];
    expect(stepsAfter(later, { 'P-39': 'COURT_SPECIFIED' })[0]).toEqual(['ASSESSMENT_3013']);
  });

  test('puts the order that the payor named first, but only among its like', () => {
    const other = enterOrder('o-3', { 'v-4': '3,070.00' }, inCase);
    expect(stepsAfter([images, other, ...everyDebt], { order: 'o-3' }).slice(0, 3)).toEqual([
      ['ASSESSMENT_3013'],
      ['o-3/v-4'],
      ['o-1/v-1', 'o-1/v-2'],
    ]);
  });

  test('leaves out what is paid, and what others owe', () => {
    expect(stepsAfter([images, imposeDebt('b-1', 'FINE', '1.00')], { order: 'o-9' }).flat()).toContain(
      'FINE',
    );
    const { state } = known.and(images);
    const payor = { defendantId: defendantId('d-2'), orderId: null, on: today, policies: defaultPolicies };
    const paying = { ...payor, ...everything };
    expect(waterfall(state, paying)).toEqual([]);
  });
});

describe('those who are paid under orders of restitution', () => {
  const lines = images.lines;
  const [one, two] = [lines[0]!, lines[1]!];
  const mixed = {
    ...images,
    lines: [
      { ...one, payee: 'UNITED_STATES' as const },
      { ...two, payee: 'PROVIDER' as const },
      { ...one, victimId: 'v-3' as never },
      { ...one, victimId: 'v-4' as never, priority: 2 },
    ],
  };

  test('come victims first, as the court ranks them; then providers of compensation, then the United States', () => {
    expect(stepsAfter([mixed])).toEqual([['o-1/v-3'], ['o-1/v-4'], ['o-1/v-2'], ['o-1/v-1']]);
  });

  test('or the United States before providers, by P-25', () => {
    const answers = { 'P-25': 'VICTIMS_UNITED_STATES_PROVIDERS' } as const;
    expect(stepsAfter([mixed], answers)).toEqual([['o-1/v-3'], ['o-1/v-4'], ['o-1/v-1'], ['o-1/v-2']]);
  });
});

test('whatever is owed stands in one step, whatever the answers', () => {
  const answers = fc.record({
    'P-25': fc.constantFrom(
      'VICTIMS_PROVIDERS_UNITED_STATES' as const,
      'VICTIMS_UNITED_STATES_PROVIDERS' as const,
    ),
    'P-39': fc.constantFrom('STATUTE' as const, 'AO_245B' as const, 'COURT_SPECIFIED' as const),
  });
  const imposed = fc.subarray([...debtKinds]);
  fc.assert(
    fc.property(answers, imposed, fc.constantFrom('o-1', 'o-2', null), (given, kinds, order) => {
      const debts = kinds.map((kind) => imposeDebt(`b-${kind}`, kind, '5,000.00'));
      const steps = stepsAfter([images, fraud, ...debts], { ...given, order });
      const all = ['o-1/v-1', 'o-1/v-2', 'o-2/v-3', ...kinds];
      expect([...steps.flat()].sort()).toEqual([...all].sort());
    }),
    { numRuns: 1_000 },
  );
});
