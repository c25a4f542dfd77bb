import type {
  CollectionCommand,
  ExpireLiability,
  RecordDeath,
  RecordNotice,
  RecordRelease,
  SetInterestTerms,
  SetPaymentSchedule,
  Waive,
} from '../collection/commands.ts';
import type { CollectionEvent, ObligationRef } from '../collection/events.ts';
import { holding } from '../calendar-date.ts';
import { formatMoney, noMoney, type Money, type MoneyText } from '../money.ts';
import { reject } from '../rejection.ts';
import { waivers } from '../statutes/18-usc-3612-h-waivers.ts';
import { accessoryKey, noticeGivenKey, obligationKey } from './keys.ts';
import { type CaseState } from './state.ts';

type Events = readonly CollectionEvent[];

/** Records what bears on the collection of an obligation, or on its life. Nothing accrues here: questions compute it. */
export function decideCollection(
  command: Exclude<CollectionCommand, ExpireLiability>,
  state: CaseState,
): Events {
  switch (command.type) {
    case 'SetInterestTerms':
      return setInterestTerms(command, state);
    case 'SetPaymentSchedule':
      return setPaymentSchedule(command, state);
    case 'RecordRelease':
      return recordRelease(command, state);
    case 'RecordDeath':
      return recordDeath(command, state);
    case 'WaiveInterest':
    case 'WaivePenalty':
      return waive(command, state);
    case 'RecordNotice':
      return recordNotice(command, state);
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

/** All that was waived, or so much; a waiver of the same day and amount is the same one. */
function waive({ type, amount, on, ...command }: Waive, state: CaseState): Events {
  const of = obligationOf(command, state);
  if (amount !== null && amount <= noMoney) reject('amount-not-positive', '/amount');
  const kind = type === 'WaiveInterest' ? 'INTEREST' : 'PENALTY';
  const before = state.waivers.get(accessoryKey(kind, of)) ?? [];
  if (before.some((each) => each.on === on && each.amount === amount)) return [];
  const data = { ...of, amount: textOrNull(amount), citation: waivers.citation };
  return [{ type: type === 'WaiveInterest' ? 'InterestWaived' : 'PenaltyWaived', effectiveOn: on, data }];
}

/** Notice may be given again; on one day it is one notice. */
function recordNotice(command: RecordNotice, state: CaseState): Events {
  const { notice, receiptId, on } = command;
  if ((receiptId !== null) !== (notice === 'RECEIPT')) reject('notice-incomplete', '/reference');
  const of = receiptId === null ? obligationOf(command, state) : ofReceipt(command, receiptId, state);
  const data = { ...of, receiptId, notice };
  if (state.noticesGiven.get(noticeGivenKey(data))?.includes(on)) return [];
  return [{ type: 'NoticeGiven', effectiveOn: on, data }];
}

function ofReceipt(
  { caseId, orderId, debtId }: RecordNotice,
  receiptId: NonNullable<RecordNotice['receiptId']>,
  { receipts }: CaseState,
): ObligationRef {
  if (orderId !== null || debtId !== null) reject('notice-incomplete', '/orderId');
  const { defendantId } = receipts.get(receiptId) ?? reject('receipt-not-found', '/reference');
  return { caseId, defendantId, orderId, debtId };
}

/** Which obligation of which defendant is meant, by the one id that is given. */
function obligationOf(
  command: Pick<SetInterestTerms, 'caseId' | 'orderId' | 'debtId'>,
  state: CaseState,
): ObligationRef {
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
