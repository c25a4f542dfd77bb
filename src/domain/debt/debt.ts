import { laterOf, type CalendarDate } from '../calendar-date.ts';
import { add, atLeastNothing, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import type { DebtKind } from '../statutes/obligations.ts';
import type { DebtEvent, DebtImposed, DebtRef } from './events.ts';

/** One debt of one defendant in one case. Never changed, only replaced. */
export interface Debt extends DebtRef {
  readonly kind: DebtKind;
  readonly offenceOn: CalendarDate;
  readonly imposedOn: CalendarDate;
  readonly imposed: Money;
  readonly paid: Money;
  readonly remitted: Money;
  /** In the order of recording. */
  readonly remissions: readonly Remission[];
  readonly vacatedOn: CalendarDate | undefined;
  readonly expiredOn: CalendarDate | undefined;
  /** What the end of its term has ended, and did not in error. */
  readonly lapsed: Money;
  /** Whether an end of its term was recorded in error, and undone. */
  readonly isExpiryUndone: boolean;
  /** The latest day on which its amount changed otherwise than by a credit: no credit takes effect before it. */
  readonly settledOn: CalendarDate;
  /** The latest day on which its amount changed at all: no other change takes effect before it. */
  readonly lastOn: CalendarDate;
}

/** What a court remitted on one day. */
export interface Remission {
  readonly on: CalendarDate;
  readonly amount: Money;
}

/** What is still owed: never below nothing, and nothing once vacated or expired. */
export function owed({ imposed, paid, remitted, vacatedOn, expiredOn }: Debt): Money {
  const isGone = vacatedOn !== undefined || expiredOn !== undefined;
  return isGone ? noMoney : atLeastNothing(subtract(imposed, add(paid, remitted)));
}

/** The debt as it was imposed. */
export function imposedBy({ data, effectiveOn }: DebtImposed): Debt {
  const { debtId, caseId, defendantId, kind, amount, offenceOn } = data;
  return {
    ...{ debtId, caseId, defendantId, kind, offenceOn },
    imposedOn: effectiveOn,
    imposed: parseMoney(amount),
    ...{ paid: noMoney, remitted: noMoney, remissions: [], vacatedOn: undefined },
    ...{ expiredOn: undefined, lapsed: noMoney, isExpiryUndone: false },
    settledOn: effectiveOn,
    lastOn: effectiveOn,
  };
}

/** What can become of a debt that was imposed. */
export type DebtChange = Exclude<DebtEvent, { type: 'DebtImposed' | 'OrderOfPaymentSet' }>;

/** The debt after an event about it. */
export function changedBy(debt: Debt, { type, data, effectiveOn }: DebtChange): Debt {
  const amount = parseMoney(data.amount);
  const lastOn = laterOf(debt.lastOn, effectiveOn);
  switch (type) {
    case 'DebtCredited':
      return { ...debt, paid: add(debt.paid, amount), lastOn };
    case 'DebtReversed':
      return { ...debt, paid: subtract(debt.paid, amount), settledOn: lastOn, lastOn };
    case 'DebtRemitted':
      return {
        ...debt,
        remitted: add(debt.remitted, amount),
        remissions: [...debt.remissions, { on: effectiveOn, amount }],
        ...{ settledOn: lastOn, lastOn },
      };
    case 'DebtVacated':
      return { ...debt, vacatedOn: debt.vacatedOn ?? effectiveOn, settledOn: lastOn, lastOn };
    case 'DebtExpired':
      return {
        ...{ ...debt, expiredOn: debt.expiredOn ?? effectiveOn, lapsed: add(debt.lapsed, amount) },
        ...{ settledOn: lastOn, lastOn },
      };
    case 'DebtExpiryUndone':
      // Told without `vacated`, what had lapsed stays where readers have it: it is set aside no second time.
      return {
        ...{ ...debt, expiredOn: undefined, lapsed: noMoney, isExpiryUndone: true },
        ...{ settledOn: lastOn, lastOn },
      };
  }
}

/** The ids that every event about the debt names, and its kind. */
export function namesOf({ debtId, caseId, defendantId, kind }: Debt): DebtRef & { readonly kind: DebtKind } {
  return { debtId, caseId, defendantId, kind };
}
