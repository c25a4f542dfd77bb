import { annualRatePattern, isAnnualRateText } from '../domain/annual-rate.ts';
import { isCalendarDate } from '../domain/calendar-date.ts';
import {
  idPattern,
  instrumentNumberPattern,
  receiptReferencePattern,
  receiptSourcePattern,
  type IdKind,
} from '../domain/ids.ts';
import { monthPattern } from '../domain/period/month.ts';
import { lastPriority } from '../domain/statutes/18-usc-3664-i-several-victims.ts';
import { isMoneyText } from '../domain/money.ts';
import { isPriceIndexText, priceIndexPattern } from '../domain/statutes/consumer-price-index.ts';
import type { RequestRule } from './complaint.ts';
import { field, type FieldKind, type FieldSchema } from './field.ts';
import { isLabel, labelPattern, longestLabel } from './label.ts';

/** An amount of dollars and cents. @param description what the amount is of */
export function IsMoney(description: string): PropertyDecorator {
  return textField({
    schema: { type: 'string', description, example: '1250.00', pattern: '^(0|[1-9][0-9]{0,10})\\.[0-9]{2}$' },
    rule: 'not-an-amount',
    expected:
      'Write dollars, a point and two digits for cents, such as "1250.00": no sign, space, thousands mark or exponent, ' +
      'no needless zero in front, at most 99999999999.99.',
    fits: isMoneyText,
  });
}

/** A legal day. @param description of what it is the day */
export function IsDay(description: string): PropertyDecorator {
  return textField({
    schema: {
      type: 'string',
      description,
      example: '2026-03-02',
      format: 'date',
      pattern: '^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
    },
    rule: 'not-a-day',
    expected:
      'Write a day that exists as year, month and day, such as "2026-03-02": no hour, no week, from 1900 to 2999.',
    fits: isCalendarDate,
  });
}

/** A calendar year. @param description of what it is the year */
export function IsYear(description: string): PropertyDecorator {
  const pattern = '^(19|2[0-9])[0-9]{2}$';
  return textField({
    schema: { type: 'string', description, example: '2024', pattern },
    rule: 'not-a-year',
    expected: 'Write a year in four digits, such as "2024", from 1900 to 2999.',
    fits: matches(pattern),
  });
}

/** A month of the calendar. @param description which month it is */
export function IsMonth(description: string): PropertyDecorator {
  return textField({
    schema: { type: 'string', description, example: '2026-03', pattern: monthPattern },
    rule: 'not-a-month',
    expected: 'Write year and month, such as "2026-03", from 1900 to 2999.',
    fits: matches(monthPattern),
  });
}

/** A figure of the Consumer Price Index. @param description what it is the figure of */
export function IsPriceIndex(description: string): PropertyDecorator {
  return textField({
    schema: { type: 'string', description, example: '313.689', pattern: priceIndexPattern },
    rule: 'not-an-index',
    expected: 'Write the figure with all three places, such as "313.689", as it is published.',
    fits: isPriceIndexText,
  });
}

/** An id of this kind. @param description whose id it is */
export function IsId(kind: IdKind, description: string): PropertyDecorator {
  const pattern = idPattern(kind);
  const example = exampleIds[kind];
  return textField({
    schema: { type: 'string', description, example, pattern },
    rule: 'not-an-id',
    expected:
      `Write the id of a ${kind}, such as "${example}": ${pattern.slice(1, 3)} and then 1 to 26 digits and small ` +
      'consonants, never a vowel nor an l.',
    fits: matches(pattern),
  });
}

/** One of a closed list. @param choices each value, with what it means; the first is the example */
export function IsOneOf(choices: Readonly<Record<string, string>>, description: string): PropertyDecorator {
  const values = Object.keys(choices);
  return textField({
    schema: { type: 'string', description, example: values[0], enum: values },
    choices,
    rule: 'not-a-choice',
    expected: `Write one of these, in capitals as here: ${values.join(', ')}.`,
    fits: (text) => Object.hasOwn(choices, text),
  });
}

/** Who numbered the receipt. */
export function IsReceiptSource(): PropertyDecorator {
  const description = 'Who numbered the receipt: the short code of a clerk or an agency.';
  return textField({
    schema: { type: 'string', description, example: 'dcd', pattern: receiptSourcePattern },
    rule: 'not-a-source',
    expected:
      'Write the code of whoever numbered the receipt, such as "dcd": 2 to 12 small letters and digits.',
    fits: matches(receiptSourcePattern),
  });
}

