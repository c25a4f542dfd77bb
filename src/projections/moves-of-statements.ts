import type { AccountPurpose } from '../domain/account/events.ts';
import type { Direction } from '../domain/claim/items.ts';
import { noMoney, parseBalance, parseMoney, subtract, type Money, type MoneyText } from '../domain/money.ts';
import type { Account } from '../domain/chart-of-accounts.ts';
import type { Move } from './move.ts';
import type { Told } from './told.ts';

/** Of the money of restitution, or of that of the Reserve: what the bank holds, what waits, and what was given up. */
const books = {
  RESTITUTION: { cash: 'cash', suspense: 'suspense', 'written-off': 'written-off' },
  RESERVE: { cash: 'reserve-cash', suspense: 'reserve-suspense', 'written-off': 'reserve-written-off' },
} as const satisfies Readonly<Record<AccountPurpose, Readonly<Record<string, Account>>>>;

/** What lines of statements move: what waits is in the books, and so is what was given up. */
export const movesOfStatements = {
  LineSuspended: ({ data }: Told<'LineSuspended'>) => [came('suspense', data)],
  LineReleased: ({ data }: Told<'LineReleased'>) => [went('suspense', data)],
  LineWrittenOff: ({ data }: Told<'LineWrittenOff'>) => [went('suspense', data), came('written-off', data)],
  LinesMatched: ({ data }: Told<'LinesMatched'>) => givenUp(data, (amount) => amount),
  LinesUnmatched: ({ data }: Told<'LinesUnmatched'>) => givenUp(data, (amount) => subtract(noMoney, amount)),
};

interface LineMoney {
  readonly purpose: AccountPurpose;
  readonly direction: Direction;
  readonly amount: MoneyText;
}

/** The line comes into the account: what came in is cash, and what went out is cash no more. */
function came(account: 'suspense' | 'written-off', { purpose, direction, amount }: LineMoney): Move {
  const cents = parseMoney(amount);
  const debit = books[purpose].cash;
  return {
    item: 0,
    debit,
    credit: books[purpose][account],
    amount: direction === 'IN' ? cents : subtract(noMoney, cents),
  };
}

function went(account: 'suspense' | 'written-off', line: LineMoney): Move {
  const move = came(account, line);
  return { ...move, amount: subtract(noMoney, move.amount) };
}

/** What lines come to more, or less, than what they confirm. */
function givenUp(
  { purpose, residual }: { readonly purpose: AccountPurpose; readonly residual?: MoneyText },
  towards: (amount: Money) => Money,
): readonly Move[] {
  if (residual === undefined) return [];
  const { cash: debit, 'written-off': credit } = books[purpose];
  return [{ item: 0, debit, credit, amount: towards(parseBalance(residual)) }];
}
