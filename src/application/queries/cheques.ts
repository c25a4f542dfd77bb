import { plusDays, plusYears } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { staleIssuesOn, type StaleIssues } from '../../domain/disbursement/stale.ts';
import { voidReasons } from '../../domain/payment/instrument.ts';
import { dueToTreasury } from '../../domain/statutes/28-usc-2042-unclaimed.ts';
import { allTermsIn } from './disbursement-facts.ts';
import type { List } from './paging.ts';
import { chequeView, type ChequeCells } from './cheque-view.ts';
import type { ChequeFilter, ChequeView } from '../views/disbursements.ts';

const ofPayment = 'x.paymentId = p.paymentId AND x.ownerId = p.ownerId';
const known = 'x.position <= :position AND x.effectiveOn <= :day';

/** A presentation, or a question about one, that no undone match has taken back. */
const stands = `NOT EXISTS (SELECT 1 FROM instruments w WHERE w.paymentId = x.paymentId AND w.ownerId = x.ownerId
  AND w.type IN (:withdrawn, :refundWithdrawn) AND w.statementId = x.statementId AND w.line = x.line AND w.position > x.position
  AND w.position <= :position)`;
const shown = `FROM instruments x WHERE ${ofPayment} AND x.type IN (:presented, :refundPresented) AND ${known} AND ${stands}`;

/** The day of what was said once of a payment. */
function dayOfType(name: string): string {
  return `(SELECT x.effectiveOn FROM instruments x WHERE ${ofPayment} AND x.type IN (:${name}, :${name}Refund) AND ${known} LIMIT 1)`;
}

const payments = `SELECT p.*, d.paidTo, d.representativeId, i.instrument, i.number, i.effectiveOn AS issuedOn,
    r.effectiveOn AS returnedOn, r.reason AS returnReason,
    ${dayOfType('setAside')} AS setAsideOn, ${dayOfType('deposited')} AS atTreasuryOn,
    ${dayOfType('claimed')} AS claimedOn, (SELECT count(*) ${shown}) AS presentations,
    (SELECT sum(x.amount) ${shown}) AS presented,
    (SELECT max(x.effectiveOn) ${shown}) AS presentedOn,
    (SELECT x.paymentId FROM payment_lives x WHERE x.replaces = p.paymentId AND x.ownerId = p.ownerId
      AND ${known} LIMIT 1) AS replacedBy,
    (SELECT group_concat(DISTINCT x.question) FROM instruments x WHERE ${ofPayment} AND x.type IN (:questioned, :refundQuestioned)
      AND ${known} AND ${stands}) AS questions
  FROM payment_lives p
  LEFT JOIN disbursements d ON d.position = p.position
  LEFT JOIN instruments i ON i.position = (SELECT max(x.position) FROM instruments x
    WHERE ${ofPayment} AND x.type IN (:issued, :refundIssued) AND ${known})
  LEFT JOIN payment_lives r ON r.position = (SELECT max(x.position) FROM payment_lives x
    WHERE ${ofPayment} AND x.type IN (:returned, :refundReturned) AND ${known})
  WHERE p.type IN (:disbursed, :refunded) AND p.position > :from AND p.position <= :position AND p.effectiveOn <= :day`;

/** Payments out, in the order of recording, each with what has become of it by a day. */
export function chequeList(filter: ChequeFilter, on: CalendarDate): List<ChequeView> {
  return {
    name: 'cheques',
    shape: ['number'],
    start: [0],
    rows: (frame, after, limit) => {
      const terms = allTermsIn(frame).payments;
      const found = frame.all(sqlFor(filter, { stale: staleIssuesOn(on, terms), on }), {
        ...Object.fromEntries(numbered.map(([name, term]) => [name, frame.numberOf(term)])),
        ...{ from: Number(after[0] ?? 0), limit },
        ...(filter.runId !== undefined && { run: frame.numberOf(filter.runId) }),
        ...(filter.victimId !== undefined && { victim: frame.numberOf(filter.victimId) }),
        ...(filter.defendantId !== undefined && { defendant: frame.numberOf(filter.defendantId) }),
        ...(filter.caseId !== undefined && { case: frame.numberOf(filter.caseId) }),
      }) as readonly ChequeCells[];
      return found.map((cells) => ({
        row: chequeView(frame, cells, { on, terms }),
        place: [Number(cells.position)],
      }));
    },
  };
}

