import { holding, type CalendarDate } from '../calendar-date.ts';
import {
  interestBegins,
  interestOwed,
  type Bearing,
  type InterestOwed,
} from '../collection/interest-owed.ts';
import type { InterestTermsSet, InterestUnknown } from '../collection/events.ts';
import { penaltiesIncurred } from '../collection/penalties-incurred.ts';
import type { CaseId, DefendantId } from '../ids.ts';
import { add, atLeastNothing, noMoney, parseMoney, subtract, sum, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { leftAfterWaivers } from '../statutes/18-usc-3612-h-waivers.ts';
import { isUnderRulesOfFines, obligationOf } from '../statutes/obligations.ts';
import type { Schedule } from '../statutes/18-usc-3572-d-payment.ts';
import { changesIn, orderedIn, paymentsIn } from './principal-index.ts';
import { daysOf, interestPaidOn, type Principal } from './principals.ts';
import { accessoryKey, noticeGivenKey, obligationKey, rateKey } from './keys.ts';
import type { CaseState } from './state.ts';
import { isDebtOver, isOrderOver } from './terms.ts';

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

/** The fines and orders of the defendant of which no end was recorded. */
export function* principalsUnended(state: CaseState, { caseId, defendantId }: Debtor): Generator<Principal> {
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

/** Those that are owed on the day: what the end of its term has ended bears nothing any more, recorded or not. */
export function* principalsOf(state: CaseState, of: Debtor & Asked): Generator<Principal> {
  for (const principal of principalsUnended(state, of)) {
    const { order, debtId } = principal;
    const debt = debtId === null ? undefined : state.debts.get(debtId);
    const isOver = order ? isOrderOver(state, order, of) : debt && isDebtOver(state, debt, of);
    if (isOver !== true) yield principal;
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
    ordered: orderedIn(daysOf(state, principal, 'STAYS_OWED')),
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

function termsOf(
  state: CaseState,
  principal: Principal,
  on: CalendarDate,
): InterestTermsSet['data'] | undefined {
  const set = state.interestTerms.get(obligationKey(principal)) ?? [];
  return holding(set.filter((each) => each.on <= on))?.said;
}
