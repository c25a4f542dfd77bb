import type { Direction } from '../bank-line.ts';

/** What a transaction code says: which way, and whether the entry is live, a test without money, or one that came back. */
export interface AchCode {
  readonly direction: Direction;
  readonly standing: 'LIVE' | 'PRENOTE' | 'BACK';
}

/** Of checking, savings, general ledger and loan accounts the second digit says the same. */
const bySecondDigit: Readonly<Record<string, AchCode>> = {
  '1': { direction: 'CREDIT', standing: 'BACK' },
  '2': { direction: 'CREDIT', standing: 'LIVE' },
  '3': { direction: 'CREDIT', standing: 'PRENOTE' },
  '4': { direction: 'CREDIT', standing: 'LIVE' },
  '6': { direction: 'DEBIT', standing: 'BACK' },
  '7': { direction: 'DEBIT', standing: 'LIVE' },
  '8': { direction: 'DEBIT', standing: 'PRENOTE' },
  '9': { direction: 'DEBIT', standing: 'LIVE' },
};

/** A loan account is debited only to reverse. */
const ofLoans: Readonly<Record<string, AchCode>> = {
  '55': { direction: 'DEBIT', standing: 'LIVE' },
  '56': { direction: 'DEBIT', standing: 'BACK' },
};

/** The meaning of a transaction code; undefined where there is no such code. */
export function achCode(code: string): AchCode | undefined {
  if (code in ofLoans) return ofLoans[code];
  if (/^5[5-9]$/.test(code)) return undefined;
  return /^[2-5]/.test(code) ? bySecondDigit[code.charAt(1)] : undefined;
}

/** Which entries a batch says that it holds; undefined where there is no such class. */
export const serviceClasses: Readonly<Record<string, 'MIXED' | Direction>> = {
  '200': 'MIXED',
  '220': 'CREDIT',
  '225': 'DEBIT',
};

/** The classes of entries whose records are laid out as all others, or are international. */
export const entryClasses = new Set(
  'ACK ARC ATX BOC CCD CIE COR CTX DNE ENR IAT MTE POP POS PPD RCK SHR TEL TRC TRX WEB XCK'.split(' '),
);
