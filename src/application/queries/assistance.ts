import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, DisbursementId, RequestId, VictimId } from '../../domain/ids.ts';
import { add, formatMoney, money, noMoney, subtract, type Money } from '../../domain/money.ts';
import { isEligible } from '../../domain/statutes/18-usc-2259-d-3-eligibility.ts';
import { feeCeiling } from '../../domain/statutes/18-usc-2259-d-4-attorney-fees.ts';
import type { Params } from '../../store/read-model-store.ts';
import type { List } from './paging.ts';
import { dayOf, type Frame } from './frame.ts';
import type { AssistanceFilter, AssistanceStatus, AssistanceView } from '../views/reserve.ts';

interface Cells {
  readonly position: bigint;
  readonly type: bigint;
  readonly requestId: bigint;
  readonly victimId: bigint;
  readonly caseId: bigint | null;
  readonly disbursementId: bigint | null;
  readonly effectiveOn: bigint;
  readonly word: bigint | null;
  readonly amount: bigint | null;
  readonly formulaAmount: bigint | null;
  readonly collected: bigint | null;
}

/** Requests for assistance, in the order in which they were recorded. */
export function assistanceList({ victimId }: AssistanceFilter): List<AssistanceView> {
  return {
    name: 'assistance',
    shape: ['number'],
    start: [0],
    rows: (frame, [after = 0], limit) => {
      const narrowed = victimId === undefined ? '' : 'AND victimId = :victim';
      const params: Params = victimId === undefined ? {} : { victim: frame.numberOf(victimId) };
      const found = frame.all(
        `SELECT * FROM assistance WHERE type = :requested ${narrowed} AND position > :after
           AND position <= :position AND effectiveOn <= :day ORDER BY position LIMIT :limit`,
        { ...params, requested: frame.numberOf('AssistanceRequested'), after, limit },
      ) as readonly Cells[];
      return found.map((cells) => ({ row: viewOf(frame, cells), place: [Number(cells.position)] }));
    },
  };
}

/** What has come of a request so far. */
interface Sofar {
  readonly order: AssistanceView['order'];
  readonly payment: AssistanceView['payment'];
  readonly closed: AssistanceView['closed'];
  readonly charged: Money;
}

function viewOf(frame: Frame, requested: Cells): AssistanceView {
  const news = frame.all(
    `SELECT * FROM assistance WHERE requestId = :request AND position <= :position AND effectiveOn <= :day
       ORDER BY position`,
    { request: requested.requestId },
  ) as readonly Cells[];
  const nothing: Sofar = { order: null, payment: null, closed: null, charged: noMoney };
  const sofar = news.reduce((before, cells) => ({ ...before, ...newsOf(frame, cells, before) }), nothing);
  return {
    requestId: frame.term(requested.requestId) as RequestId,
    victimId: frame.term(requested.victimId) as VictimId,
    status: statusOf(sofar),
    madeTo: frame.termOrNull(requested.word) ?? '',
    requestedOn: dayOf(requested.effectiveOn),
    ...sofar,
    charged: formatMoney(sofar.charged),
  };
}

function newsOf(frame: Frame, cells: Cells, { charged }: Sofar): Partial<Sofar> {
  const on = dayOf(cells.effectiveOn);
  switch (frame.term(cells.type)) {
    case 'AssistanceOrdered':
      return { order: orderOf(frame, cells, on) };
    case 'AssistanceQueued':
      return { closed: null };
    case 'AssistancePaid': {
      const disbursementId = frame.termOrNull(cells.disbursementId) as DisbursementId;
      return { payment: { disbursementId, paidOn: on } };
    }
    case 'AssistancePaymentReturned':
      return { payment: null };
    case 'AttorneyFeeRecorded':
      return { charged: add(charged, moneyOf(cells.amount)) };
    case 'AssistanceRequestClosed':
      return { closed: { on, reason: frame.termOrNull(cells.word) ?? '' } };
    default:
      return {};
  }
}

function orderOf(frame: Frame, cells: Cells, orderedOn: CalendarDate): AssistanceView['order'] {
  const [amount, formula, collected] = [cells.amount, cells.formulaAmount, cells.collected].map(moneyOf) as [
    Money,
    Money,
    Money,
  ];
  return {
    caseId: frame.termOrNull(cells.caseId) as CaseId,
    orderedOn,
    amount: formatMoney(amount),
    formulaAmount: formatMoney(formula),
    difference: formatMoney(subtract(amount, formula)),
    collected: formatMoney(collected),
    eligible: isEligible(collected, formula),
    feeCeiling: formatMoney(feeCeiling(amount)),
  };
}

function moneyOf(cents: bigint | null): Money {
  return cents === null ? noMoney : money(cents);
}

function statusOf({ order, payment, closed }: Sofar): AssistanceStatus {
  if (payment !== null) return 'paid';
  if (closed !== null) return 'closed';
  return order === null ? 'requested' : 'waiting';
}
