/**
 * Sums as a person writes them down, each worked out exactly from what it says: no line can tell another result than that of
 * its own words.
 */
import { formatMoney, money, noMoney, type Money, type MoneyText } from '../../domain/money.ts';
import { invariant } from '../../domain/rejection.ts';

/** One line that can be redone by hand: `10,000.00 + 2,500.00 = 12,500.00`. */
export interface Line {
  readonly text: string;
  readonly result: MoneyText;
  /** What the line is for, or what is to be known beside it; null where it speaks for itself. */
  readonly note: string | null;
  /**
   * Whether the result is what the ledger recorded, or answers; null where it holds no such figure, as for a step in
   * between.
   */
  readonly isAsRecorded: boolean | null;
}

/** Part of a line: how it is written, and what it is, as an exact fraction of dollars. */
export interface Term {
  readonly text: string;
  readonly numerator: bigint;
  readonly divisor: bigint;
  readonly binding: 'sum' | 'product' | 'alone';
}

/** An amount of money. */
export function amount(value: Money): Term {
  const text = groupedAmount(formatMoney(value));
  return { text, numerator: value, divisor: 100n, binding: value < 0n ? 'sum' : 'alone' };
}

/** A whole number: of days, of a year, of a hundred. */
export function whole(value: bigint | number): Term {
  return { text: String(value), numerator: BigInt(value), divisor: 1n, binding: 'alone' };
}

/** A number with two decimal places: a rate in percent, by its hundredths. */
export function hundredths(value: bigint): Term {
  return { text: formatMoney(money(value)), numerator: value, divisor: 100n, binding: 'alone' };
}

/** All of these amounts together; what is below nothing is taken off. Nothing at all is 0.00. */
export function total(values: readonly Money[]): Term {
  const [first = noMoney, ...rest] = values;
  return rest.reduce(
    (sofar, each) => (each < 0n ? minus(sofar, amount(money(-each))) : plus(sofar, amount(each))),
    amount(first),
  );
}

export function plus(one: Term, other: Term): Term {
  return {
    text: `${one.text} + ${bracketed(other)}`,
    numerator: one.numerator * other.divisor + other.numerator * one.divisor,
    divisor: one.divisor * other.divisor,
    binding: 'sum',
  };
}

export function minus(one: Term, other: Term): Term {
  return {
    text: `${one.text} - ${bracketed(other)}`,
    numerator: one.numerator * other.divisor - other.numerator * one.divisor,
    divisor: one.divisor * other.divisor,
    binding: 'sum',
  };
}

export function times(one: Term, other: Term): Term {
  return {
    text: `${bracketed(one)} x ${bracketed(other)}`,
    numerator: one.numerator * other.numerator,
    divisor: one.divisor * other.divisor,
    binding: 'product',
  };
}

/** @throws InvariantBroken where it is to be divided by nothing */
export function over(one: Term, other: Term): Term {
  invariant(other.numerator > 0n, 'a sum divides by nothing');
  return {
    text: `${bracketed(one)} / ${other.binding === 'alone' ? other.text : `(${other.text})`}`,
    numerator: one.numerator * other.divisor,
    divisor: one.divisor * other.numerator,
    binding: 'product',
  };
}

export function least(one: Term, ...others: readonly Term[]): Term {
  const found = others.reduce((least, each) => (isLess(each, least) ? each : least), one);
  return called('least', [one, ...others], found);
}

export function greatest(one: Term, ...others: readonly Term[]): Term {
  const found = others.reduce((most, each) => (isLess(most, each) ? each : most), one);
  return called('greatest', [one, ...others], found);
}

/** The term, or nothing where it is below nothing. */
export function orNothing(term: Term): Term {
  return greatest(term, amount(noMoney));
}

/** Cut to the cent. */
export function cut(term: Term): Term {
  return called('cut', [term], { numerator: (100n * term.numerator) / term.divisor, divisor: 100n });
}

/** To the cent, half a cent up. */
export function rounded(term: Term): Term {
  const { numerator, divisor } = term;
  return called('round', [term], {
    numerator: (200n * numerator + divisor) / (2n * divisor),
    divisor: 100n,
  });
}

/** What of a cent is left over where the term is cut: `2/3`; undefined where nothing is. */
export function leftOver({ numerator, divisor }: Term): string | undefined {
  const rest = (100n * numerator) % divisor;
  if (rest === 0n) return undefined;
  const by = commonDivisor(rest, divisor);
  return `${String(rest / by)}/${String(divisor / by)}`;
}

interface Beside {
  readonly note?: string;
  /** What the ledger recorded, or answers, of the same. */
  readonly recorded?: Money;
}

/** What a term comes to, cut to the cent. */
export function centsOf({ numerator, divisor }: Term): Money {
  return money((100n * numerator) / divisor);
}

/** The term with what it comes to. @throws InvariantBroken where that is no whole number of cents */
export function line(term: Term, { note, recorded }: Beside = {}): Line {
  const cents = centsOf(term);
  invariant(cents * term.divisor === 100n * term.numerator, 'a sum does not come to whole cents');
  const result = formatMoney(cents);
  const isAsRecorded = recorded === undefined ? null : recorded === cents;
  return { text: `${term.text} = ${groupedAmount(result)}`, result, note: note ?? null, isAsRecorded };
}

/** An amount as people read it: `1,200,000.00`. */
export function groupedAmount(text: MoneyText): string {
  return text.replace(/\B(?=(?:\d{3})+\.)/g, ',');
}

function called(
  name: string,
  terms: readonly Term[],
  { numerator, divisor }: Pick<Term, 'numerator' | 'divisor'>,
): Term {
  const text = `${name}(${terms.map((term) => term.text).join(', ')})`;
  return { text, numerator, divisor, binding: 'alone' };
}

/** Behind a plus or a minus, and in a product, a sum needs brackets. */
function bracketed({ text, binding }: Term): string {
  return binding === 'sum' ? `(${text})` : text;
}

function isLess(one: Term, other: Term): boolean {
  return one.numerator * other.divisor < other.numerator * one.divisor;
}

function commonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : commonDivisor(other, one % other);
}
