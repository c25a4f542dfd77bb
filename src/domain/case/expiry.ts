import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { ExpireLiability, UndoExpiry } from '../collection/commands.ts';
import type { Context } from '../decider.ts';
import type { DebtExpired } from '../debt/events.ts';
import { namesOf, owed, type Debt } from '../debt/debt.ts';
import { changeDay } from '../liability/liability.ts';
import { formatMoney, noMoney, type MoneyText } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { reject } from '../rejection.ts';
import {
  isEndKnown,
  liabilityEndsOn,
  termCitation,
  type Life,
} from '../statutes/18-usc-3613-b-termination.ts';
import type { CaseEvent } from './events.ts';
import { withLiabilities } from './orders.ts';
import type { CaseState, Order } from './state.ts';
import { lifeOfDebt, lifeOfOrder, termAnswers } from './terms.ts';

type Events = readonly CaseEvent[];

/** Records the end of a term, or that this was an error. */
export function decideExpiry(
  command: ExpireLiability | UndoExpiry,
  state: CaseState,
  context: Context,
): Events {
  return command.type === 'UndoExpiry'
    ? undoExpiry(command, state)
    : expireLiability(command, state, context);
}

/** Ends what is owed under an order, or on a debt, whose term is over by what the case knows of release and death. */
function expireLiability(command: ExpireLiability, state: CaseState, { policies }: Context): Events {
  const { orderId, debtId } = command;
  if (orderId !== null && debtId === null) {
    const order = state.orders.get(orderId) ?? reject('order-not-found', '/orderId');
    return expireOrder(command, order, { state, policies });
  }
  if (debtId === null || orderId !== null) reject('obligation-not-one', '/orderId');
  const debt = state.debts.get(debtId) ?? reject('debt-not-found', '/debtId');
  return expireDebt(command, debt, { state, policies });
}

/** Says that such an end was recorded in error; what is owed under the obligation then is owed again. */
function undoExpiry({ caseId, orderId, debtId, on }: UndoExpiry, state: CaseState): Events {
  if (orderId !== null && debtId === null) {
    const order = state.orders.get(orderId) ?? reject('order-not-found', '/orderId');
    if (order.expiredOn === undefined) return unlessUndone(order.termChanges > 0);
    const { defendantId } = order;
    const effectiveOn = laterOf(on, order.expiredOn);
    const data = { caseId, defendantId, orderId };
    return withLiabilities([{ type: 'OrderExpiryUndone', effectiveOn, data }], orderId, state);
  }
  if (debtId === null || orderId !== null) reject('obligation-not-one', '/orderId');
  return undoExpiryOf(state.debts.get(debtId) ?? reject('debt-not-found', '/debtId'), on);
}

function undoExpiryOf(debt: Debt, on: CalendarDate): Events {
  if (debt.expiredOn === undefined) return unlessUndone(debt.isExpiryUndone);
  const amount = formatMoney(owed({ ...debt, expiredOn: undefined }));
  const isSetAside = debt.vacatedOn !== undefined && debt.lapsed !== noMoney;
  const data = { ...namesOf(debt), amount, ...(isSetAside && { vacated: formatMoney(debt.lapsed) }) };
  return [{ type: 'DebtExpiryUndone', effectiveOn: changeDay(debt, on), data }];
}

function unlessUndone(isUndone: boolean): Events {
  return isUndone ? [] : reject('expiry-not-recorded', '/orderId');
}

interface Asked {
  readonly state: CaseState;
  readonly policies: Policies;
}

function expireOrder({ caseId, on }: ExpireLiability, order: Order, { state, policies }: Asked): Events {
  const { orderId, defendantId } = order;
  if (order.expiredOn !== undefined) return [];
  const life = lifeOfOrder(state, order);
  const effectiveOn = endBy(life, on, policies);
  const law = { citation: termCitation(life.obligation), policyVersion: policies.version };
  const data = { caseId, defendantId, orderId, ...law };
  return withLiabilities([{ type: 'OrderExpired', effectiveOn, data }], orderId, state);
}

function expireDebt({ on }: ExpireLiability, debt: Debt, { state, policies }: Asked): Events {
  if (debt.expiredOn !== undefined) return [];
  const endedOn = endBy(lifeOfDebt(state, debt), on, policies);
  return [debtExpired(debt, { on: endedOn, policies, amount: formatMoney(owed(debt)) })];
}

/** The day on which the term ended. @throws Rejection where it has not by this day, or the law sets none */
function endBy(life: Life, on: CalendarDate, policies: Policies): CalendarDate {
  const answers = termAnswers(policies);
  const endsOn = liabilityEndsOn(life, answers);
  if (endsOn === undefined) reject('liability-without-term', '/debtId');
  if (!isEndKnown(life, answers)) reject('release-not-recorded', '/on');
  if (on < endsOn) reject('liability-not-over', '/on', { day: endsOn });
  return endsOn;
}

interface DebtEnding {
  readonly on: CalendarDate;
  readonly policies: Policies;
  readonly amount: MoneyText;
}

function debtExpired(debt: Debt, { on, policies, amount }: DebtEnding): DebtExpired {
  const law = { citation: termCitation(debt.kind), policyVersion: policies.version };
  return {
    type: 'DebtExpired',
    effectiveOn: changeDay(debt, on),
    data: { ...namesOf(debt), amount, ...law },
  };
}

/** What a payment that came back would have made owed, had the debt not been over; nothing where it is not. */
export function overAgain(debt: Debt, ending: DebtEnding): Events {
  if (debt.vacatedOn !== undefined) {
    const data = { ...namesOf(debt), amount: ending.amount };
    return [{ type: 'DebtVacated', effectiveOn: changeDay(debt, ending.on), data }];
  }
  return debt.expiredOn === undefined ? [] : [debtExpired(debt, ending)];
}
