import fc from 'fast-check';
import {
  add,
  allocate,
  atLeastNothing,
  formatMoney,
  greatest,
  greatestMoney,
  isMoneyText,
  least,
  money,
  noMoney,
  parseBalance,
  parseMoney,
  subtract,
  sum,
  type Money,
} from '../../src/domain/money.ts';

const amounts = fc.bigInt({ min: 0n, max: greatestMoney }).map(money);
const weights = fc.array(amounts, { minLength: 1, maxLength: 40 });
const weightsOfSomething = weights.filter((each) => each.some((weight) => weight > noMoney));

describe('an amount of money', () => {
  test.each([
    ['0.00', 0n],
    ['0.01', 1n],
    ['0.99', 99n],
    ['7.33', 733n],
    ['3000.00', 300_000n],
    ['5117.92', 511_792n],
    ['1200000.00', 120_000_000n],
    ['99999999999.99', 9_999_999_999_999n],
  ])('%s is read and written alike', (text, cents) => {
    expect(parseMoney(text)).toBe(cents);
    expect(formatMoney(money(cents))).toBe(text);
  });

  test.each([
    ['no decimals', '5117'],
    ['one decimal', '5117.9'],
    ['a third decimal', '5117.920'],
    ['a sign', '-1.00'],
    ['a plus', '+1.00'],
    ['an exponent', '1e3.00'],
    ['a mark between thousands', '5,117.92'],
    ['a decimal comma', '5117,92'],
    ['a dollar sign', '$5117.92'],
    ['a space', ' 1.00'],
    ['a line break after it', '1.00\n'],
    ['a leading nought', '01.00'],
    ['no digit before the point', '.50'],
    ['digits of another script', '١.٠٠'],
    ['nothing at all', ''],
    ['a word', 'NaN'],
    ['more than a field may hold', '100000000000.00'],
  ])('with %s is not an amount', (_, text) => {
    expect(isMoneyText(text)).toBe(false);
    expect(() => parseMoney(text)).toThrow(RangeError);
  });

  test('comes back the same, whatever it is', () => {
    fc.assert(fc.property(amounts, (amount) => parseMoney(formatMoney(amount)) === amount));
  });

  test('is read from no text but the one that it is written as', () => {
    fc.assert(
      fc.property(fc.string(), (text) => !isMoneyText(text) || formatMoney(parseMoney(text)) === text),
    );
  });

  test.each([
    [-1n, '-0.01'],
    [-100n, '-1.00'],
    [-123_456n, '-1234.56'],
  ])('below nothing is a difference, and is written with a sign: %s cents', (cents, text) => {
    expect(formatMoney(money(cents))).toBe(text);
  });

  test('adds, subtracts and compares to the cent', () => {
    const [five, eight] = [parseMoney('5.01'), parseMoney('8.99')];
    expect(add(five, eight)).toBe(1400n);
    expect(subtract(five, eight)).toBe(-398n);
    expect(sum([five, eight, five])).toBe(1901n);
    expect(sum([])).toBe(noMoney);
    expect([least(five, eight), least(eight, five)]).toEqual([five, five]);
    expect([greatest(five, eight), greatest(eight, five)]).toEqual([eight, eight]);
    expect([atLeastNothing(subtract(five, eight)), atLeastNothing(five)]).toEqual([noMoney, five]);
  });
});

