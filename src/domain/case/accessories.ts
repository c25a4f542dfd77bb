import { holding, type CalendarDate } from '../calendar-date.ts';
import {
  interestBegins,
  interestOwed,
  type Bearing,
  type InterestOwed,
} from '../collection/interest-owed.ts';
import type { InterestTermsSet, InterestUnknown, ObligationRef } from '../collection/events.ts';
import { penaltiesIncurred } from '../collection/penalties-incurred.ts';
import { owed, type Debt } from '../debt/debt.ts';
import type { CaseId, DefendantId } from '../ids.ts';
import { outstanding, terminated, type Liability } from '../liability/liability.ts';
import { add, atLeastNothing, noMoney, parseMoney, subtract, sum, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { PrincipalChange } from '../statutes/18-usc-3612-f-interest.ts';
import { leftAfterWaivers } from '../statutes/18-usc-3612-h-waivers.ts';
import { isUnderRulesOfFines, obligationOf, type Obligation } from '../statutes/obligations.ts';
import type { Schedule } from '../statutes/18-usc-3572-d-payment.ts';
import { changesIn, paymentsIn, type PrincipalDay } from './principal-index.ts';
import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import {
  accessoryKey,
  interestKey,
  noticeGivenKey,
  obligationKey,
  rateKey,
  type ObligationKey,
} from './keys.ts';
import { isDecidedByVictim, liabilitiesOf, type CaseState, type Order } from './state.ts';

/** A fine or an order of restitution that stands, as interest and penalties see it. */
export interface Principal extends ObligationRef {
  readonly obligation: Obligation;
  readonly offenceOn: CalendarDate;
  readonly judgmentOn: CalendarDate;
  /** Undefined of a fine. */
  readonly order: Order | undefined;
}

/** On which day, and by which answers, it is asked what is owed. */
export interface Asked {
  readonly on: CalendarDate;
  readonly policies: Policies;
}

/** Whose obligations in which case. */
export interface Debtor {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
}

/** The fines and orders of the defendant; what has expired bears nothing any more. */
export function* principalsOf(state: CaseState, { caseId, defendantId }: Debtor): Generator<Principal> {
  for (const order of state.orders.values()) {
    if (order.defendantId !== defendantId || order.expiredOn !== undefined) continue;
    const { orderId, statute, offenceOn, enteredOn: judgmentOn } = order;
    const ref = { caseId, defendantId, orderId, debtId: null };
    yield { ...ref, obligation: obligationOf(statute), offenceOn, judgmentOn, order };
  }
  for (const debt of state.debts.values()) {
    const { debtId, kind, offenceOn, imposedOn: judgmentOn } = debt;
    if (debt.defendantId !== defendantId || debt.expiredOn !== undefined || !isUnderRulesOfFines(kind))
      continue;
    const ref = { caseId, defendantId, orderId: null, debtId };
    yield { ...ref, obligation: kind, offenceOn, judgmentOn, order: undefined };
  }
}

/** The week whose yield sets the rate for the principal, and the first day that bears interest, whether or not any is owed. */
export function beginningOf(
  state: CaseState,
  principal: Principal,
  { on }: Pick<Asked, 'on'>,
): ReturnType<typeof interestBegins> {
  return interestBegins({
    terms: termsOf(state, principal, on)?.terms ?? 'STATUTE',
    judgmentOn: principal.judgmentOn,
  });
}

/** What has accrued of interest on the principal, before what was waived and paid; and why nothing, or not how much. */
export function interestAccrued(state: CaseState, principal: Principal, asked: Asked): InterestOwed {
  const { policies, on } = asked;
  return interestOwed(bearingOf(state, principal, asked), {
    ...{ on, dayCount: policies['P-32'] },
    yieldOf: (week) => state.rates.get(rateKey(principal, week)),
  });
}

/** What is owed of interest; undefined where that is not known, with the reason. */
export function interestLeft(
  state: CaseState,
  principal: Principal,
  asked: Asked,
): { readonly owed: Money } | { readonly why: InterestUnknown; readonly weekEndingOn: CalendarDate | null } {
  const { none, accrued, weekEndingOn } = interestAccrued(state, principal, asked);
  if (accrued === noMoney || isWaived(state, 'INTEREST', { principal, asked })) return { owed: noMoney };
  if (accrued === null) return { why: none === 'YIELD_MISSING' ? none : 'EARLIER_LAW', weekEndingOn };
  if (isJoint(state, principal)) return { why: 'OWED_JOINTLY', weekEndingOn: null };
  return { owed: left(state, 'INTEREST', { principal, asked, incurred: accrued }) };
}

/** What is owed of penalties: nothing where the court set no schedule, for then it is not known when payment was due. */
export function penaltiesLeft(state: CaseState, principal: Principal, asked: Asked): Money {
  const { on, policies } = asked;
  const key = obligationKey(principal);
  const schedules = [...(state.schedules.get(key) ?? [])]
    .filter((each) => each.on <= on)
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .map(({ on: since, said }) => ({ since, schedule: scheduleIn(said) }));
  if (schedules.length === 0 || isJoint(state, principal)) return noMoney;
  const days = daysOf(state, principal, policies['P-21']);
  const defaultNotices = state.noticesGiven.get(
    noticeGivenKey({ ...principal, receiptId: null, notice: 'DEFAULT' }),
  );
  const lateness = {
    ...{ schedules, changes: changesIn(days), payments: paymentsIn(days) },
    defaultNotices: defaultNotices ?? [],
  };
  const { delinquencyPenalty, defaultPenalty } = penaltiesIncurred(lateness, on, policies['P-33']);
  const incurred = add(delinquencyPenalty, defaultPenalty);
  return left(state, 'PENALTY', { principal, asked, incurred });
}

function scheduleIn(said: {
  readonly manner: 'LUMP_SUM' | 'INSTALMENTS' | 'NOMINAL';
  readonly firstOn: CalendarDate;
  readonly amount: string | null;
  readonly every: 'MONTH' | 'QUARTER' | null;
}): Schedule {
  const { manner, firstOn, amount, every } = said;
  if (manner === 'LUMP_SUM' || amount === null || every === null) return { manner: 'LUMP_SUM', firstOn };
  return { manner, firstOn, amount: parseMoney(amount), every };
}

interface Of {
  readonly principal: Principal;
  readonly asked: Asked;
}

function left(
  state: CaseState,
  kind: 'INTEREST' | 'PENALTY',
  { principal, asked, incurred }: Of & { readonly incurred: Money },
): Money {
  const unwaived = leftAfterWaivers(incurred, waivedBy(state, kind, { principal, asked }));
  const paid =
    kind === 'INTEREST'
      ? sum(interestPaidOn(state, principal, asked.policies['P-21']).map(({ amount }) => amount))
      : (state.penaltiesPaid.get(obligationKey(principal)) ?? noMoney);
  return atLeastNothing(subtract(unwaived, paid));
}

function waivedBy(
  state: CaseState,
  kind: 'INTEREST' | 'PENALTY',
  { principal, asked }: Of,
): readonly (Money | null)[] {
  const waivers = state.waivers.get(accessoryKey(kind, principal)) ?? [];
  return waivers.filter(({ on }) => on <= asked.on).map(({ amount }) => amount);
}

function isWaived(state: CaseState, kind: 'INTEREST' | 'PENALTY', of: Of): boolean {
  return waivedBy(state, kind, of).includes(null);
}

/** Others pay the principal too: of what of it one of them bears interest, no section says. */
function isJoint(state: CaseState, { orderId }: Principal): boolean {
  return orderId !== null && state.joint.get(orderId) !== undefined;
}

function bearingOf(state: CaseState, principal: Principal, { on, policies }: Asked): Bearing {
  const { obligation, offenceOn, judgmentOn } = principal;
  const said = termsOf(state, principal, on);
  const limit = said?.limit ?? null;
  return {
    ...{ obligation, offenceOn, judgmentOn },
    ordered: sum(daysOf(state, principal, 'STAYS_OWED').map(({ ordered }) => ordered)),
    terms: said?.terms ?? 'STATUTE',
    limit: limit === null ? undefined : parseMoney(limit),
    endsOn: said?.endsOn ?? undefined,
    changes: changesIn(daysOf(state, principal, policies['P-21'])),
    settled: settledOf(state, principal, { on, policies }),
  };
}

/** What of its interest is owed no more, by day: what was paid, and so much as the Attorney General waived. */
function settledOf(state: CaseState, principal: Principal, asked: Asked): Bearing['settled'] {
  const waivers = state.waivers.get(accessoryKey('INTEREST', principal)) ?? [];
  const waived = waivers.flatMap(({ on, amount }) => (amount === null ? [] : [{ on, amount }]));
  return [...interestPaidOn(state, principal, asked.policies['P-21']), ...waived];
}

/** What was paid of the interest on what of the principal bears it, by day. */
function interestPaidOn(
  state: CaseState,
  principal: Principal,
  answer: Policies['P-21'],
): readonly PrincipalChange[] {
  const parts = partsOf(state, principal, answer);
  return parts.flatMap((part) => paymentsIn(state.principals.daysOf(interestKey(part))));
}

function termsOf(
  state: CaseState,
  principal: Principal,
  on: CalendarDate,
): InterestTermsSet['data'] | undefined {
  const set = state.interestTerms.get(obligationKey(principal)) ?? [];
  return holding(set.filter((each) => each.on <= on))?.said;
}

/** How the principal came about, by day; without what has ended by law, or was set aside, where P-21 says so. */
function daysOf(state: CaseState, principal: Principal, answer: Policies['P-21']): readonly PrincipalDay[] {
  return partsOf(state, principal, answer).flatMap((part) => state.principals.daysOf(part));
}

/** Under which keys the principal is kept: of an order that a victim's stream decides, each liability by itself. */
function partsOf(
  state: CaseState,
  { order, debtId }: Principal,
  answer: Policies['P-21'],
): readonly (ObligationKey | LiabilityKey)[] {
  const endsToo = answer === 'ENDS_WITH_PRINCIPAL';
  const debt = debtId === null ? undefined : state.debts.get(debtId);
  if (debt) return endsToo && hasDebtEnded(debt) ? [] : [debt.debtId];
  if (order === undefined || (endsToo && order.vacatedOn !== undefined)) return [];
  if (!isDecidedByVictim(state, order)) return [order.orderId];
  return liabilitiesOf(state, order).flatMap((liability) =>
    endsToo && hasEnded(liability) ? [] : [liabilityKey(liability)],
  );
}

/** Whether nothing is owed under it any more, and not because it was paid. */
export function hasEnded(liability: Liability): boolean {
  return outstanding(liability) === noMoney && (liability.isVacated || terminated(liability) > noMoney);
}

function hasDebtEnded(debt: Debt): boolean {
  return owed(debt) === noMoney && (debt.vacatedOn !== undefined || debt.remitted > noMoney);
}
