import { pairUp } from '../../../src/domain/matching/pairing.ts';
import { coveringOf, onceIn, sumsFormed } from '../../../src/domain/matching/subset-sums.ts';
import { money, sum, type Money } from '../../../src/domain/money.ts';
import fc from 'fast-check';
import { isMatch, isNone, item, line, matched, outcomeOf } from './words.ts';

const cents = (...amounts: readonly number[]): readonly Money[] => amounts.map((each) => money(BigInt(each)));

describe('sets that come to a sum', () => {
  test('are found where there is one, and said not to be the only one where there are two', () => {
    expect(coveringOf(cents(100, 230, 470), money(330n))).toEqual({ places: [0, 1], isOnly: true });
    expect(coveringOf(cents(100, 230, 330), money(330n))).toMatchObject({ isOnly: false });
    expect(coveringOf(cents(100, 230, 470), money(331n))).toBeUndefined();
    expect(coveringOf([], money(0n))).toBeUndefined();
  });

  test('are the same as those that trying every set finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 9 }),
        fc.nat(60),
        (parts, wanted) => {
          const amounts = cents(...parts);
          const all = Array.from({ length: 2 ** parts.length }, (_, mask) =>
            parts.flatMap((_part, at) => ((mask >> at) & 1 ? [at] : [])),
          ).filter((places) => places.length > 0);
          const fitting = all.filter((places) => sum(places.map((at) => amounts[at]!)) === BigInt(wanted));
          const found = coveringOf(amounts, money(BigInt(wanted)));
          expect(found?.isOnly).toBe(fitting.length === 0 ? undefined : fitting.length === 1);
          if (found) expect(fitting).toContainEqual(found.places);
        },
      ),
    );
  });

  test('are two thousand sums for twenty amounts, and chance fits round ones easily', () => {
    expect(sumsFormed(20)).toBe(2048);
    expect(onceIn(cents(5_000, 10_000), money(15_000n), 1n)).toBe(3n);
    expect(onceIn(cents(5_001, 10_000), money(15_001n), 3n)).toBe(5_000n);
  });
});

describe('pairs', () => {
  const graph = {
    leftTwin: () => undefined,
    rightTwin: () => undefined,
    isFree: () => true,
    distance: () => 0,
  };

  test('are found along a chain, from the end that has one partner', () => {
    const edges = [
      ['a', 1],
      ['b', 1],
      ['b', 2],
      ['c', 2],
      ['c', 3],
    ] as const;
    const { pairs, knots } = pairUp<string, number>({ ...graph, edges });
    expect(pairs.map(({ left, right }) => `${left}${right}`).sort()).toEqual(['a1', 'b2', 'c3']);
    expect(knots).toEqual([]);
  });

  test('are none where there are two ways, or somebody is left over', () => {
    const twoWays = [
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['b', 2],
    ] as const;
    const leftOver = [
      ['a', 1],
      ['a', 2],
      ['b', 2],
      ['b', 3],
    ] as const;
    for (const edges of [twoWays, leftOver]) {
      const { pairs, knots } = pairUp<string, number>({ ...graph, edges });
      expect(pairs).toEqual([]);
      expect(knots).toHaveLength(1);
    }
  });

  test('of a chain of ten thousand are found with no more steps than it is long', () => {
    let asked = 0;
    const edges = Array.from({ length: 20_000 }, (_, at) => [Math.ceil(at / 2), Math.floor(at / 2)] as const);
    const distance = (): number => (asked += 1) * 0;
    const { pairs } = pairUp<number, number>({ ...graph, edges: edges.slice(0, -1), distance });
    expect(pairs).toHaveLength(10_000);
    expect(asked).toBeLessThan(100_000);
  });
});

describe('the work', () => {
  const jane = { party: 'Jane Roe' };
  const many = (count: number) =>
    Array.from({ length: count }, (_, nth) => item(`r${nth}`, [`${10 + nth}.${10 + nth}`, '2026-03-02']));

  test('on sets is not begun where there are too many, and that is said', () => {
    const credit = line('CREDIT', ['4000.03', '2026-03-04'], jane);
    expect(outcomeOf([credit], many(40))).toEqual(isNone('TOO_MANY_TO_TRY'));
    expect(matched([credit], many(40)).work.sums).toBe(0);
  });

  test('on sets ends where so many sums were formed', () => {
    const credits = Array.from({ length: 30 }, (_, nth) =>
      line('CREDIT', [`${900 + nth}.03`, '2026-03-04'], jane),
    );
    const { work, outcomes } = matched(credits, many(18), { sums: 5_000 });
    expect(work.sums).toBeLessThanOrEqual(5_000);
    expect([...outcomes.values()]).toContainEqual(isNone('TOO_MANY_TO_TRY'));
  });

  test('on lines that name their items grows with their number alone', () => {
    const days = (nth: number) => `2026-0${1 + (nth % 5)}-1${nth % 10}`;
    const items = Array.from({ length: 5_000 }, (_, nth) =>
      item(`r${nth}`, ['50.00', days(nth)], { references: { TRACE: `91${nth}` } }),
    );
    const lines = Array.from({ length: 5_000 }, (_, nth) =>
      line('CREDIT', ['50.00', days(nth)], { references: { TRACE: `91${nth}` }, id: `l${nth}` }),
    );
    const { work, outcomes } = matched(lines, items);
    expect(outcomes.get(lines[17]!.id)).toEqual(isMatch('BY_REFERENCE', items[17]!));
    expect(work.bonds).toBeLessThanOrEqual(4 * lines.length);
    expect(work.rounds).toBe(2);
  });
});