describe('dividing an amount in proportion', () => {
  test.each([
    ['one cent among three equals goes to the first', 1n, [1n, 1n, 1n], [1n, 0n, 0n]],
    ['a hundred among three equals leaves the odd cent with the first', 100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    ['cents left over go to the largest remainders', 5n, [2n, 1n], [3n, 2n]],
    ['whoever has no weight gets nothing', 5n, [0n, 7n, 0n], [0n, 5n, 0n]],
    ['35 of 72 parts of 5,117.92 are rounded, not cut', 511_792n, [35n, 37n], [248_788n, 263_004n]],
    ['nothing is divided into nothing', 0n, [5n, 6n], [0n, 0n]],
    ['nothing can be divided among those without weight', 0n, [0n, 0n], [0n, 0n]],
    ['nothing can be divided among nobody', 0n, [], []],
  ])('%s', (_, total, weighed, parts) => {
    expect(allocate(money(total), weighed.map(money))).toEqual(parts);
  });

  test.each([
    ['a weight is below nothing', 5n, [3n, -1n]],
    ['the amount is below nothing', -5n, [3n, 1n]],
    ['nobody has a weight', 5n, [0n, 0n]],
    ['there is nobody', 5n, []],
  ])('stops where %s', (_, total, weighed) => {
    expect(() => allocate(money(total), weighed.map(money))).toThrow(RangeError);
  });

  test('loses no cent', () => {
    fc.assert(
      fc.property(amounts, weightsOfSomething, (total, weighed) => sum(allocate(total, weighed)) === total),
    );
  });

  test('gives each part within a cent of its exact share', () => {
    fc.assert(
      fc.property(amounts, weightsOfSomething, (total, weighed) => {
        const whole = sum(weighed);
        const parts = allocate(total, weighed);
        return weighed.every((weight, index) => {
          const difference = (parts[index] ?? noMoney) * whole - total * weight;
          return difference < whole && difference > -whole;
        });
      }),
    );
  });

  test('gives nobody more than their weight where the amount does not exceed all weights', () => {
    const owed = weightsOfSomething.chain((weighed) =>
      fc.tuple(fc.bigInt({ min: 0n, max: sum(weighed) }).map(money), fc.constant(weighed)),
    );
    fc.assert(
      fc.property(owed, ([total, weighed]) =>
        allocate(total, weighed).every((part, index) => part <= (weighed[index] ?? noMoney)),
      ),
    );
  });

  test('gives the one with the greater weight no less, and of two equals the earlier no less', () => {
    fc.assert(
      fc.property(amounts, weightsOfSomething, (total, weighed) => {
        const parts = allocate(total, weighed);
        return weighed.every((weight, i) =>
          weighed.every((other, j) => {
            const [mine, theirs] = [parts[i] ?? noMoney, parts[j] ?? noMoney];
            if (weight === other) return i < j ? mine >= theirs && mine - theirs <= 1n : true;
            return weight < other || mine >= theirs;
          }),
        );
      }),
    );
  });

  test('gives the same parts where weights are beyond what 64 bits hold', () => {
    const times = 10n ** 20n;
    fc.assert(
      fc.property(amounts, weightsOfSomething, (total, weighed) => {
        const beyond = weighed.map((weight) => money(weight * times));
        expect(allocate(total, beyond)).toEqual(allocate(total, weighed));
      }),
    );
  });

  test('in another order gives the same parts, but for ties of a cent', () => {
    const shuffled = weightsOfSomething.chain((weighed) =>
      fc.tuple(
        fc.constant(weighed),
        fc.shuffledSubarray([...weighed.keys()], {
          minLength: weighed.length,
          maxLength: weighed.length,
        }),
      ),
    );
    fc.assert(
      fc.property(amounts, shuffled, (total, [weighed, order]) => {
        const parts = allocate(total, weighed);
        const again = allocate(
          total,
          order.map((index) => weighed[index] ?? noMoney),
        );
        expect(sorted(again)).toEqual(sorted(parts));
        order.forEach((index, place) => {
          const difference = (again[place] ?? noMoney) - (parts[index] ?? noMoney);
          const isTied =
            weighed.filter(
              (weight) =>
                remains(total, weight, weighed) === remains(total, weighed[index] ?? noMoney, weighed),
            ).length > 1;
          expect(isTied ? difference * difference <= 1n : difference === 0n).toBe(true);
        });
      }),
    );
  });
});

test('a balance is read as it was written, also below nothing; an amount never is', () => {
  for (const cents of [0n, 5n, 123_456n, -5n, -123_456n]) {
    expect(parseBalance(formatMoney(money(cents)))).toBe(cents);
  }
  expect(() => parseMoney(formatMoney(money(-5n)))).toThrow(RangeError);
  expect(() => parseBalance('--0.05')).toThrow(RangeError);
});

function sorted(parts: readonly Money[]): readonly Money[] {
  return parts.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
}

function remains(total: Money, weight: Money, weighed: readonly Money[]): bigint {
  return (total * weight) % sum(weighed);
}
