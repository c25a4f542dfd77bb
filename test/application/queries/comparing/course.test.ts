import fc from 'fast-check';
import { stepsOf, type Figures } from '../../../../src/application/queries/comparing/course.ts';
import { add, money, noMoney, type Money } from '../../../../src/domain/money.ts';

/** What stands at each position, as a gap; between two of them nothing changes. */
function gapsAt(changes: Readonly<Record<number, Readonly<Record<string, bigint>>>>) {
  return (position: number): Figures => {
    const gap = new Map<string, Money>();
    for (const [at, by] of Object.entries(changes)) {
      if (Number(at) > position) continue;
      for (const [key, amount] of Object.entries(by)) {
        const now = add(gap.get(key) ?? noMoney, money(amount));
        if (now === noMoney) gap.delete(key);
        else gap.set(key, now);
      }
    }
    return gap;
  };
}

const said = (steps: ReturnType<typeof stepsOf>) =>
  steps.map(({ position, upTo, change }) => [position, upTo, Object.fromEntries(change)]);

describe('what events did to a gap', () => {
  const gapAt = gapsAt({ 3: { paid: 100n }, 5: { paid: -40n, held: 7n }, 9: { held: 1n } });

  test('is told event by event', () => {
    expect(said(stepsOf({ gapAt, start: 2, end: 12, stops: [3, 4, 5, 9, 11], most: 9 }))).toEqual([
      [3, 3, { paid: 100n }],
      [5, 5, { paid: -40n, held: 7n }],
      [9, 9, { held: 1n }],
    ]);
  });

  test('is found where nobody looked for it', () => {
    expect(said(stepsOf({ gapAt, start: 0, end: 12, stops: [4], most: 9 }))).toEqual([
      [3, 3, { paid: 100n }],
      [5, 5, { paid: -40n, held: 7n }],
      [9, 9, { held: 1n }],
    ]);
  });

  test('is told of several at once, where there are more than may be told apart', () => {
    expect(said(stepsOf({ gapAt, start: 2, end: 12, stops: [3, 4, 5, 9], most: 2 }))).toEqual([
      [3, 4, { paid: 100n }],
      [5, 9, { paid: -40n, held: 8n }],
    ]);
  });

  test('sums to the whole, whatever is expected and whatever may be told', () => {
    const anyChanges = fc.dictionary(
      fc.integer({ min: 1, max: 40 }).map(String),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.bigInt({ min: -9n, max: 9n })),
    );
    const anyStops = fc
      .uniqueArray(fc.integer({ min: 1, max: 40 }))
      .map((stops) => stops.sort((a, b) => a - b));
    fc.assert(
      fc.property(anyChanges, anyStops, fc.integer({ min: 1, max: 9 }), (changes, stops, most) => {
        const gapAny = gapsAt(changes);
        const steps = stepsOf({ gapAt: gapAny, start: 0, end: 40, stops, most });
        for (const key of ['a', 'b', 'c']) {
          const parts = steps.map(({ change }) => change.get(key) ?? noMoney);
          expect(parts.reduce(add, noMoney)).toBe(gapAny(40).get(key) ?? noMoney);
        }
        expect(
          steps.every(({ position, upTo }, at) => position <= upTo && position > (steps[at - 1]?.upTo ?? 0)),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
