/** Days and amounts as a profile says that they are written. */
import { amountOfDecimal, centsOf } from '../cents.ts';
import { dayOf } from '../days.ts';
import type { AmountFormat, DateFormat, Negative } from './profile.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

const patterns: Readonly<Record<DateFormat, RegExp>> = {
  'YYYY-MM-DD': /^(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})$/,
  YYYYMMDD: /^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})$/,
  'M/D/YYYY': /^(?<m>[0-9]{1,2})\/(?<d>[0-9]{1,2})\/(?<y>[0-9]{4})$/,
  'M/D/YY': /^(?<m>[0-9]{1,2})\/(?<d>[0-9]{1,2})\/(?<y>[0-9]{2})$/,
  'D/M/YYYY': /^(?<d>[0-9]{1,2})\/(?<m>[0-9]{1,2})\/(?<y>[0-9]{4})$/,
  'D.M.YYYY': /^(?<d>[0-9]{1,2})\.(?<m>[0-9]{1,2})\.(?<y>[0-9]{4})$/,
  'D-MON-YYYY': /^(?<d>[0-9]{1,2})-(?<m>[A-Za-z]{3})-(?<y>[0-9]{4})$/,
};

/** A day in the first of these forms that it has; undefined where it has none, or there is no such day. */
export function readDay(text: string, formats: readonly DateFormat[]): string | undefined {
  for (const format of formats) {
    const { y, m, d } = patterns[format].exec(text)?.groups ?? {};
    if (y === undefined || m === undefined || d === undefined) continue;
    const month = months.indexOf(m.toUpperCase()) + 1;
    const day = dayOf(y.length === 2 ? `20${y}` : y, month > 0 ? String(month) : m, d);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The cents of an amount, below nothing where it is written so; undefined where it is not written as the format says. */
export function readCents(text: string, format: AmountFormat): bigint | undefined {
  for (const [negative, pattern] of Object.entries(signs) as [Negative, RegExp][]) {
    const [, inner, sign] = pattern.exec(text) ?? [];
    if (inner === undefined) continue;
    const cents = format.negatives.includes(negative) ? plainCents(inner, format) : undefined;
    return cents === undefined ? undefined : sign === 'CR' ? cents : -cents;
  }
  return plainCents(text, format);
}

const signs: Readonly<Record<Negative, RegExp>> = {
  PARENTHESES: /^\(([^()]+)\)$/,
  MINUS_BEFORE: /^-([^-]+)$/,
  MINUS_AFTER: /^([^-]+)-$/,
  CR_DR: /^(.+?) ?(CR|DR)$/,
};

function plainCents(text: string, { decimal, thousands, sign }: AmountFormat): bigint | undefined {
  const digits = sign !== '' && text.startsWith(sign) ? text.slice(sign.length) : text;
  const [whole = '', ...parts] = digits.split(decimal);
  const [part] = parts;
  if (parts.length > 1 || (part !== undefined && !/^[0-9]{2}$/.test(part))) return undefined;
  const plain = withoutThousands(whole, thousands);
  const amount = plain === undefined ? undefined : amountOfDecimal(`${plain}.${part ?? ''}`);
  return amount === undefined ? undefined : centsOf(amount);
}

/** Thousands are marked all, in their places, or not at all: `1,23` is not 123. */
function withoutThousands(whole: string, mark: AmountFormat['thousands']): string | undefined {
  if (/^[0-9]{1,15}$/.test(whole)) return whole;
  const [first = '', ...groups] = mark === '' ? [] : whole.split(mark);
  const isMarked = /^[0-9]{1,3}$/.test(first) && groups.every((group) => /^[0-9]{3}$/.test(group));
  return isMarked && groups.length <= 4 ? first + groups.join('') : undefined;
}