/** The number of a cheque, or the trace of a transfer. @param description what it is the number of */
export function IsInstrumentNumber(description: string): PropertyDecorator {
  return textField({
    schema: { type: 'string', description, example: '100231', pattern: instrumentNumberPattern },
    rule: 'not-an-instrument-number',
    expected: 'Write the number in quotes as the bank says it, such as "100231": 1 to 15 digits.',
    fits: matches(instrumentNumberPattern),
  });
}

/** The number of the receipt. */
export function IsReceiptReference(): PropertyDecorator {
  const description = 'The number that the source gave the receipt; together with the source it is unique.';
  return textField({
    schema: { type: 'string', description, example: '2026-00017', pattern: receiptReferencePattern },
    rule: 'not-a-reference',
    expected:
      'Write the number of the receipt, such as "2026-00017": 1 to 32 digits, capital letters and dashes, at least one ' +
      'digit, no dash at either end.',
    fits: matches(receiptReferencePattern),
  });
}

/** A rank that a court gave: `1` is paid before `2`. @param description what is ranked */
export function IsRank(description: string): PropertyDecorator {
  return textField({
    schema: { type: 'string', description, example: '1', pattern: rankPattern },
    rule: 'not-a-rank',
    expected: `Write a whole number from 1 to ${String(lastPriority)} in quotes.`,
    fits: matches(rankPattern),
  });
}

const rankPattern = '^[1-9][0-9]?$';

/** A number of days or months. @param description what is counted */
export function IsCount(description: string): PropertyDecorator {
  return textField({
    schema: { type: 'string', description, example: '30', pattern: countPattern },
    rule: 'not-a-count',
    expected: 'Write a whole number from 0 to 999 in quotes, such as "30".',
    fits: matches(countPattern),
  });
}

const countPattern = '^(0|[1-9][0-9]{0,2})$';

/** A rate for a year, in percent. @param description of what it is the rate */
export function IsRate(description: string): PropertyDecorator {
  return textField({
    schema: { type: 'string', description, example: '4.05', pattern: annualRatePattern },
    rule: 'not-a-rate',
    expected: 'Write percent for a year with two digits after the point, such as "4.05", from 0.00 to 99.99.',
    fits: isAnnualRateText,
  });
}

/** How people call what is registered. @param description whose label it is */
export function IsLabel(description: string): PropertyDecorator {
  return textField({
    schema: {
      type: 'string',
      description,
      example: '1:20-cr-00123',
      pattern: labelPattern,
      maxLength: longestLabel,
    },
    rule: 'not-a-label',
    expected:
      'Write 1 to 120 printable characters, such as "1:20-cr-00123": no line break or other control character, no space ' +
      'at either end, and nothing that looks like an id of the ledger.',
    fits: isLabel,
  });
}

const exampleIds: Readonly<Record<IdKind, string>> = {
  victim: 'v-7k2m9q',
  case: 'c-s4t8',
  defendant: 'd-4x8t',
  order: 'o-5h3w',
  debt: 'b-6j2r',
  disbursement: 'p-0091',
  refund: 'f-0007',
  request: 'q-3t7n',
  deposit: 'r-0012',
  fee: 'g-0003',
  representative: 'h-2w9d',
  recovery: 'x-5r2c',
  run: 'n-20261130',
  account: 'k-2d7b',
  statement: 's-9g4t',
  match: 'm-6p3x',
  signatory: 'w-8h2c',
};

interface TextKind extends Pick<FieldKind, 'choices'> {
  readonly schema: FieldSchema;
  readonly rule: RequestRule;
  readonly expected: string;
  readonly fits: (text: string) => boolean;
}

/** A field of text: nothing is turned into text, for a number for an amount has lost its cents before it came here. */
export function textField({ rule, expected, fits, ...kind }: TextKind): PropertyDecorator {
  const notText = { rule: 'not-text', message: `This must be a text in quotes. ${expected}` } as const;
  const unfit = { rule, message: expected };
  return field({
    ...kind,
    fault: (value) => {
      if (typeof value !== 'string') return notText;
      return fits(value) ? undefined : unfit;
    },
  });
}

/** Whether a text fits a pattern. */
export function matches(pattern: string): (text: string) => boolean {
  const compiled = new RegExp(pattern);
  return (text) => compiled.test(text);
}
