import type { CaseId, VictimId } from '../../domain/ids.ts';
import { formatMoney, money, type MoneyText } from '../../domain/money.ts';
import { orderOfPayment } from '../../domain/statutes/18-usc-3612-c-order-of-payment.ts';
import type { Listed } from './paging.ts';
import { dayOf, type Frame } from './frame.ts';
import { historyOf } from './victim-histories.ts';
import type { HeldThen } from './victim-history.ts';
import type { ReviewView } from '../views/law.ts';

/** What is held for a victim out of one case, in cents: below nothing where more was paid out than came in. */
interface HeldCells {
  readonly victimId: bigint;
  readonly caseId: bigint;
  readonly interest: bigint;
  readonly held: bigint;
  /** Where the last payment out stands; null where there was none. */
  readonly paidOutAt: bigint | null;
}

/** What is held for a victim over all cases. */
export interface Held {
  /** Interest paid for the victim, less what of it came back. */
  readonly interest: MoneyText;
  readonly held: MoneyText;
  /** What was paid out of cases beyond what was held there. */
  readonly paidBeyondHeld: MoneyText;
}

/** What is held for one victim, under any of these ids, and what was paid out beyond it: each id has accounts of its own. */
export function heldFor(frame: Frame, victims: readonly number[]): Held {
  let [interest, held, beyond] = [0n, 0n, 0n];
  const each = victims.flatMap((victim): readonly HeldThen[] => {
    const remembered = frame.isNow ? undefined : historyOf(frame, victim);
    return remembered?.heldOn(frame) ?? heldIn(frame, { where: 'victimId = :victim', params: { victim } });
  });
  for (const cells of each) {
    interest += cells.interest;
    if (cells.held > 0n) held += cells.held;
    else beyond -= cells.held;
  }
  return {
    interest: formatMoney(money(interest)),
    held: formatMoney(money(held)),
    paidBeyondHeld: formatMoney(money(beyond)),
  };
}

interface Which {
  readonly where: string;
  readonly params: Readonly<Record<string, number>>;
  /** A condition on the sums. */
  readonly having?: string;
}

function heldIn(frame: Frame, { where, params, having = 'true' }: Which): readonly HeldCells[] {
  const sql = frame.isNow
    ? `SELECT * FROM held WHERE ${where} AND ${having}`
    : `SELECT * FROM (${heldThen}) WHERE ${where} AND ${having}`;
  const numbers = frame.isNow ? [] : movers.map((type): [string, number] => [type, frame.numberOf(type)]);
  return frame.all(sql, { ...Object.fromEntries(numbers), ...params }) as readonly HeldCells[];
}

const movers = [
  ...['RecoveryCredited', 'InterestCredited', 'DisbursementReturned', 'UnclaimedMoneyWithdrawn'],
  ...['RecoveryReversed', 'OverpaymentTakenBack', 'RecoveryTakenBack', 'InterestReversed'],
  ...['RestitutionDisbursed', 'UnclaimedMoneySetAside'],
];

const signed = `CASE WHEN t.type IN (:RecoveryCredited, :InterestCredited, :DisbursementReturned, :UnclaimedMoneyWithdrawn)
  THEN t.amount ELSE -t.amount END`;

const heldThen = `SELECT t.victimId, t.caseId, sum(${signed}) AS held,
    sum(CASE WHEN t.type IN (:InterestCredited, :InterestReversed) THEN ${signed} ELSE 0 END) AS interest,
    max(CASE WHEN t.type = :RestitutionDisbursed THEN t.position END) AS paidOutAt
  FROM timeline t WHERE t.victimId IS NOT NULL AND +t.type IN (${movers.map((type) => `:${type}`).join(', ')})
    AND t.position <= :position AND t.effectiveOn <= :day
  GROUP BY t.victimId, t.caseId`;

/** No other reason to look at a payment out has this line. */
const line = 1_001;

interface Asked {
  readonly caseId: CaseId | undefined;
  readonly after: readonly (string | number)[];
  readonly limit: number;
}

/** The payments out by which more had left a case for a victim than was held there, as long as that is so. */
export function paidBeyondHeld(frame: Frame, { caseId, after, limit }: Asked): readonly Listed<ReviewView>[] {
  const [position = 0, item = 0, lastLine = 0] = after;
  const of = caseId === undefined ? {} : { case: frame.numberOf(caseId) };
  const found = heldIn(frame, {
    where: `(paidOutAt, 0, ${String(line)}) > (:fromPosition, :item, :line)${caseId === undefined ? '' : ' AND caseId = :case'}`,
    having: 'held < 0 ORDER BY paidOutAt LIMIT :limit',
    params: {
      ...{ fromPosition: Number(position), item: Number(item), line: Number(lastLine), limit },
      ...of,
    },
  });
  return found.map((cells) => ({
    row: rowOf(frame, cells),
    place: [Number(cells.paidOutAt), 0, line],
  }));
}

function rowOf(frame: Frame, { victimId, caseId, held, paidOutAt }: HeldCells): ReviewView {
  const { effectiveOn } = frame.first('SELECT effectiveOn FROM timeline WHERE position = :at LIMIT 1', {
    at: Number(paidOutAt),
  }) as { readonly effectiveOn: bigint };
  return {
    position: Number(paidOutAt),
    effectiveOn: dayOf(effectiveOn),
    reason: 'PAID_BEYOND_HELD',
    ...{ citation: orderOfPayment.citation, authority: null },
    amount: formatMoney(money(-held)),
    caseId: frame.term(caseId) as CaseId,
    victimId: frame.term(victimId) as VictimId,
    ...{ orderId: null, debtId: null, receiptId: null, defendantId: null, representativeId: null },
  };
}
