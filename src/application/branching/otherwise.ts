import type { CalendarDate } from '../../domain/calendar-date.ts';
import {
  add,
  formatMoney,
  noMoney,
  parseBalance,
  subtract,
  type Money,
  type MoneyText,
} from '../../domain/money.ts';
import { victimFigures } from '../queries/comparing/figures.ts';
import type { AllQueries } from '../views/all-queries.ts';
import type { InterestView } from '../views/collection.ts';
import type { Clocks, LiabilityView, Stamped, VictimSummary } from '../views/ledger.ts';
import type {
  ChargesOtherwise,
  FigureOtherwise,
  LiabilityOtherwise,
  LiabilityStanding,
  VictimOtherwise,
  WhatIfView,
} from '../views/what-if.ts';
import { besideBooks, rowsOf } from './pages.ts';

/** So many of a list are told one by one. */
const mostTold = 1_000;

/** Accounts in which something else would stand. */
export async function accountsOtherwise(
  branch: AllQueries,
  before: Clocks,
): Promise<Pick<Stamped<WhatIfView>, 'accounts' | 'stamp'>> {
  const [was, is] = [await branch.trialBalance(before), await branch.trialBalance({})];
  const accounts = was.accounts.flatMap(({ account, balance: books }, at) => {
    const after = is.accounts[at]?.balance ?? books;
    const difference = formatMoney(subtract(parseBalance(after), parseBalance(books)));
    return books === after ? [] : [{ account, books, branch: after, difference }];
  });
  return { accounts, stamp: was.stamp };
}

/** Liabilities of which something else would be owed, or that would stand otherwise. */
export async function liabilitiesOtherwise(
  branch: AllQueries,
  before: Clocks,
): Promise<Pick<WhatIfView, 'liabilities' | 'liabilitiesLeftOut' | 'outstanding'>> {
  const told = new Told<LiabilityOtherwise>();
  let outstanding = noMoney;
  const books = rowsOf((next) => branch.liabilities({}, before, next));
  const rows = rowsOf((next) => branch.liabilities({}, {}, next));
  for await (const [was, is] of besideBooks(books, rows, isSameLiability)) {
    if (was?.status === is.status && was.outstanding === is.outstanding) continue;
    const more = moreOf(was?.outstanding ?? null, is.outstanding);
    outstanding = add(outstanding, more);
    told.tell(() => liabilityOtherwise(was, is, more));
  }
  const { rows: liabilities, leftOut: liabilitiesLeftOut } = told;
  return { liabilities, liabilitiesLeftOut, outstanding: formatMoney(outstanding) };
}

const isSameLiability = (was: LiabilityView, is: LiabilityView): boolean =>
  was.orderId === is.orderId && was.victimId === is.victimId;

function liabilityOtherwise(
  was: LiabilityView | undefined,
  is: LiabilityView,
  more: Money,
): LiabilityOtherwise {
  const { orderId, victimId, caseId, defendantId } = is;
  return {
    ...{ orderId, victimId, caseId, defendantId },
    books: was === undefined ? null : standing(was),
    branch: standing(is),
    difference: formatMoney(more),
  };
}

function standing({ status, outstanding }: LiabilityView): LiabilityStanding {
  return { status, outstanding };
}

/** Victims of whom another figure would be true. */
export async function victimsOtherwise(
  branch: AllQueries,
  before: Clocks,
): Promise<Pick<WhatIfView, 'victims' | 'victimsLeftOut'>> {
  const told = new Told<VictimOtherwise>();
  const books = rowsOf((next) => branch.victims(before, next));
  const rows = rowsOf((next) => branch.victims({}, next));
  for await (const [was, is] of besideBooks(books, rows, isSameVictim)) {
    const figures = victimFigures.flatMap((figure) => otherwise(figure, was?.[figure] ?? null, is[figure]));
    if (figures.length > 0) told.tell(() => ({ victimId: is.victimId, figures }));
  }
  return { victims: told.rows, victimsLeftOut: told.leftOut };
}

const isSameVictim = (was: VictimSummary, is: VictimSummary): boolean => was.victimId === is.victimId;

/** Obligations on which other interest, or other penalties, would be owed on a day. */
export async function chargesOtherwise(
  branch: AllQueries,
  { knownAt, on }: { readonly knownAt: string; readonly on: CalendarDate },
): Promise<Pick<WhatIfView, 'charges' | 'chargesLeftOut' | 'chargesOn' | 'interest' | 'penalties'>> {
  const told = new Told<ChargesOtherwise>();
  let [interest, penalties]: [Money, Money] = [noMoney, noMoney];
  const books = rowsOf((next) => branch.interest({}, { knownAt, asOf: on }, next));
  const rows = rowsOf((next) => branch.interest({}, { asOf: on }, next));
  for await (const [was, is] of besideBooks(books, rows, isSameObligation)) {
    const [owed, penaltiesOwed] = [was?.owed ?? null, was?.penaltiesOwed ?? null];
    interest = add(interest, moreOf(owed, is.owed));
    penalties = add(penalties, moreOf(penaltiesOwed, is.penaltiesOwed));
    const figures = [
      ...otherwise('interestOwed', owed, is.owed),
      ...otherwise('penaltiesOwed', penaltiesOwed, is.penaltiesOwed),
    ];
    const { caseId, defendantId, orderId, debtId, obligation } = is;
    if (figures.length > 0) told.tell(() => ({ caseId, defendantId, orderId, debtId, obligation, figures }));
  }
  return {
    ...{ charges: told.rows, chargesLeftOut: told.leftOut, chargesOn: on },
    ...{ interest: formatMoney(interest), penalties: formatMoney(penalties) },
  };
}

const isSameObligation = (was: InterestView, is: InterestView): boolean =>
  was.caseId === is.caseId && was.orderId === is.orderId && was.debtId === is.debtId;

/** Nothing, where the figure is the same. */
function otherwise(
  figure: string,
  books: MoneyText | null,
  branch: MoneyText | null,
): readonly FigureOtherwise[] {
  return books === branch ? [] : [{ figure, books, branch }];
}

/** What there is none of, or what cannot be said, is nothing here. */
function moreOf(books: MoneyText | null, branch: MoneyText | null): Money {
  return subtract(parseBalance(branch ?? '0.00'), parseBalance(books ?? '0.00'));
}

/** What is told one by one, and of very much the first. */
class Told<Row> {
  readonly rows: Row[] = [];
  leftOut = 0;

  tell(row: () => Row): void {
    if (this.rows.length < mostTold) this.rows.push(row());
    else this.leftOut += 1;
  }
}
