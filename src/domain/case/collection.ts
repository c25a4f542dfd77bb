import type {
  CollectionCommand,
  RecordDeath,
  RecordRelease,
  SetInterestTerms,
  SetPaymentSchedule,
} from '../collection/commands.ts';
import type { CollectionEvent, ObligationRef } from '../collection/events.ts';
import { holding } from '../calendar-date.ts';
import { formatMoney, noMoney, type Money, type MoneyText } from '../money.ts';
import { reject } from '../rejection.ts';
import { obligationKey, type CaseState } from './state.ts';

type Events = readonly CollectionEvent[];

/** Records what bears on the collection of an obligation, or on its life. Nothing accrues here: questions compute it. */
export function decideCollection(command: CollectionCommand, state: CaseState): Events {
  switch (command.type) {
    case 'SetInterestTerms':
      return setInterestTerms(command, state);
    case 'SetPaymentSchedule':
      return setPaymentSchedule(command, state);
    case 'RecordRelease':
      return recordRelease(command, state);
    case 'RecordDeath':
      return recordDeath(command, state);
  }
}

function setInterestTerms(command: SetInterestTerms, state: CaseState): Events {
  const { terms, limit, endsOn, on } = command;
  const of = obligationOf(command, state);
  if (limit !== null && limit <= noMoney) reject('amount-not-positive', '/limit');
  const said = { terms, limit: textOrNull(limit), endsOn };
  const before = holding(state.interestTerms.get(obligationKey(of)) ?? []);
  if (before?.on === on && isSame(before.said, said)) return [];
  return [{ type: 'InterestTermsSet', effectiveOn: on, data: { ...of, ...said } }];
}

function setPaymentSchedule(command: SetPaymentSchedule, state: CaseState): Events {
  const { manner, firstOn, amount, every, on } = command;
  const of = obligationOf(command, state);
  if (amount !== null && amount <= noMoney) reject('amount-not-positive', '/amount');
  const isLump = manner === 'LUMP_SUM';
  if ((amount === null) !== isLump) reject('schedule-incomplete', '/amount');
  if ((every === null) !== isLump) reject('schedule-incomplete', '/every');
  const said = { manner, firstOn, amount: textOrNull(amount), every };
  const before = holding(state.schedules.get(obligationKey(of)) ?? []);
  if (before?.on === on && isSame(before.said, said)) return [];
  return [{ type: 'PaymentScheduleSet', effectiveOn: on, data: { ...of, ...said } }];
}

/** Which obligation of which defendant is meant, by the one id that is given. */
function obligationOf(command: SetInterestTerms | SetPaymentSchedule, state: CaseState): ObligationRef {
  const { caseId, orderId, debtId } = command;
  if ((orderId === null) === (debtId === null)) reject('obligation-not-one', '/orderId');
  if (orderId !== null) {
    const { defendantId } = state.orders.get(orderId) ?? reject('order-not-found', '/orderId');
    return { caseId, defendantId, orderId, debtId: null };
  }
  const { defendantId } =
    (debtId === null ? undefined : state.debts.get(debtId)) ?? reject('debt-not-found', '/debtId');
  return { caseId, defendantId, orderId: null, debtId };
}

function recordRelease({ caseId, defendantId, on }: RecordRelease, state: CaseState): Events {
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  if (state.releases.get(defendantId)?.includes(on)) return [];
  return [{ type: 'DefendantReleased', effectiveOn: on, data: { caseId, defendantId } }];
}

/** A death on another day is a correction: the day that was recorded last counts. */
function recordDeath({ caseId, defendantId, on }: RecordDeath, state: CaseState): Events {
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  if (state.deaths.get(defendantId) === on) return [];
  return [{ type: 'DefendantDied', effectiveOn: on, data: { caseId, defendantId } }];
}

function textOrNull(amount: Money | null): MoneyText | null {
  return amount === null ? null : formatMoney(amount);
}

/** Whether two records of texts say the same, field by field. */
function isSame<Said extends object>(one: Said, other: Said): boolean {
  return (Object.keys(other) as (keyof Said)[]).every((field) => one[field] === other[field]);
}
