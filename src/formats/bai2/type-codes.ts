import type { BankLineKind, Direction } from '../bank-line.ts';

/** Codes whose meaning is more than money in or money out. */
const kinds: Readonly<Record<string, BankLineKind>> = {
  '168': 'RETURN',
  '252': 'REVERSAL',
  '254': 'ADJUSTMENT',
  '255': 'RETURN',
  '257': 'RETURN',
  '258': 'REVERSAL',
  '395': 'REVERSAL',
  '452': 'REVERSAL',
  '468': 'RETURN',
  '474': 'CHECK_PRESENTED',
  '475': 'CHECK_PRESENTED',
  '552': 'REVERSAL',
  '554': 'ADJUSTMENT',
  '555': 'RETURN',
  '557': 'RETURN',
  '558': 'REVERSAL',
  '631': 'ADJUSTMENT',
  '661': 'FEE',
  '698': 'FEE',
};

/** What a type code of a detail says: which way, and what it was; undefined where nobody can tell. */
export function baiCode(
  code: string,
): { readonly direction: Direction; readonly kind: BankLineKind } | undefined {
  const direction = directionOf(Number(code));
  if (!/^[0-9]{3}$/.test(code) || direction === undefined) return undefined;
  return { direction, kind: kinds[code] ?? (direction === 'CREDIT' ? 'DEPOSIT' : 'WITHDRAWAL') };
}

/** Each hundred is of one side; of the nine hundreds, which a bank gives meanings of its own, some are of each. */
function directionOf(code: number): Direction | undefined {
  if ((code >= 100 && code < 400) || (code >= 920 && code < 960)) return 'CREDIT';
  if ((code >= 400 && code < 700) || (code >= 960 && code < 1000)) return 'DEBIT';
  return undefined;
}
