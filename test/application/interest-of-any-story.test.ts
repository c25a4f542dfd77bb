/** Interest that counts (P-10), in any story of two cases: nobody is charged above the cap, and it is the same however it is stored. */
import fc from 'fast-check';
import type { Command } from '../../src/domain/commands.ts';
import { parseBalance } from '../../src/domain/money.ts';
import {
  day,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  review,
  setPolicy,
  victimId,
} from '../support/words.ts';
import { judgment, told } from './interest-world.ts';

/** One victim, and two cases, each with a defendant who bears interest; the second has one more, who bears none. */
const opening: readonly Command[] = [
  ...[registerVictim('v-1'), registerCase('c-1'), registerCase('c-2'), recordYield('2026-03-13', '4.05')],
  ...[registerDefendant('d-1'), registerDefendant('d-2'), registerDefendant('d-3', { caseId: 'c-2' })],
  determineLoss('c-1', '10,300.00', { on: judgment }),
  enterOrder('o-1', { 'v-1': '6,000.00' }, { on: judgment }),
  enterOrder('o-2', { 'v-1': '4,000.00' }, { on: judgment }),
  enterOrder('o-3', { 'v-1': '3,000.00' }, { caseId: 'c-2', defendantId: 'd-3', on: judgment }),
  makeFinal('o-1', { on: judgment }),
];

const monthOf = fc.integer({ min: 1, max: 12 });
const dayOf = (month: number, at = 17) => day(`2027-${String(month).padStart(2, '0')}-${String(at)}`);

const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      to: fc.constantFrom(1, 2, 3),
      cents: fc.integer({ min: 1, max: 650_000 }),
      month: monthOf,
    }),
  },
  { weight: 2, arbitrary: fc.record({ back: fc.nat(7), month: monthOf }) },
  { weight: 1, arbitrary: fc.record({ out: fc.integer({ min: 1, max: 300_000 }), month: monthOf }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer Each> ? Each : never;

const cents = (amount: number): string =>
  `${String(Math.trunc(amount / 100))}.${String(amount % 100).padStart(2, '0')}`;

/** What cannot be true is refused everywhere, and left out: a return of what never came, or before it did. */
function commandsOf(deeds: readonly Deed[]): readonly Command[] {
  const came = new Map<number, number>();
  const back = new Set<number>();
  return deeds.flatMap((each, at): readonly Command[] => {
    if ('to' in each) {
      came.set(at, each.month);
      const caseId = each.to === 1 ? 'c-1' : 'c-2';
      return [
        recordPayment(`dcd.${String(at)}`, cents(each.cents), {
          to: `o-${String(each.to)}`,
          caseId,
          on: dayOf(each.month),
        }),
      ];
    }
    if ('out' in each) return [disburse(`p-${String(at)}`, cents(each.out), { on: dayOf(each.month) })];
    const month = came.get(each.back);
    if (month === undefined || back.has(each.back)) return [];
    back.add(each.back);
    return [returnPayment(`dcd.${String(each.back)}`, { on: dayOf(Math.max(month, each.month), 20) })];
  });
}

const deeds = fc.array(deed, { minLength: 2, maxLength: 8 }).map(commandsOf);
const end = day('2028-01-01');

async function victimIn({ queries }: Awaited<ReturnType<typeof told>>) {
  const seen = (await queries.victim(victimId('v-1'), { asOf: end }))!;
  const { received, recovered, interest, interestCounted, overRecovery, isReviewDue } = seen;
  return { received, recovered, interest, interestCounted, overRecovery, isReviewDue };
}

describe('interest that counts, in any story', () => {
  test('never takes the victim above the cap, and all of it is received', async () => {
    const counts = setPolicy('P-10', 'COUNTS', { on: judgment });
    await fc.assert(
      fc.asyncProperty(deeds, async (story) => {
        const all = await told([...opening, counts, ...story]);
        const seen = await victimIn(all);
        expect(parseBalance(seen.received)).toBeLessThanOrEqual(10_300_00n);
        expect(seen).toMatchObject({
          interestCounted: seen.interest,
          overRecovery: '0.00',
          isReviewDue: false,
        });
        const inSteps = await told([...opening, counts, ...story], false);
        expect(await victimIn(inSteps)).toEqual(seen);
        expect(inSteps.moved).toEqual(all.moved);
      }),
      { numRuns: 40, seed: 20181207 },
    );
  });

  test('that was credited before it counts is told whole, once, and what is decided is what is shown', async () => {
    const received = fc.constantFrom('PAID_THROUGH_COURT', 'DISBURSED', 'CLEARED');
    await fc.assert(
      fc.asyncProperty(deeds, received, async (before, answer) => {
        const since = setPolicy('P-10', 'COUNTS', { on: end });
        const asked = [setPolicy('P-05', answer, { on: judgment }), since];
        const all = await told([...opening, ...before, ...asked, review('v-1', { on: end })]);
        const seen = await victimIn(all);
        expect(seen).toMatchObject({ interestCounted: seen.interest, isReviewDue: false });
        const again = await told([
          ...opening,
          ...before,
          ...asked,
          review('v-1', { on: end }),
          review('v-1', { on: end }),
        ]);
        expect([await victimIn(again), again.moved]).toEqual([seen, all.moved]);
      }),
      { numRuns: 40, seed: 20181207 },
    );
  });
});
