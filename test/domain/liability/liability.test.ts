import fc from 'fast-check';
import {
  amended,
  imposed,
  isFinal,
  isLaterGround,
  outstanding,
  terminated,
  withEnded,
  withLessEnded,
  withoutEnded,
  type Liability,
} from '../../../src/domain/liability/liability.ts';
import type { FinalityGround } from '../../../src/domain/liability/events.ts';
import { add, atLeastNothing, least, money, noMoney, subtract } from '../../../src/domain/money.ts';
import { defaultPolicies } from '../../../src/domain/policy/state.ts';
import { caseId, defendantId, orderId, text, today, usd, victimId } from '../../support/words.ts';

const ref = {
  orderId: orderId('o-1'),
  victimId: victimId('v-1'),
  caseId: caseId('c-1'),
  defendantId: defendantId('d-1'),
};
const fresh = imposed({
  type: 'LiabilityImposed',
  effectiveOn: today,
  data: { ...ref, track: 'TRAFFICKING', amount: text('5,000.00') },
});
const amounts = fc.bigInt({ min: 0n, max: 1_000_000n }).map(money);
const liabilities = fc
  .tuple(
    amounts,
    amounts,
    fc.array(
      amounts.filter((amount) => amount > noMoney),
      { maxLength: 4 },
    ),
    fc.boolean(),
  )
  .map(([ordered, paid, ended, isVacated]) =>
    ended.reduce<Liability>(
      (liability, amount, index) => withEnded(liability, { epoch: index + 1, amount }),
      { ...fresh, ordered, paid, isVacated },
    ),
  );

describe('what is owed', () => {
  test('is at first what was ordered', () => {
    expect([outstanding(fresh), terminated(fresh), fresh.paid]).toEqual([usd('5,000.00'), noMoney, noMoney]);
  });

  test('is what was neither paid nor ended, never below nothing, and nothing once vacated', () => {
    fc.assert(
      fc.property(liabilities, (liability) => {
        const left = atLeastNothing(subtract(liability.ordered, add(liability.paid, terminated(liability))));
        expect(outstanding(liability)).toBe(liability.isVacated ? noMoney : left);
      }),
    );
  });
});

describe('what has ended', () => {
  test('gives way to what ended last, though it was heard of first', () => {
    const [first, second] = [
      { epoch: 1, amount: usd('30.00') },
      { epoch: 2, amount: usd('45.00') },
    ];
    const crossed = withEnded(withEnded(fresh, second), first);
    expect(crossed.ended).toEqual([first, second]);
    const { ended } = withoutEnded(withLessEnded(crossed, usd('5.00')), 1);
    expect(ended).toEqual([{ epoch: 2, amount: usd('40.00') }]);
  });

  test('is known by the full recovery that ended it', () => {
    const twice = withEnded(withEnded(fresh, { epoch: 1, amount: usd('700.00') }), {
      epoch: 2,
      amount: usd('300.00'),
    });
    expect([terminated(twice, 1), terminated(twice, 2), terminated(twice)]).toEqual(
      ['700.00', '300.00', '1,000.00'].map(usd),
    );
  });

  test('and is owed again leaves the liability as if it had never ended', () => {
    fc.assert(
      fc.property(liabilities, amounts, fc.integer({ min: 5, max: 9 }), (liability, amount, epoch) => {
        expect(withoutEnded(withEnded(liability, { epoch, amount }), epoch)).toEqual(liability);
      }),
    );
  });
});

describe('an amended liability', () => {
  test('keeps what was paid; of what had ended, the last gives way first, as far as it must', () => {
    fc.assert(
      fc.property(liabilities, amounts, (liability, amount) => {
        const after = amended(liability, amount, 1);
        expect([after.ordered, after.paid, after.amendments]).toEqual([amount, liability.paid, 1]);
        const room = atLeastNothing(subtract(amount, liability.paid));
        expect(terminated(after)).toBe(least(terminated(liability), room));
        const [gave, kept] = [liability.ended.length, after.ended.length];
        expect(after.ended.slice(0, Math.max(kept - 1, 0))).toEqual(
          liability.ended.slice(0, Math.max(kept - 1, 0)),
        );
        expect(kept).toBeLessThanOrEqual(gave);
      }),
    );
  });

  test('adds up: paid, ended and owed are what is ordered, or what was overpaid', () => {
    fc.assert(
      fc.property(liabilities, amounts, (liability, amount) => {
        const after = amended({ ...liability, isVacated: false }, amount, 1);
        const accounted = add(after.paid, add(terminated(after), outstanding(after)));
        expect(accounted).toBe(add(amount, atLeastNothing(subtract(after.paid, amount))));
      }),
    );
  });
});

describe('finality', () => {
  const grounds: readonly FinalityGround[] = [
    'ENTRY_OF_JUDGMENT',
    'DIRECT_REVIEW_DONE',
    'CERT_EXHAUSTED',
    'MANUAL',
  ];

  test('has grounds, of which each includes those before it', () => {
    for (const [place, ground] of grounds.entries()) {
      expect(grounds.map((than) => isLaterGround(ground, than))).toEqual(
        grounds.map((_, index) => place > index),
      );
    }
  });

  test('without a ground is no more than the entry of judgment', () => {
    expect(grounds.map((ground) => isLaterGround(ground))).toEqual([false, true, true, true]);
  });

  test.each([
    ['ENTRY_OF_JUDGMENT', [true, true, true, true, true]],
    ['DIRECT_REVIEW_DONE', [false, false, true, true, true]],
    ['CERT_EXHAUSTED', [false, false, false, true, true]],
  ] as const)('under P-01 at %s asks for that ground or a later one', (value, expected) => {
    const policies = { ...defaultPolicies, 'P-01': value };
    const found = [undefined, ...grounds].map((ground) => isFinal({ ...fresh, ground }, policies));
    expect(found).toEqual(expected);
  });

  test('is lost by an order that was set aside', () => {
    expect(isFinal({ ...fresh, ground: 'MANUAL', isVacated: true }, defaultPolicies)).toBe(false);
  });
});
