import type { LedgerEvent } from '../domain/events.ts';
import { add, parseMoney, sum, type Money, type MoneyText } from '../domain/money.ts';
import { tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** One thing that happened, and whom it concerns. An event that tells of several things is a row for each. */
export interface MomentRow {
  readonly position: number;
  /** From 0. */
  readonly item: number;
  readonly type: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly caseId: string | null;
  readonly victimId: string | null;
  readonly defendantId: string | null;
  readonly orderId: string | null;
  readonly receiptId: string | null;
  readonly amount: bigint | null;
}

/** Everything that happened, in the order of recording; entries of the journal are found by subject through it. */
export const timelineTable = tableOf<MomentRow>({
  name: 'timeline',
  columns: {
    position: 'integer',
    item: 'integer',
    type: 'word',
    effectiveOn: 'day',
    recordedAt: 'instant',
    caseId: 'term',
    victimId: 'term',
    defendantId: 'term',
    orderId: 'term',
    receiptId: 'term',
    amount: 'amount',
  },
  key: ['position', 'item'],
  indexes: [['victimId'], ['caseId'], ['defendantId'], ['orderId', 'victimId'], ['receiptId']],
});

/** What an event is for the timeline. */
export function momentsOf(event: Told): readonly MomentRow[] {
  const { type, data } = event;
  if (type === 'ReceiptPassedOn' || type === 'ReceiptTakenBack') return passages(event);
  const isTakenBack = type === 'OverpaymentPassedOn' || type === 'RecoveryPassedOn';
  if (isTakenBack && data.fromCaseId !== data.caseId) return passages(event);
  if (type !== 'LiabilitiesTerminated' && type !== 'LiabilitiesReinstated') {
    return [moment(event, data as Subjects, { item: event.item, amount: amountOf(event) })];
  }
  return data.liabilities.map(({ orderId, victimId = data.victimId, caseId, defendantId, amount }, at) =>
    moment(
      event,
      { victimId, orderId, caseId, defendantId },
      { item: event.item + at, amount: parseMoney(amount) },
    ),
  );
}

type Passage = 'ReceiptPassedOn' | 'ReceiptTakenBack' | 'OverpaymentPassedOn' | 'RecoveryPassedOn';

/** Money between two cases is a row in the books of each: of the one that passed it on, and of the other. */
function passages(event: Told<Passage>): readonly MomentRow[] {
  const { receiptId, defendantId, fromCaseId, caseId } = event.data;
  const amount = parseMoney(event.data.amount);
  return [fromCaseId, caseId].map((each, at) =>
    moment(event, { receiptId, defendantId, caseId: each }, { item: event.item + at, amount }),
  );
}

/** Whom an event may concern; all events say it in the same words. */
interface Subjects {
  readonly caseId?: string | null;
  readonly victimId?: string | null;
  readonly defendantId?: string | null;
  readonly orderId?: string | null;
  readonly receiptId?: string | null;
}

function moment(
  { position, type, effectiveOn, recordedAt }: Told,
  { caseId = null, victimId = null, defendantId = null, orderId = null, receiptId = null }: Subjects,
  { item, amount }: Pick<MomentRow, 'item' | 'amount'>,
): MomentRow {
  return {
    position,
    item,
    type,
    effectiveOn,
    recordedAt,
    caseId,
    victimId,
    defendantId,
    orderId,
    receiptId,
    amount,
  };
}

/** The amount that a reader would ask for first; null where there is none. */
function amountOf(event: LedgerEvent): Money | null {
  switch (event.type) {
    case 'RecoveryCredited':
    case 'InterestReceived':
      return parseMoney(event.data.accepted);
    case 'GreatestLossChanged':
      return parsed(event.data.greatestLoss);
    case 'FullRecoveryReached':
    case 'FullRecoveryUndone':
      return parseMoney(event.data.recovered);
    case 'OrderEntered':
      return totalOf(event.data.lines);
    case 'PaymentAllocated':
      return add(totalOf(event.data.parts), parseMoney(event.data.unallocated));
    case 'PaymentApplied':
    case 'PaymentUnapplied':
    case 'OverpaymentUnapplied':
      return totalOf(event.data.parts);
    default:
      return 'amount' in event.data ? parsed(event.data.amount) : null;
  }
}

function totalOf(parts: readonly { readonly amount: MoneyText }[]): Money {
  return sum(parts.map(({ amount }) => parseMoney(amount)));
}

function parsed(amount: MoneyText | null): Money | null {
  return amount === null ? null : parseMoney(amount);
}
