import {
  isPriceIndexText,
  publishedIndexes,
  thousandthsOf,
} from '../../../src/domain/statutes/consumer-price-index.ts';

describe('the Consumer Price Index', () => {
  test('knows the annual averages from 2017 to 2024, and no later one', () => {
    const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
    expect(years.map((year) => publishedIndexes({ year, series: 'ANNUAL_AVERAGE' }))).toEqual([
      undefined,
      ...['245.120', '251.107', '255.657', '258.811', '270.970', '292.655', '304.702', '313.689'],
      undefined,
    ]);
  });

  test('knows the figures of December of the same years', () => {
    const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
    expect(years.map((year) => publishedIndexes({ year, series: 'DECEMBER' }))).toEqual([
      ...['246.524', '251.233', '256.974', '260.474', '278.802', '296.797', '306.746', '315.605'],
      undefined,
    ]);
  });

  test('takes a figure as it is published, and nothing else', () => {
    const taken = ['313.689', '9.900', '1024.000', '313.69', '313,689', '0.100', '-1.000', '313.6890', ''];
    expect(taken.filter(isPriceIndexText)).toEqual(['313.689', '9.900', '1024.000']);
    expect(thousandthsOf('245.120')).toBe(245_120n);
    expect(() => thousandthsOf('245.12')).toThrow(RangeError);
  });
});
