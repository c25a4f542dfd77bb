import type { CaseId, DebtId, DefendantId } from '../../domain/ids.ts';
import { formatMoney, money } from '../../domain/money.ts';
import { termCitation } from '../../domain/statutes/18-usc-3613-b-termination.ts';
import { communityShares } from '../../domain/statutes/18-usc-3663-c-community-restitution.ts';
import type { DebtKind } from '../../domain/statutes/obligations.ts';
import type { List } from './paging.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { DebtFilter, DebtView } from '../views/debts.ts';
import type { ReceiptView } from '../views/receipts.ts';

/** Debts beside restitution that match, in the order in which they were imposed. */
export function debtList(filter: DebtFilter): List<DebtView> {
  return {
    name: 'debts',
    shape: ['number', 'number'],
    start: [0, 0],
    rows: (frame, [after = 0, item = 0], limit) => {
      const given = subjects.filter((subject) => filter[subject] !== undefined);
      const ids = given.map((subject): [string, number] => [subject, frame.numberOf(filter[subject] ?? '')]);
      const where = given.map((subject) => `AND i.${subject} = :${subject}`).join(' ');
      const found = frame.all(debtSql(where), {
        ...Object.fromEntries([
          ...ids,
          ...words.map((word): [string, number] => [word, frame.numberOf(word)]),
        ]),
        ...{ after, item, limit },
      }) as readonly DebtCells[];
      return found.map((cells) => ({
        row: debtView(frame, cells),
        place: [Number(cells.position), Number(cells.item)],
      }));
    },
  };
}

const subjects = ['caseId', 'defendantId'] as const;
const words = ['imposed', 'discharged', 'remitted', 'annulled', 'lapsed'] as const;

interface DebtCells {
  readonly position: bigint;
  readonly item: bigint;
  readonly debtId: bigint;
  readonly caseId: bigint;
  readonly defendantId: bigint;
  readonly kind: bigint;
  readonly effectiveOn: bigint;
  readonly imposed: bigint;
  readonly discharged: bigint;
  readonly remitted: bigint;
  readonly annulled: bigint;
  readonly lapsed: bigint;
  readonly lapsedOn: bigint | null;
}

function debtSql(where: string): string {
  const sums = words
    .slice(1)
    .map((word) => `coalesce(sum(d.amount) FILTER (WHERE d.became = :${word}), 0) AS ${word}`);
  return `SELECT i.position, i.item, i.debtId, i.caseId, i.defendantId, i.kind, i.effectiveOn, i.amount AS imposed,
      ${sums.join(', ')}, max(CASE WHEN d.became = :lapsed AND d.amount > 0 THEN d.effectiveOn END) AS lapsedOn
    FROM debts i LEFT JOIN debts d ON d.debtId = i.debtId AND d.position <= :position AND d.effectiveOn <= :day
    WHERE i.became = :imposed AND i.position <= :position AND i.effectiveOn <= :day
      AND (i.position, i.item) > (:after, :item) ${where}
    GROUP BY i.position, i.item ORDER BY i.position, i.item LIMIT :limit`;
}

function debtView(frame: Frame, cells: DebtCells): DebtView {
  const owed = cells.imposed - cells.discharged - cells.remitted - cells.annulled - cells.lapsed;
  const kind = frame.term(cells.kind) as DebtKind;
  return {
    debtId: frame.term(cells.debtId) as DebtId,
    caseId: frame.term(cells.caseId) as CaseId,
    defendantId: frame.term(cells.defendantId) as DefendantId,
    kind,
    imposedOn: dayOf(cells.effectiveOn),
    imposed: amountOf(cells.imposed),
    paid: amountOf(cells.discharged),
    remitted: amountOf(cells.remitted),
    vacated: amountOf(cells.annulled),
    lapsed: amountOf(cells.lapsed),
    ending: endingOf(cells, kind),
    outstanding: amountOf(owed),
    paidTo: kind === 'COMMUNITY_RESTITUTION' ? sharesOf(cells.discharged) : null,
  };
}

/** That its term was over; not where that was an error, and nothing has ended with it. */
function endingOf({ lapsed, lapsedOn }: DebtCells, kind: DebtKind): DebtView['ending'] {
  if (lapsedOn === null || lapsed === 0n) return null;
  return { on: dayOf(lapsedOn), citation: termCitation(kind) };
}

function sharesOf(paid: bigint): DebtView['paidTo'] {
  const { CRIME_VICTIM_ASSISTANCE: assistance, SUBSTANCE_ABUSE_BLOCK_GRANT: abuse } = communityShares(
    money(paid),
  );
  return {
    CRIME_VICTIM_ASSISTANCE: formatMoney(assistance),
    SUBSTANCE_ABUSE_BLOCK_GRANT: formatMoney(abuse),
  };
}

/** What a receipt paid on debts beside restitution, in the order of payment; what came back is not among it. */
export function debtPartsOf(frame: Frame, receipt: number): ReceiptView['debts'] {
  const parts = frame.all(
    `SELECT debtId, kind, sum(amount) AS amount, min(position) AS first, item FROM debts
      WHERE receiptId = :receipt AND position <= :position AND effectiveOn <= :day
      GROUP BY debtId HAVING sum(amount) <> 0 ORDER BY first, item`,
    { receipt },
  ) as readonly Pick<DebtCells & { readonly amount: bigint }, 'debtId' | 'kind' | 'amount'>[];
  return parts.map((cells) => ({
    debtId: frame.term(cells.debtId) as DebtId,
    kind: frame.term(cells.kind) as DebtKind,
    amount: amountOf(cells.amount),
  }));
}
