import type { AccountPurpose } from '../../domain/account/events.ts';
import { firstDay, type CalendarDate } from '../../domain/calendar-date.ts';
import { add, formatMoney, money, noMoney, parseBalance, subtract, type Money } from '../../domain/money.ts';
import { accounts, type Account } from '../../domain/chart-of-accounts.ts';
import { accountsOf } from './accounts.ts';
import { itemParams, itemsSql, shownOfBeforeSql, unseenByDay } from './book-items.ts';
import { balanceIn, flowsOn, type Flow } from './journal-sums.ts';
import { linesSql } from './lines.ts';
import { cashOf } from './statements.ts';
import { type Frame, dayInRow } from './frame.ts';
import type { AccountView, ThreeWayProof } from '../views/statements.ts';

/**
 * Bank = book = what the books owe to whom, for one purpose on one day: what the banks hold by their last statements, with
 * what is between the two, is what the books hold, to the cent.
 *
 * An item is between the two where its line was booked later than the day, or never; a line where its item takes effect later.
 * What was in the books before there was an account stands by itself, as far as no bank has shown it since.
 */
export function threeWayOf(frame: Frame, purpose: AccountPurpose, on: CalendarDate): ThreeWayProof {
  const banks = accountsOf(frame).accounts.filter((each) => each.kind === 'BANK' && each.purpose === purpose);
  const bank = totalOf(banks.map(({ balance }) => parseBalance(balance)));
  const items = itemsBetween(frame, purpose);
  const notBooked = linesBetween(frame, purpose);
  const flows = flowsOn(frame);
  const book = balanceIn(flows, cashOf(purpose));
  const then = subtract(
    balanceIn(flowsOn(frame, dayInRow(openedOn(banks))), cashOf(purpose)),
    totalOf(banks.map(({ opening }) => parseBalance(opening))),
  );
  const before = subtract(then, shownOfBefore(frame, purpose));
  const between = subtract(subtract(items.IN, items.OUT), notBooked);
  const expected = add(add(bank, between), before);
  return {
    purpose,
    on,
    bank: formatMoney(bank),
    accounts: banks.map(({ accountId, balance, statements }) => {
      return { accountId, balance, upTo: statements.at(-1)?.to ?? null };
    }),
    inTransit: formatMoney(items.IN),
    outstanding: formatMoney(items.OUT),
    notBooked: formatMoney(notBooked),
    before: formatMoney(before),
    book: formatMoney(book),
    owedTo: owedTo(flows, purpose),
    difference: formatMoney(subtract(book, expected)),
  };
}

function totalOf(amounts: readonly Money[]): Money {
  return amounts.reduce((total, amount) => add(total, amount), noMoney);
}

function openedOn(banks: readonly AccountView[]): CalendarDate {
  return banks.map(({ openedOn: on }) => on).sort()[0] ?? firstDay;
}

/** Items in effect whose bank line is not there by the day, by direction. */
function itemsBetween(frame: Frame, purpose: AccountPurpose): Readonly<Record<'IN' | 'OUT', Money>> {
  const found = frame.all(
    `SELECT direction, sum(amount) AS amount
       FROM (${itemsSql(`AND i.purpose = :purpose AND ${unseenByDay}`)}) GROUP BY direction`,
    { ...itemParams(frame), purpose: frame.numberOf(purpose) },
  ) as readonly { readonly direction: bigint; readonly amount: bigint }[];
  const sum = (direction: string): Money =>
    money(found.find((each) => frame.term(each.direction) === direction)?.amount ?? 0n);
  return { IN: sum('IN'), OUT: sum('OUT') };
}

/** What was in the books before the first account was opened, and reached the bank after that: in less out. */
function shownOfBefore(frame: Frame, purpose: AccountPurpose): Money {
  const found = frame.first(
    `SELECT coalesce(sum(amount * ((direction = :goesIn) * 2 - 1)), 0) AS amount
       FROM (${shownOfBeforeSql}) WHERE purpose = :purpose`,
    { side: frame.numberOf('BANK'), goesIn: frame.numberOf('IN'), purpose: frame.numberOf(purpose) },
  ) as { readonly amount: bigint };
  return money(found.amount);
}

/** What lines of banks came to by the day that the books do not have: open ones, and those whose items take effect later. */
function linesBetween(frame: Frame, purpose: AccountPurpose): Money {
  const found = frame.first(
    `SELECT coalesce(sum(q.amount * ((q.direction = :goesIn) * 2 - 1)), 0) AS amount FROM (${linesSql(
      `AND l.repeatsStatementId IS NULL AND l.statementId IN (
         SELECT s.statementId FROM statements s WHERE s.kind = :bank AND s.purpose = :purpose)`,
    )}) q
       WHERE q.status IS NULL OR q.status = :open`,
    {
      ...{ purpose: frame.numberOf(purpose), bank: frame.numberOf('BANK'), goesIn: frame.numberOf('IN') },
      ...{ proved: frame.numberOf('PROVED'), open: frame.numberOf('open') },
    },
  ) as { readonly amount: bigint };
  return add(money(found.amount), laterItems(frame, purpose));
}

/** Items that a line of the day or before has confirmed, and that take effect after it. */
function laterItems(frame: Frame, purpose: AccountPurpose): Money {
  const found = frame.first(
    `SELECT coalesce(sum(i.amount * ((i.direction = :goesIn) * 2 - 1)), 0) AS amount FROM bookItems i
       JOIN itemClaims c ON c.id = i.id AND c.kind = i.kind AND c.side = :bank AND c.isClaimed = 1
       WHERE i.purpose = :purpose AND i.position <= :position AND i.effectiveOn > :day
         AND c.position = (SELECT max(x.position) FROM itemClaims x
           WHERE x.id = i.id AND x.kind = i.kind AND x.side = :bank AND x.position <= :position)
         AND (SELECT max(l.bookedOn) FROM lineMoves m
           JOIN statementLines l ON l.statementId = m.statementId AND l.line = m.line
           WHERE m.statementId = c.statementId AND m.matchId = c.matchId) <= :day`,
    { purpose: frame.numberOf(purpose), bank: frame.numberOf('BANK'), goesIn: frame.numberOf('IN') },
  ) as { readonly amount: bigint };
  return money(found.amount);
}

/** For whom the books hold it: the other accounts of the family, as what they are owed. */
function owedTo(flows: readonly Flow[], purpose: AccountPurpose): ThreeWayProof['owedTo'] {
  const cash = cashOf(purpose);
  const others = (Object.keys(accounts) as Account[]).filter(
    (account) => account !== cash && accounts[account] === accounts[cash],
  );
  return others.flatMap((account) => {
    const owed = subtract(noMoney, balanceIn(flows, account));
    return owed === noMoney ? [] : [{ account, amount: formatMoney(owed) }];
  });
}
