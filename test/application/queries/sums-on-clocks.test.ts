import fc from 'fast-check';
import { SumsOnClocks } from '../../../src/application/queries/sums-on-clocks.ts';

const change = fc.record({
  step: fc.nat(2),
  day: fc.integer({ min: 20_260_101, max: 20_260_131 }),
  amounts: fc.tuple(fc.bigInt(-500n, 500n), fc.bigInt(-500n, 500n)),
});

describe('sums on both clocks', () => {
  test('are those of all changes that were known by the position and in effect by the day', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const sums = new SumsOnClocks(2);
        let position = 1;
        const told = changes.map(({ step, day, amounts }) => {
          position += step;
          sums.add(position, day, amounts);
          return { position, day, amounts };
        });
        for (let known = 0; known <= position + 1; known += 1) {
          for (let day = 20_260_100; day <= 20_260_132; day += 4) {
            const kept = told.filter((each) => each.position <= known && each.day <= day);
            const expected = [0, 1].map((column) =>
              kept.reduce((sum, { amounts }) => sum + (amounts[column] ?? 0n), 0n),
            );
            expect(sums.on(known, day)).toEqual(expected);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are nothing where nothing was told', () => {
    expect(new SumsOnClocks(3).on(10, 20_260_101)).toEqual([0n, 0n, 0n]);
  });
});
