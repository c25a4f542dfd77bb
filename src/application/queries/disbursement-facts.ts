/** What a plan of payments is made from, as the read models hold it. */
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { plusDays } from '../../domain/calendar-arithmetic.ts';
import {
  clearsOn,
  longestHold,
  termsOn,
  type Hold,
  type PaymentTerms,
} from '../../domain/disbursement/terms.ts';
import type { ReceiptSource } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import type { PaymentMethod } from '../../domain/receipt/events.ts';
import { type Frame, dayInRow, dayOf } from './frame.ts';

/** A victim's money of one case, by the numbers of both. */
export type ShareKey = `${bigint}/${bigint}`;

/** Sums by victim and case. */
export type Sums = ReadonlyMap<ShareKey, bigint>;

/** What adds to the money that is held for a victim, and what takes from it. */
const adds = [
  ...(['RecoveryCredited', 'InterestCredited'] as const),
  ...(['DisbursementReturned', 'UnclaimedMoneyWithdrawn'] as const),
];
const takes = [
  ...(['RecoveryReversed', 'OverpaymentTakenBack', 'RecoveryTakenBack', 'InterestReversed'] as const),
  ...(['RestitutionDisbursed', 'UnclaimedMoneySetAside'] as const),
];

const signed = `CASE WHEN t.type IN (${adds.map((type) => `:${type}`).join(', ')}) THEN t.amount ELSE -t.amount END`;
const isMove = `t.victimId IS NOT NULL AND +t.type IN (${[...adds, ...takes].map((type) => `:${type}`).join(', ')})
  AND t.position <= :position AND t.effectiveOn <= :day`;

/** Which moves are meant: a condition on the timeline, and what it is asked with. */
interface Which {
  readonly where: string;
  readonly params: Readonly<Record<string, number | string>>;
}

/** What these moves come to, by victim and case, in the order in which each was first heard of. */
export function movedIn(frame: Frame, { where, params }: Which): Sums {
  const numbers = Object.fromEntries([...adds, ...takes].map((type) => [type, frame.numberOf(type)]));
  const found = frame.all(
    `SELECT t.victimId, t.caseId, sum(${signed}) AS amount, min(t.position) AS first, min(t.item) AS item
       FROM timeline t WHERE ${where} AND ${isMove} GROUP BY t.victimId, t.caseId ORDER BY first, item`,
    { ...numbers, ...params },
  ) as readonly { victimId: bigint; caseId: bigint; amount: bigint }[];
  return new Map(found.map(({ victimId, caseId, amount }) => [`${victimId}/${caseId}` as const, amount]));
}

interface TermCells {
  readonly type: bigint;
  readonly effectiveOn: bigint;
  readonly source: bigint | null;
  readonly method: bigint | null;
  readonly days: bigint | null;
  readonly minimum: bigint | null;
  readonly staleAfterMonths: bigint | null;
}

/** The terms on which money is paid out, as they were set. */
export interface Terms {
  readonly holds: readonly Hold[];
  readonly payments: PaymentTerms;
}

/** Those that hold on a day. */
export function termsIn(frame: Frame, day: CalendarDate): Terms {
  const { holds, payments } = allTermsIn(frame);
  return { holds, payments: termsOn(payments, day) };
}

/** All that were set, in the order of recording. */
export function allTermsIn(frame: Frame): {
  readonly holds: readonly Hold[];
  readonly payments: readonly PaymentTerms[];
} {
  const found = frame.all(
    'SELECT * FROM disbursement_terms WHERE position <= :position AND effectiveOn <= :day ORDER BY position',
  ) as readonly TermCells[];
  const holds: Hold[] = [];
  const payments: PaymentTerms[] = [];
  for (const cells of found) {
    const on = dayOf(cells.effectiveOn);
    if (cells.minimum === null) {
      const source = frame.termOrNull(cells.source) as ReceiptSource | null;
      const method = frame.termOrNull(cells.method) as PaymentMethod | null;
      holds.push({ on, source, method, days: Number(cells.days) });
    } else {
      const staleAfterMonths = Number(cells.staleAfterMonths);
      payments.push({ on, minimum: money(cells.minimum), staleAfterMonths });
    }
  }
  return { holds, payments };
}

/** The receipts whose money has not cleared on a day: that the days of their hold are over says so, or whoever recorded it. */
export function unclearedIn(frame: Frame, { holds }: Terms, day: CalendarDate): readonly number[] {
  const since = dayInRow(plusDays(day, -longestHold(holds, day)));
  const young = frame.all(
    `SELECT receiptId, method, receivedOn FROM receipts
       WHERE receivedOn > :since AND position <= :position AND receivedOn <= :day
         AND NOT EXISTS (SELECT 1 FROM timeline t WHERE t.receiptId = receipts.receiptId AND +t.type = :cleared
           AND t.position <= :position AND t.effectiveOn <= :day)`,
    { since, cleared: frame.numberOf('PaymentCleared') },
  ) as readonly { receiptId: bigint; method: bigint; receivedOn: bigint }[];
  return young.flatMap(({ receiptId, method, receivedOn }) => {
    const [source = ''] = frame.term(receiptId).split('.');
    const receipt = { source, method: frame.term(method), receivedOn: dayOf(receivedOn) };
    return clearsOn(receipt, holds, day) > day ? [Number(receiptId)] : [];
  });
}

/** The orders whose appeal is pending, or was taken and not ended by then. */
export function appealedIn(frame: Frame): readonly number[] {
  const found = frame.all(
    'SELECT type, orderId FROM appeals WHERE position <= :position AND effectiveOn <= :day ORDER BY position',
  ) as readonly { type: bigint; orderId: bigint }[];
  const pending = new Map<bigint, boolean>();
  for (const { type, orderId } of found) pending.set(orderId, frame.term(type) === 'AppealTaken');
  return [...pending].flatMap(([orderId, isPending]) => (isPending ? [Number(orderId)] : []));
}

/**
 * What came back of payments and was not paid again, by victim and case. A payment by hand is that money first, and so is
 * what is reversed or taken back, for it is the victim’s no more, and what is set aside as unclaimed; one of a run is not, for runs leave it out.
 */
export function cameBackIn(frame: Frame): Sums {
  const found = frame.all(
    `SELECT victimId, caseId, type, amount, position FROM payment_lives WHERE victimId IN (${whoseCameBack})
         AND runId IS NULL AND position <= :position AND effectiveOn <= :day
       UNION ALL SELECT victimId, caseId, type, amount, position FROM timeline WHERE victimId IN (${whoseCameBack})
         AND +type IN (:recovery, :takenBack, :takenForCap, :interest, :setAside) AND position <= :position AND effectiveOn <= :day ORDER BY position`,
    {
      ...{ recovery: frame.numberOf('RecoveryReversed'), interest: frame.numberOf('InterestReversed') },
      takenBack: frame.numberOf('OverpaymentTakenBack'),
      takenForCap: frame.numberOf('RecoveryTakenBack'),
      setAside: frame.numberOf('UnclaimedMoneySetAside'),
    },
  ) as readonly { victimId: bigint; caseId: bigint; type: bigint; amount: bigint }[];
  const open = new Map<ShareKey, bigint>();
  for (const { victimId, caseId, type, amount } of found) {
    const key = `${victimId}/${caseId}` as const;
    const back = frame.term(type) === 'DisbursementReturned' ? amount : -amount;
    const left = (open.get(key) ?? 0n) + back;
    open.set(key, left > 0n ? left : 0n);
  }
  return open;
}

const whoseCameBack = 'SELECT victimId FROM disbursements WHERE amount < 0';
