import { add, noMoney, parseMoney, subtract, type Money } from '../domain/money.ts';
import { invariant } from '../domain/rejection.ts';
import { tableOf, type Change, type Standing } from './read-model.ts';
import type { Told } from './told.ts';

/**
 * One payment instrument, as it stands now. The four amounts may be below nothing where money left that was not there:
 * applied + excess + refunded + settling = amount; = 0 once it was returned.
 */
export interface ReceiptRow {
  readonly receiptId: string;
  readonly position: number;
  readonly caseId: string;
  readonly defendantId: string;
  /** The order that the payor named. */
  readonly orderId: string | null;
  readonly method: string;
  /** Where the money came from; null where that was not said. */
  readonly origin: string | null;
  readonly receivedOn: string;
  readonly amount: Money;
  readonly applied: Money;
  readonly excess: Money;
  readonly refunded: Money;
  /** Received, and neither credited nor held. */
  readonly settling: Money;
  readonly returnedOn: string | null;
  /** The day on which it cleared, as far as that was said; it may have come back all the same. */
  readonly clearedOn: string | null;
}

const table = tableOf<ReceiptRow>({
  name: 'receipts',
  columns: {
    receiptId: 'term',
    position: 'integer',
    caseId: 'term',
    defendantId: 'term',
    orderId: 'term',
    method: 'word',
    origin: 'word',
    receivedOn: 'day',
    amount: 'amount',
    applied: 'amount',
    excess: 'amount',
    refunded: 'amount',
    settling: 'amount',
    returnedOn: 'day',
    clearedOn: 'day',
  },
  key: ['receiptId'],
  indexes: [],
});

/** What became of each payment, as it stands now. */
export const receipts: Standing = {
  table,
  changes: {
    PaymentReceived: (event) => [received(event)],
    RecoveryCredited: ({ data }) => [change(data, (row) => credited(row, parseMoney(data.accepted)))],
    RecoveryReversed: ({ data }) => [
      change(data, (row) => credited(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    OverpaymentTakenBack: ({ data }) => [
      change(data, (row) => credited(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    RecoveryTakenBack: ({ data }) => [
      change(data, (row) => credited(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    DebtCredited: ({ data }) => [change(data, (row) => credited(row, parseMoney(data.amount)))],
    DebtReversed: ({ data }) => [
      change(data, (row) => credited(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    InterestCredited: ({ data }) => [change(data, (row) => credited(row, parseMoney(data.amount)))],
    InterestReversed: ({ data }) => [
      change(data, (row) => credited(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    PenaltyCredited: ({ data }) => [change(data, (row) => credited(row, parseMoney(data.amount)))],
    PenaltyReversed: ({ data }) => [
      change(data, (row) => credited(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    ExcessHeld: ({ data }) => [change(data, (row) => held(row, parseMoney(data.amount)))],
    ExcessReleased: ({ data }) => [
      change(data, (row) => held(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    ExcessTakenBack: ({ data }) => [
      change(data, (row) => held(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    RefundMade: ({ data }) => [change(data, (row) => leftHeld(row, parseMoney(data.amount)))],
    RefundReturned: ({ data }) => [
      change(data, (row) => leftHeld(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    UnclaimedRefundSetAside: ({ data }) => [change(data, (row) => leftHeld(row, parseMoney(data.amount)))],
    UnclaimedRefundWithdrawn: ({ data }) => [
      change(data, (row) => leftHeld(row, subtract(noMoney, parseMoney(data.amount)))),
    ],
    PaymentReturned: (event) => [change(event.data, (row) => returned(row, event))],
    PaymentCleared: ({ data, effectiveOn }) => [change(data, () => ({ clearedOn: effectiveOn }))],
  },
};

type News = Partial<ReceiptRow>;

function received({ data, position, effectiveOn }: Told<'PaymentReceived'>): Change {
  const { receiptId, caseId, defendantId, orderId, method, origin = null } = data;
  const amount = parseMoney(data.amount);
  const row: ReceiptRow = {
    receiptId,
    position,
    caseId,
    defendantId,
    orderId,
    method,
    origin,
    receivedOn: effectiveOn,
    amount,
    applied: noMoney,
    excess: noMoney,
    refunded: noMoney,
    settling: amount,
    returnedOn: null,
    clearedOn: null,
  };
  return {
    key: [receiptId],
    to: (known) => {
      invariant(known === undefined, `${receiptId} is received a second time`);
      return row;
    },
  };
}

function credited(row: ReceiptRow, amount: Money): News {
  return { applied: add(row.applied, amount), settling: subtract(row.settling, amount) };
}

function held(row: ReceiptRow, amount: Money): News {
  return { excess: add(row.excess, amount), settling: subtract(row.settling, amount) };
}

/** What was refunded, or waits where nobody claims it: it has left what is held, and stays the payor's. */
function leftHeld(row: ReceiptRow, amount: Money): News {
  return { excess: subtract(row.excess, amount), refunded: add(row.refunded, amount) };
}

function returned(row: ReceiptRow, { data, effectiveOn }: Told<'PaymentReturned'>): News {
  const excess = parseMoney(data.excess);
  return {
    excess: subtract(row.excess, excess),
    settling: subtract(row.settling, subtract(parseMoney(data.amount), excess)),
    returnedOn: effectiveOn,
  };
}

function change({ receiptId }: { readonly receiptId: string }, news: (row: ReceiptRow) => News): Change {
  return {
    key: [receiptId],
    to: (row) => {
      invariant(row !== undefined, `${receiptId} was never received`);
      const known = row as ReceiptRow;
      return { ...known, ...news(known) };
    },
  };
}
