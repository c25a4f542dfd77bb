/** A rate of interest for a year, exact: hundredths of a percent, as Treasury yields are published. */
declare const hundredthsOfPercent: unique symbol;

/** 4.05 percent is 405. */
export type AnnualRate = bigint & { readonly [hundredthsOfPercent]: true };

/** A rate as it is written in an event or an answer: percent with two decimals, `"4.05"`. */
export type AnnualRateText = string & { readonly [hundredthsOfPercent]: 'text' };

/** The pattern of a rate, for validators and for the OpenAPI page: from 0.00 to 99.99. */
export const annualRatePattern = '^(0|[1-9][0-9]?)\\.[0-9]{2}$';

const written = new RegExp(annualRatePattern);

/** Whether the text is a rate as the ledger writes it. */
export function isAnnualRateText(text: string): text is AnnualRateText {
  return written.test(text);
}

/** Reads `"4.05"`. @throws RangeError where the text is not a rate; doors ask isAnnualRateText first */
export function parseAnnualRate(text: string): AnnualRate {
  if (!isAnnualRateText(text)) throw new RangeError('not a rate in percent with two decimal places');
  return BigInt(text.replace('.', '')) as AnnualRate;
}

/** Writes `"4.05"`. */
export function formatAnnualRate(rate: AnnualRate): AnnualRateText {
  const digits = rate.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}` as AnnualRateText;
}
