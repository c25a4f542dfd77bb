import type { CaseId, DefendantId, ReceiptId } from '../../domain/ids.ts';
import { formatMoney, money } from '../../domain/money.ts';
import { orderOfPayment } from '../../domain/statutes/18-usc-3612-c-order-of-payment.ts';
import type { ReviewView } from '../views/law.ts';
import { dayOf, type Frame } from './frame.ts';
import type { Listed } from './paging.ts';

/** No other reason to look at what is held of a receipt has this line. */
const line = 1_003;

interface Cells {
  readonly position: bigint;
  readonly type: bigint;
  readonly receiptId: bigint;
  readonly caseId: bigint;
  readonly defendantId: bigint;
  readonly effectiveOn: bigint;
  readonly amount: bigint;
  readonly awaitsCourt: bigint;
}

interface Asked {
  readonly caseId: CaseId | undefined;
  readonly after: readonly (string | number)[];
  readonly limit: number;
}

const changes = `SELECT e.* FROM excesses e WHERE e.position <= :position AND e.effectiveOn <= :day
  AND e.receiptId IN (SELECT a.receiptId FROM excesses a WHERE a.awaitsCourt = 1)`;

/** What is held until a court says what becomes of it (P-09, P-40), as long as any of it is. */
export function awaitingCourt(frame: Frame, { caseId, after, limit }: Asked): readonly Listed<ReviewView>[] {
  const narrowed = caseId === undefined ? '' : 'AND e.caseId = :case';
  const found = frame.all(`${changes} ${narrowed} ORDER BY e.position`, {
    ...(caseId !== undefined && { case: frame.numberOf(caseId) }),
  }) as readonly Cells[];
  const byReceipt = new Map<bigint, Cells[]>();
  for (const cells of found) {
    const rows = byReceipt.get(cells.receiptId) ?? [];
    rows.push(cells);
    byReceipt.set(cells.receiptId, rows);
  }
  const listed = [...byReceipt.values()].flatMap((rows) => listedOf(frame, rows));
  return listed
    .filter(({ place }) => isAfter(place, after))
    .sort((one, other) => one.row.position - other.row.position)
    .slice(0, limit);
}

/** Whether a court must say what becomes of what is held of the receipt. */
export function awaitsCourt(frame: Frame, receipt: number): boolean {
  const rows = frame.all(
    `SELECT e.* FROM excesses e WHERE e.receiptId = :receipt AND e.position <= :position AND e.effectiveOn <= :day
       ORDER BY e.position`,
    { receipt },
  ) as readonly Cells[];
  return rows.reduce((held, { amount }) => held + amount, 0n) > 0n && awaitsCourtAmong(frame, rows);
}

/** As long as a court must say what becomes of some of what is held, nobody can tell it from the rest. */
export function awaitsCourtAmong(
  frame: Frame,
  rows: readonly Pick<Cells, 'type' | 'amount' | 'awaitsCourt'>[],
): boolean {
  let [held, awaits] = [0n, false];
  for (const { type, amount, awaitsCourt } of rows) {
    if (frame.term(type) === 'ExcessHeld') awaits = awaitsCourt === 1n || (held > 0n && awaits);
    held += amount;
  }
  return awaits;
}

function listedOf(frame: Frame, rows: readonly Cells[]): readonly Listed<ReviewView>[] {
  const held = rows.reduce((running, { amount }) => running + amount, 0n);
  const since = rows.findLast(({ awaitsCourt }) => awaitsCourt === 1n);
  if (since === undefined || held <= 0n || !awaitsCourtAmong(frame, rows)) return [];
  const row: ReviewView = {
    position: Number(since.position),
    effectiveOn: dayOf(since.effectiveOn),
    reason: 'AWAITS_COURT',
    ...{ citation: orderOfPayment.citation, authority: null },
    amount: formatMoney(money(held)),
    caseId: frame.term(since.caseId) as CaseId,
    defendantId: frame.term(since.defendantId) as DefendantId,
    receiptId: frame.term(since.receiptId) as ReceiptId,
    ...{ victimId: null, orderId: null, debtId: null, representativeId: null },
  };
  return [{ row, place: [row.position, 0, line] }];
}

function isAfter(place: readonly (string | number)[], after: readonly (string | number)[]): boolean {
  const at = place.findIndex((each, index) => each !== (after[index] ?? 0));
  return at !== -1 && Number(place[at]) > Number(after[at] ?? 0);
}
