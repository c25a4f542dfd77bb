/**
 * Amounts as files have them. They stay text, as `"5117.92"`, from the file to whoever takes it in; cents in a bigint are
 * only for sums. What a file says may be below nothing: a balance is.
 */

/** Writes cents as `"5117.92"`, with `-` before what is below nothing. */
export function amountText(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The cents of an amount that `amountText`, or a reader, has written. */
export function centsOf(amount: string): bigint {
  return BigInt(amount.slice(0, -3) + amount.slice(-2));
}

/** An amount without a point, in cents, as `"5117.92"`: `"0000511792"` as banks write it. Digits alone. */
export function amountOfDigits(digits: string): string {
  const firstThatCounts = digits.search(/[1-9]/);
  const counting = firstThatCounts < 0 ? '' : digits.slice(firstThatCounts);
  const whole = counting.padStart(3, '0');
  return `${whole.slice(0, -2)}.${whole.slice(-2)}`;
}

/** An amount with a point, such as `500000` or `435678.5`, as `"5117.92"`; undefined where it has a part of a cent. */
export function amountOfDecimal(decimal: string): string | undefined {
  const [, sign = '', whole = '', part = ''] =
    /^([+-]?)([0-9]{1,18})(?:\.([0-9]{0,18}))?$/.exec(decimal) ?? [];
  if (whole === '' || /[1-9]/.test(part.slice(2))) return undefined;
  const amount = amountOfDigits(whole + part.slice(0, 2).padEnd(2, '0'));
  return sign === '-' && /[1-9]/.test(amount) ? `-${amount}` : amount;
}

/** Currencies that have no hundredths, or thousandths: their amounts would be read a hundredfold, or a tenth. */
const otherParts = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BHD IQD JOD KWD LYD OMR TND'.split(
    ' ',
  ),
);

/** Whether the text is a currency whose amounts are written in hundredths. */
export function isInCents(currency: string): boolean {
  return /^[A-Z]{3}$/.test(currency) && !otherParts.has(currency);
}