/** The words that the SQL asks for, by the names that they have in it. */
const numbered: readonly (readonly [name: string, term: string])[] = [
  ['disbursed', 'RestitutionDisbursed'],
  ['returned', 'DisbursementReturned'],
  ['issued', 'InstrumentIssued'],
  ['presented', 'InstrumentPresented'],
  ['withdrawn', 'PresentationWithdrawn'],
  ['questioned', 'InstrumentQuestioned'],
  ['setAside', 'UnclaimedMoneySetAside'],
  ['deposited', 'UnclaimedMoneyDeposited'],
  ['claimed', 'UnclaimedMoneyWithdrawn'],
  ['refunded', 'RefundMade'],
  ['refundReturned', 'RefundReturned'],
  ['refundIssued', 'RefundInstrumentIssued'],
  ['refundPresented', 'RefundPresented'],
  ['refundWithdrawn', 'RefundPresentationWithdrawn'],
  ['refundQuestioned', 'RefundQuestioned'],
  ['setAsideRefund', 'UnclaimedRefundSetAside'],
  ['depositedRefund', 'UnclaimedRefundDeposited'],
  ['claimedRefund', 'UnclaimedRefundWithdrawn'],
  ['cheque', 'CHEQUE'],
  ...voidReasons.map((reason, at) => [`void${String(at)}`, reason] as const),
];

interface OnDay {
  readonly stale: readonly StaleIssues[];
  readonly on: CalendarDate;
}

function sqlFor(
  { runId, victimId, defendantId, caseId, status }: ChequeFilter,
  { stale, on }: OnDay,
): string {
  const narrowed = [
    ...(runId === undefined ? [] : ['AND p.runId = :run']),
    ...(victimId === undefined ? [] : ['AND p.victimId = :victim']),
    ...(defendantId === undefined ? [] : ['AND p.defendantId = :defendant']),
    ...(caseId === undefined ? [] : ['AND p.caseId = :case']),
  ].join(' ');
  const isMeant = status === undefined ? 'true' : meant(status, on);
  return `SELECT * FROM (SELECT *, ${statusCase(stale)} AS status FROM (${payments} ${narrowed}))
    WHERE ${isMeant} ORDER BY position LIMIT :limit`;
}

function meant(status: NonNullable<ChequeFilter['status']>, on: CalendarDate): string {
  if (status === 'questioned') return 'questions IS NOT NULL';
  if (status !== 'due') return `status = '${status}'`;
  return `status = 'unclaimed' AND atTreasuryOn IS NULL AND setAsideOn <= ${digitsOf(lastDue(on))}`;
}

/** Money that was set aside on this day or before is to be in the Treasury by the other. */
function lastDue(on: CalendarDate): CalendarDate {
  const before = plusYears(on, -5);
  const next = plusDays(before, 1);
  return dueToTreasury(next) <= on ? next : before;
}

/**
 * The last thing that happened comes first; the statuses are the program’s own words, and nobody’s input. Only a cheque grows
 * stale: of what has no number yet nobody has said that it is one.
 */
function statusCase(stale: readonly StaleIssues[]): string {
  const isOld = stale.map(({ from, to }) => `issuedOn BETWEEN ${digitsOf(from)} AND ${digitsOf(to)}`);
  const voids = voidReasons.map((_, at) => `:void${String(at)}`).join(', ');
  return `CASE WHEN replacedBy IS NOT NULL THEN 'reissued'
    WHEN setAsideOn IS NOT NULL AND claimedOn IS NULL THEN 'unclaimed'
    WHEN returnReason IN (${voids}) THEN 'voided'
    WHEN returnReason IS NOT NULL THEN 'returned'
    WHEN presentations > 0 THEN 'presented'
    WHEN instrument = :cheque AND (${[...isOld, 'false'].join(' OR ')}) THEN 'stale'
    ELSE 'outstanding' END`;
}

/** A day as the tables keep it. */
function digitsOf(day: CalendarDate): string {
  return day.replaceAll('-', '');
}
