/**
 * The Consumer Price Index for all Urban Consumers, U.S. city average, all items, not seasonally adjusted, 1982-84 = 100
 * (Bureau of Labor Statistics, series CUUR0000SA0), as far as this version knows it. A figure that is published later is
 * recorded in the ledger, as an event; nothing is reckoned with one that nobody has given.
 */
declare const index: unique symbol;

/** A figure of the index as it is published, with three places: `"313.689"`. */
export type PriceIndexText = string & { readonly [index]: true };

/** Which figure of a year is meant: the average of its twelve months, or that of its last. */
export const priceIndexSeries = ['ANNUAL_AVERAGE', 'DECEMBER'] as const;

export type PriceIndexSeries = (typeof priceIndexSeries)[number];

/** One figure, by its year. */
export interface PriceIndexOf {
  readonly year: number;
  readonly series: PriceIndexSeries;
}

/** Where a figure is looked up; undefined where it is not known. */
export type PriceIndexes = (of: PriceIndexOf) => PriceIndexText | undefined;

/** A figure as it may be written: up to four digits, a point and three digits. */
export const priceIndexPattern = '^[1-9][0-9]{0,3}\\.[0-9]{3}$';

const written = new RegExp(priceIndexPattern);

/** Whether the text is a figure of the index. */
export function isPriceIndexText(text: string): text is PriceIndexText {
  return written.test(text);
}

/** Thousandths of a point, for exact reckoning. @throws RangeError where the text is no figure; doors ask first */
export function thousandthsOf(figure: string): bigint {
  if (!isPriceIndexText(figure)) throw new RangeError('not a figure of a price index');
  return BigInt(figure.replace('.', ''));
}

/** A figure of this table serves for orders from 1 January of the year after its own, until 31 December. */
const published: readonly ({ readonly year: number } & Readonly<Record<PriceIndexSeries, string>>)[] = [
  { year: 2017, ANNUAL_AVERAGE: '245.120', DECEMBER: '246.524' },
  { year: 2018, ANNUAL_AVERAGE: '251.107', DECEMBER: '251.233' },
  { year: 2019, ANNUAL_AVERAGE: '255.657', DECEMBER: '256.974' },
  { year: 2020, ANNUAL_AVERAGE: '258.811', DECEMBER: '260.474' },
  { year: 2021, ANNUAL_AVERAGE: '270.970', DECEMBER: '278.802' },
  { year: 2022, ANNUAL_AVERAGE: '292.655', DECEMBER: '296.797' },
  { year: 2023, ANNUAL_AVERAGE: '304.702', DECEMBER: '306.746' },
  { year: 2024, ANNUAL_AVERAGE: '313.689', DECEMBER: '315.605' },
];

/** The figures that come with this version. */
export const publishedIndexes: PriceIndexes = ({ year, series }) =>
  published.find((each) => each.year === year)?.[series] as PriceIndexText | undefined;
