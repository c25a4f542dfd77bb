import fc from 'fast-check';
import { money, type Money } from '../../src/domain/money.ts';
import { formatMoney } from '../../src/domain/money.ts';
import { overpaidBefore, reversalOf } from '../../src/projections/claims.ts';
import type { Told } from '../../src/projections/told.ts';
import { told } from './memory-rows.ts';

/** A liability as plain sums, without the ledger’s own code. */
interface Sums {
  readonly ordered: bigint;
  readonly paid: bigint;
  readonly ended: bigint;
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const atLeastNothing = (a: bigint): bigint => (a > 0n ? a : 0n);
const owed = ({ ordered, paid, ended }: Sums): bigint => atLeastNothing(ordered - paid - ended);
const overpaid = ({ ordered, paid }: Sums): bigint => atLeastNothing(paid - ordered);
const written = (amount: bigint): string => formatMoney(money(amount));

function amended(before: Sums, ordered: bigint): Sums {
  return { ...before, ordered, ended: least(before.ended, atLeastNothing(ordered - before.paid)) };
}

function eventOf(before: Sums, after: Sums): Told<'LiabilityAmended'> {
  return told('LiabilityAmended', {
    amountBefore: written(before.ordered),
    amount: written(after.ordered),
    outstandingBefore: written(owed(before)),
    outstandingAfter: written(owed(after)),
    terminatedBefore: written(before.ended),
    terminatedAfter: written(after.ended),
    overpaid: written(overpaid(after)),
  }) as Told<'LiabilityAmended'>;
}

const cents = fc.bigInt({ min: 0n, max: 500n });

describe('what was overpaid before an amendment', () => {
  test('follows from what the amendment says, in any sequence of payments, endings and amendments', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(fc.tuple(fc.constantFrom('pay', 'end', 'amend'), cents)),
        (first, steps) => {
          let liability: Sums = { ordered: first, paid: 0n, ended: 0n };
          for (const [step, amount] of steps) {
            const most = least(amount, owed(liability));
            if (step === 'pay') liability = { ...liability, paid: liability.paid + most };
            else if (step === 'end') liability = { ...liability, ended: liability.ended + most };
            else {
              const after = amended(liability, amount);
              expect(overpaidBefore(eventOf(liability, after))).toBe(overpaid(liability));
              liability = after;
            }
          }
        },
      ),
    );
  });
});

describe('a reversal', () => {
  test('loses no cent, and takes from what was overpaid first', () => {
    fc.assert(
      fc.property(cents, cents, fc.constantFrom(0 as const, 1 as const), (amount, tooMuch, isVacated) => {
        const parts = reversalOf({ overpaid: money(tooMuch), isVacated }, money(amount));
        const { overpaid: less, receivable, vacated } = parts as Record<keyof typeof parts, Money>;
        expect(less + receivable + vacated).toBe(amount);
        expect(less).toBe(least(amount, tooMuch));
        expect(isVacated === 1 ? receivable : vacated).toBe(0n);
      }),
    );
  });
});
