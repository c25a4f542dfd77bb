import fc from 'fast-check';
import { lossCategories } from '../../../src/domain/statutes/18-usc-2259-c-2-losses.ts';
import { allLossHeads } from '../../../src/domain/statutes/loss-heads.ts';
import type { RestitutionStatute } from '../../../src/domain/statutes/restitution-statutes.ts';
import { findingFor } from '../../../src/domain/victim/state.ts';
import { dollars, modelOf, pays, propertyCents, sections } from '../statutes/restitution-model.ts';
import { findingUnder, found } from '../statutes/worked.ts';
import { caseId, determineLoss, today, tomorrow, usd, victimId } from '../../support/words.ts';
import { registered, spec } from './words.ts';

const known = spec.after(registered);
const heads = { PROPERTY: '600.00', FUNERAL_SERVICES: '400.00' };
const finding = findingUnder('3663A', { amount: '1000.00', heads });

describe('a finding that names its statute', () => {
  test('is recorded with it, and with the values that its heads were reckoned from', () => {
    const PROPERTY = { amount: '2.00', valueAtLoss: '2.00', valueAtSentencing: '1.00' };
    known.when(findingUnder('3663', { amount: '2.00', projected: '0.50', heads: { PROPERTY } })).then({
      type: 'LossDetermined',
      data: {
        ...{ victimId: 'v-1', caseId: 'c-1', category: 'OTHER', amount: '2.00' },
        ...{ statute: '18 U.S.C. 3663', projected: '0.50' },
        heads: [{ head: 'PROPERTY', amount: '2.00', valueAtLoss: '2.00', valueAtSentencing: '1.00' }],
      },
    });
  });

  test('told twice is recorded once; under another statute it is another', () => {
    const recorded = known.and(finding);
    recorded.when(finding).thenNothing();
    const other = findingUnder('3663', { amount: '1000.00', heads });
    expect(recorded.when(other).decided().happened).toHaveLength(1);
  });

  test('names the answer by which attorneys’ fees were taken for a loss', () => {
    const fees = findingUnder('3663A', { amount: '9.00', heads: { ATTORNEYS_FEES_AND_COSTS: '9.00' } });
    const under = known.under({ 'P-11': 'ALSO_WHERE_NOT_NAMED' });
    expect(under.when(fees).decided().happened).toMatchObject([{ data: { policyVersion: 0 } }]);
    expect(under.when(finding).decided().happened[0]?.data).not.toHaveProperty('policyVersion');
  });

  test('is what an order under its statute is held against, and under no other', () => {
    const { state } = known.and(finding, findingUnder('2248', { amount: '50.00' }));
    const under = (statute: RestitutionStatute) =>
      findingFor(
        state,
        { caseId: caseId('c-1'), victimId: victimId('v-1') },
        { statute, track: 'FULL_AMOUNT' },
      );
    expect(under('18 U.S.C. 3663A')).toBe(usd('1,000.00'));
    expect(under('18 U.S.C. 2248')).toBe(usd('50.00'));
    expect(under('18 U.S.C. 2264')).toBeUndefined();
  });
});

describe('a finding that names no statute', () => {
  test('is recorded as it always was', () => {
    known.when(determineLoss('c-1', '9,500.00')).then({
      type: 'LossDetermined',
      data: { victimId: 'v-1', caseId: 'c-1', category: 'TRAFFICKING', amount: '9500.00', heads: [] },
    });
  });

  test('has the heads of section 2259(c)(2), and no others', () => {
    const funeral = [{ head: 'FUNERAL_SERVICES', amount: usd('1.00') }] as const;
    known
      .when(determineLoss('c-1', '1.00', { category: 'OTHER', heads: funeral }))
      .thenRefused('head-not-in-statute', '/heads/0/head');
  });

  test('is held against an order under any statute of its category', () => {
    const { state } = known.and(determineLoss('c-1', '70.00', { category: 'OTHER', on: today }), {
      ...finding,
      on: tomorrow,
    });
    const under = (statute: RestitutionStatute) =>
      findingFor(
        state,
        { caseId: caseId('c-1'), victimId: victimId('v-1') },
        { statute, track: 'FULL_AMOUNT' },
      );
    expect([under('18 U.S.C. 2327'), under('18 U.S.C. 3663A')]).toEqual([usd('70.00'), usd('1,000.00')]);
  });
});

interface Any {
  readonly section: Parameters<typeof found>[0];
  readonly head: (typeof allLossHeads)[number];
  readonly category: (typeof lossCategories)[number];
  readonly fees: 'ONLY_WHERE_NAMED' | 'ALSO_WHERE_NOT_NAMED';
  readonly values: readonly [number, number, number] | null;
  readonly amount: number;
  readonly isReckoned: boolean;
  readonly projected: number | null;
}

const cents = fc.integer({ min: 0, max: 5_000_000 });
const anyFinding: fc.Arbitrary<Any> = fc.record({
  section: fc.constantFrom(...(sections as readonly Any['section'][])),
  head: fc.constantFrom(...allLossHeads),
  category: fc.constantFrom(...lossCategories),
  fees: fc.constantFrom('ONLY_WHERE_NAMED', 'ALSO_WHERE_NOT_NAMED'),
  values: fc.option(fc.tuple(cents, cents, cents)),
  amount: cents,
  isReckoned: fc.boolean(),
  projected: fc.option(cents),
});

/** What the court states: the figure of the model, or any other amount. */
function statedIn({ head, values, amount, isReckoned }: Any): number {
  return values !== null && head === 'PROPERTY' && isReckoned ? propertyCents(...values) : amount;
}

/** Whether the model finds the values to come to what is stated. */
function isReckonedRight(any: Any): boolean {
  if (any.values === null) return true;
  return any.head === 'PROPERTY' && propertyCents(...any.values) === statedIn(any);
}

/** Whether the model lets the part be still to come. */
function isFutureRight({ section, projected }: Any, stated: number): boolean {
  if (projected === null || projected === 0) return true;
  return modelOf(section).future && projected <= stated;
}

function isSound(any: Any): boolean {
  const { section, head, category, fees } = any;
  const isPaid = pays(section, head, { fees: fees === 'ALSO_WHERE_NOT_NAMED' });
  const isOfItsKind = (section === '2259') !== (category === 'OTHER');
  return isPaid && isOfItsKind && isReckonedRight(any) && isFutureRight(any, statedIn(any));
}

/** The court's finding in full. */
function written(
  { head, values, category, fees, projected }: Any,
  stated: number,
): Parameters<typeof found>[1] {
  const [valueAtLoss, valueAtSentencing, valueReturned] = (values ?? []).map(dollars);
  const reckoned = { valueAtLoss, valueAtSentencing, valueReturned } as Record<string, string>;
  const under = { amount: dollars(stated), ...(values !== null && reckoned) };
  const finding = { amount: dollars(stated), heads: { [head]: under }, category, fees };
  return projected === null ? finding : { ...finding, projected: dollars(projected) };
}

test('of any finding, what the statute cannot mean is refused, and all else is recorded to the cent', () => {
  fc.assert(
    fc.property(anyFinding, (any) => {
      const stated = statedIn(any);
      const answer = found(any.section, written(any, stated));
      expect(answer).toMatch(isSound(any) ? `recorded ${dollars(stated)}` : /^refused /);
    }),
    { numRuns: 1_000, seed: 11 },
  );
});
