import fc from 'fast-check';
import { refundFor, type HeldForPayor } from '../../../src/domain/disbursement/refund-plan.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { money } from '../../../src/domain/money.ts';
import { caseId, defendantId, receiptId, usd } from '../../support/words.ts';

const plain: HeldForPayor = {
  ...{ receiptId: receiptId('dcd.1'), caseId: caseId('c-1'), defendantId: defendantId('d-1') },
  ...{ held: usd('50.00'), cameBack: usd('0.00'), awaitsCourt: false, isCleared: true },
  ...{ isOfSurety: false, hasPayorDied: false, awaitsYield: false, owes: () => false },
};

test('what is held of a receipt goes back whole, however little it is', () => {
  expect(refundFor(plain, defaultPolicies)).toEqual({ refund: usd('50.00'), kept: [] });
  expect(refundFor({ ...plain, held: usd('0.01') }, defaultPolicies).refund).toBe(usd('0.01'));
});

test.each<[string, Partial<HeldForPayor>]>([
  ['AWAITS_COURT', { awaitsCourt: true, isOfSurety: true, isCleared: false }],
  ['OF_A_SURETY', { isOfSurety: true, hasPayorDied: true }],
  ['PAYOR_DIED', { hasPayorDied: true, awaitsYield: true, isCleared: false }],
  ['YIELD_AWAITED', { awaitsYield: true, isCleared: false, owes: () => true }],
  ['NOT_CLEARED', { isCleared: false, owes: () => true }],
  ['PAYOR_OWES', { owes: () => true }],
])('all of it is kept back, with the gravest reason: %s', (reason, given) => {
  const { refund, kept } = refundFor({ ...plain, ...given }, defaultPolicies);
  expect([refund, kept]).toEqual([usd('0.00'), [{ reason, amount: usd('50.00') }]]);
});

test('what came back is kept until it is made again, or goes with the next run, as P-28 has it', () => {
  const back = { ...plain, cameBack: usd('30.00') };
  expect(refundFor(back, { ...defaultPolicies, 'P-28': 'EARMARK' })).toEqual({
    refund: usd('20.00'),
    kept: [{ reason: 'CAME_BACK', amount: usd('30.00') }],
  });
  expect(refundFor(back, { ...defaultPolicies, 'P-28': 'PAY_AGAIN' })).toEqual({
    refund: usd('50.00'),
    kept: [],
  });
});

test('more than was held that has gone back is told, and nobody is asked what the payor owes', () => {
  let asked = 0;
  const owes = () => (asked += 1) > 0;
  const over = refundFor({ ...plain, held: money(-500n), owes }, defaultPolicies);
  expect(over.kept).toEqual([{ reason: 'REFUNDED_TOO_MUCH', amount: money(-500n) }]);
  expect(asked).toBe(0);
});

test('refund and kept are what is held, to the cent', () => {
  const any = fc.record({
    held: fc.bigInt({ min: -1_000n, max: 1_000n }),
    cameBack: fc.bigInt({ min: 0n, max: 2_000n }),
    awaitsCourt: fc.boolean(),
    isCleared: fc.boolean(),
  });
  fc.assert(
    fc.property(any, ({ held, cameBack, ...rest }) => {
      const of = { ...plain, ...rest, held: money(held), cameBack: money(cameBack) };
      const { refund, kept } = refundFor(of, defaultPolicies);
      expect(refund).toBeGreaterThanOrEqual(0n);
      expect(kept.reduce<bigint>((sum, { amount }) => sum + amount, refund)).toBe(held);
    }),
  );
});
