import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { ExpireLiability } from '../collection/commands.ts';
import type { Context } from '../decider.ts';
import type { DebtExpired } from '../debt/events.ts';
import { namesOf, owed, type Debt } from '../debt/debt.ts';
import { changeDay } from '../liability/liability.ts';
import { formatMoney, type MoneyText } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { reject } from '../rejection.ts';
import { liabilityEndsOn, termCitation, type Life } from '../statutes/18-usc-3613-b-termination.ts';
import { obligationOf } from '../statutes/obligations.ts';
import type { CaseEvent } from './events.ts';
import { withLiabilities } from './orders.ts';
import type { CaseState, Order } from './state.ts';

type Events = readonly CaseEvent[];

/** Ends what is owed under an order, or on a debt, whose term is over by what the case knows of release and death. */
export function expireLiability(command: ExpireLiability, state: CaseState, { policies }: Context): Events {
  const { orderId, debtId } = command;
  if (orderId !== null && debtId === null) {
    const order = state.orders.get(orderId) ?? reject('order-not-found', '/orderId');
    return expireOrder(command, order, { state, policies });
  }
  if (debtId === null || orderId !== null) reject('obligation-not-one', '/orderId');
  const debt = state.debts.get(debtId) ?? reject('debt-not-found', '/debtId');
  return expireDebt(command, debt, { state, policies });
}

interface Asked {
  readonly state: CaseState;
  readonly policies: Policies;
}

function expireOrder({ caseId, on }: ExpireLiability, order: Order, { state, policies }: Asked): Events {
  const { orderId, defendantId } = order;
  if (order.expiredOn !== undefined) return [];
  if (order.vacatedOn !== undefined) reject('order-vacated', '/orderId');
  const { ground, on: finalDay } = order.final ?? {};
  const finalOn = ground === 'ENTRY_OF_JUDGMENT' ? undefined : finalDay;
  const obligation = obligationOf(order.statute);
  const { offenceOn, enteredOn: judgmentOn } = order;
  const life = { obligation, offenceOn, judgmentOn, finalOn, ...lived(state, order.defendantId) };
  const effectiveOn = endBy(life, on, policies);
  const law = { citation: termCitation(obligation), policyVersion: policies.version };
  const data = { caseId, defendantId, orderId, ...law };
  return withLiabilities([{ type: 'OrderExpired', effectiveOn, data }], orderId, state);
}

function expireDebt({ on }: ExpireLiability, debt: Debt, { state, policies }: Asked): Events {
  const { kind: obligation, offenceOn, imposedOn: judgmentOn, defendantId } = debt;
  if (debt.expiredOn !== undefined || debt.vacatedOn !== undefined) return [];
  const life = { obligation, offenceOn, judgmentOn, finalOn: undefined, ...lived(state, defendantId) };
  return [debtExpired(debt, { on: endBy(life, on, policies), policies, amount: formatMoney(owed(debt)) })];
}

/** The day on which the term ended. @throws Rejection where it has not by this day, or the law sets none */
function endBy(life: Life, on: CalendarDate, policies: Policies): CalendarDate {
  const endsOn = liabilityEndsOn(life, { term: policies['P-34'], death: policies['P-35'] });
  if (endsOn === undefined) reject('liability-without-term', '/debtId');
  if (on < endsOn) reject('liability-not-over', '/on', { day: endsOn });
  return endsOn;
}

function lived(
  { releases, deaths }: CaseState,
  defendantId: Order['defendantId'],
): Pick<Life, 'releasedOn' | 'diedOn'> {
  const [first, ...later] = releases.get(defendantId) ?? [];
  return { releasedOn: first && later.reduce(laterOf, first), diedOn: deaths.get(defendantId) };
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
