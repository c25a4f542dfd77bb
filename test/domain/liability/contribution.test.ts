import fc from 'fast-check';
import { contributionClaims, type Contributor } from '../../../src/domain/liability/contribution.ts';
import { formatMoney, money } from '../../../src/domain/money.ts';
import { contributions } from '../../second/answers-of-payment.ts';
import { usd } from '../../support/words.ts';

const one = (ordered: string, paid: string, isVacated = false): Contributor => ({
  ordered: usd(ordered),
  paid: usd(paid),
  isVacated,
});

const written = (...contributors: readonly Contributor[]) =>
  contributionClaims(contributors).map(({ from, to, amount }) => [from, to, formatMoney(amount)]);

describe('contribution between defendants who owe one loss jointly', () => {
  test('of 5,117.92 paid by one of two, ordered 3,500.00 and 7,200.00, the other owes 1,674.09', () => {
    // 5,117.92 by 3,500 of 10,700 is 1,674.0859..., and by 7,200 of 10,700 it is 3,443.8340...: the cent over goes to the first.
    expect(written(one('3,500.00', '0.00'), one('7,200.00', '5,117.92'))).toEqual([[0, 1, '1674.09']]);
  });

  test('who paid just the own share owes nobody, and is owed nothing', () => {
    expect(written(one('100.00', '50.00'), one('100.00', '50.00'))).toEqual([]);
  });

  test('what one paid above is claimed from two others by what each of them lacks', () => {
    // 90.00 in all, 30.00 each: the second lacks 20.00, and the third 30.00.
    expect(written(one('100.00', '80.00'), one('100.00', '10.00'), one('100.00', '0.00'))).toEqual([
      [1, 0, '20.00'],
      [2, 0, '30.00'],
    ]);
  });

  test('two who paid above claim from one who paid nothing', () => {
    expect(written(one('100.00', '45.00'), one('100.00', '45.00'), one('100.00', '0.00'))).toEqual([
      [2, 0, '15.00'],
      [2, 1, '15.00'],
    ]);
  });

  test('one whose order was set aside has no share, and claims all that was paid', () => {
    expect(written(one('100.00', '12.34', true), one('100.00', '0.00'))).toEqual([[1, 0, '12.34']]);
  });

  test('where every order was set aside, nobody owes anything', () => {
    expect(written(one('100.00', '12.34', true), one('100.00', '0.00', true))).toEqual([]);
  });

  test('claims are the same by another reckoning, and bring everyone to the own share', () => {
    const cents = (most: number) => fc.bigInt({ min: 0n, max: BigInt(most) }).map(money);
    const contributor = fc
      .tuple(cents(100_000), cents(50_000), fc.integer({ min: 0, max: 9 }))
      .map(([ordered, paid, chance]): Contributor => ({ ordered, paid, isVacated: chance === 0 }));
    fc.assert(
      fc.property(fc.array(contributor, { minLength: 2, maxLength: 6 }), (all) => {
        const isAnyLeft = all.some(({ ordered, isVacated }) => !isVacated && ordered > 0n);
        const claims = contributionClaims(all).map(({ from, to, amount }) => [from, to, amount]);
        expect(claims).toEqual(isAnyLeft ? contributions(all) : []);
      }),
    );
  });
});
