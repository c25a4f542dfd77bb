/**
 * Money: whole cents of United States dollars, exact at any size a court can write.
 *
 * The brand keeps a bare bigint out; amounts enter and leave as decimal strings with two places (`"5117.92"`).
 */
declare const cents: unique symbol;

/** An amount of money in whole cents. May be negative only where a difference is meant. */
export type Money = bigint & { readonly [cents]: true };

/** An amount as it is written in an event, a file or an answer: `"5117.92"`. Events hold text, so that JSON cannot bend it. */
export type MoneyText = string & { readonly [cents]: 'text' };

const written = /^(0|[1-9][0-9]{0,10})\.[0-9]{2}$/;

/** The largest amount that one field may hold: 99,999,999,999.99 dollars. */
export const greatestMoney = money(9_999_999_999_999n);

/** Nothing: 0.00. */
export const noMoney = money(0n);

/** Cents as money. For whoever has counted cents already: tests, tables, sums. */
export function money(amount: bigint): Money {
  return amount as Money;
}

/** Whether the text is an amount as the ledger writes it: digits, a point, two digits; no sign, mark, exponent or space. */
export function isMoneyText(text: string): text is MoneyText {
  return written.test(text);
}

/** Reads `"5117.92"`. @throws RangeError where the text is not an amount; doors ask isMoneyText first */
export function parseMoney(text: string): Money {
  if (!isMoneyText(text)) throw new RangeError('not an amount of money with two decimal places');
  return money(BigInt(text.slice(0, -3) + text.slice(-2)));
}

/** Writes `"5117.92"`, with `-` before a negative difference. */
export function formatMoney(amount: Money): MoneyText {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as MoneyText;
}

/** Reads a balance as `formatMoney` writes it: an amount, with `-` before it where it is below nothing. */
export function parseBalance(text: string): Money {
  return text.startsWith('-') ? money(-parseMoney(text.slice(1))) : parseMoney(text);
}

export function add(a: Money, b: Money): Money {
  return money(a + b);
}

export function subtract(a: Money, b: Money): Money {
  return money(a - b);
}

export function sum(amounts: Iterable<Money>): Money {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return money(total);
}

export function least(a: Money, b: Money): Money {
  return a < b ? a : b;
}

export function greatest(a: Money, b: Money): Money {
  return a > b ? a : b;
}

/** The amount, or nothing where it is below nothing. */
export function atLeastNothing(amount: Money): Money {
  return amount > 0n ? amount : noMoney;
}

/**
 * Divides `total` in proportion to `weights` by largest remainder: each part is within a cent of its exact share, no
 * cent is lost, and cents left over go to the largest remainders, ties to the earlier weight.
 *
 * @throws RangeError where the total or a weight is negative, or all are nothing while there is something to divide
 */
export function allocate(total: Money, weights: readonly Money[]): readonly Money[] {
  const whole = weights.reduce<bigint>((running, weight) => running + weight, 0n);
  if (total < 0n || weights.some((weight) => weight < 0n)) throw new RangeError('an amount is negative');
  if (whole === 0n && total !== 0n) throw new RangeError('nothing to divide among');
  if (whole === 0n) return weights.map(() => noMoney);
  const products = weights.map((weight) => total * weight);
  const parts = products.map((product) => product / whole);
  const leftOver = parts.reduce((left, part) => left - part, total);
  if (leftOver === 0n) return parts.map(money);
  const remainders = products.map((product) => product % whole);
  return withLeftOver(parts, { leftOver, remainders, whole });
}

/** The parts, with one cent more for each of the `leftOver` largest remainders. */
function withLeftOver(
  parts: readonly bigint[],
  { leftOver, remainders, whole }: { leftOver: bigint; remainders: readonly bigint[]; whole: bigint },
): readonly Money[] {
  const inOrder = whole <= numbersOf64Bits ? BigUint64Array.from(remainders).sort() : sorted(remainders);
  const last = inOrder[parts.length - Number(leftOver)] ?? whole;
  // Those above the last that is among the largest have a cent each; those that equal it have the rest, the earlier first.
  let forEquals = leftOver - BigInt(remainders.filter((remainder) => remainder > last).length);
  return parts.map((part, at) => {
    const remainder = remainders[at] ?? 0n;
    const isAmong = remainder > last || (remainder === last && forEquals > 0n);
    if (isAmong && remainder === last) forEquals -= 1n;
    return money(isAmong ? part + 1n : part);
  });
}

/** As far as this, remainders fit into numbers of the machine, of which two hundred thousand are sorted at once. */
const numbersOf64Bits = 2n ** 64n;

function sorted(amounts: readonly bigint[]): readonly bigint[] {
  return amounts.toSorted(compare);
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
