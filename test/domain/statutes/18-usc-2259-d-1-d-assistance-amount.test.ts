import fc from 'fast-check';
import { formatMoney } from '../../../src/domain/money.ts';
import {
  amountOfYear,
  firstAssistanceDay,
  indexNeededFor,
  yearOf,
  type Reckoning,
} from '../../../src/domain/statutes/18-usc-2259-d-1-d-assistance-amount.ts';
import {
  publishedIndexes,
  type PriceIndexes,
  type PriceIndexText,
} from '../../../src/domain/statutes/consumer-price-index.ts';
import { assistance } from '../../second/interest.ts';
import { day } from '../../support/words.ts';

const average: Reckoning = { series: 'ANNUAL_AVERAGE', roundedTo: 'CENT' };
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

const amountsBy = (reckoning: Reckoning): readonly (string | undefined)[] =>
  years.map((year) => {
    const found = amountOfYear(year, reckoning, publishedIndexes);
    return found && formatMoney(found.amount);
  });

/** Two figures, that of 2024 and the base. */
const figures =
  (over: string, under: string): PriceIndexes =>
  ({ year }) =>
    (year === 2017 ? under : over) as PriceIndexText;

describe('the amount of assistance', () => {
  test('by year, to the cent', () => {
    expect(amountsBy(average)).toEqual([
      ...['35000.00', '36504.55', '36954.90', '38691.05', '41787.39', '43507.55', '44790.78'],
    ]);
  });

  test('by year, down to the dollar', () => {
    expect(amountsBy({ ...average, roundedTo: 'DOLLAR' })).toEqual([
      ...['35000.00', '36504.00', '36954.00', '38691.00', '41787.00', '43507.00', '44790.00'],
    ]);
  });

  test('by year, with the index of December', () => {
    expect(amountsBy({ series: 'DECEMBER', roundedTo: 'CENT' })).toEqual([
      ...['35000.00', '36483.63', '36980.54', '39582.64', '42137.46', '43549.96', '44807.71'],
    ]);
  });

  test('reckons from 2017, so that the step from 2019 to 2020 has two years of prices in it', () => {
    expect(amountOfYear(2020, average, publishedIndexes)).toMatchObject({
      priceIndex: '255.657',
      baseIndex: '245.120',
    });
  });

  test('is never below that of the first year', () => {
    const fallen = amountOfYear(2025, average, figures('200.000', '245.120'));
    expect(fallen && formatMoney(fallen.amount)).toBe('35000.00');
  });

  test('is not known of 2026, which needs the index of 2025, until somebody gives that', () => {
    expect(amountOfYear(2026, average, publishedIndexes)).toBeUndefined();
    expect(indexNeededFor(2026, average)).toEqual({ year: 2025, series: 'ANNUAL_AVERAGE' });
    const given = figures('320.000', '245.120');
    const found = amountOfYear(2026, average, given);
    expect(found && formatMoney(found.amount)).toBe('45691.91');
  });

  test('needs no index in its first year', () => {
    expect(indexNeededFor(2019, average)).toBeUndefined();
    expect(amountOfYear(2019, average, () => undefined)).toMatchObject({ priceIndex: null, baseIndex: null });
    expect([firstAssistanceDay, yearOf(day('2024-12-31'))]).toEqual(['2019-01-01', 2024]);
  });

  test('is what another way of reckoning gives, for any figures', () => {
    const figure = fc.integer({ min: 1_000, max: 9_999_999 }).map((n) => (n / 1000).toFixed(3));
    fc.assert(
      fc.property(figure, figure, (over, under) => {
        const found = (roundedTo: Reckoning['roundedTo']) =>
          formatMoney(amountOfYear(2025, { ...average, roundedTo }, figures(over, under))!.amount);
        for (const rounding of ['CENT', 'DOLLAR'] as const) {
          expect(found(rounding)).toBe(assistance(over, under, rounding));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
