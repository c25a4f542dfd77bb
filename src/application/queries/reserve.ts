import type { RequestId, VictimId, CaseId } from '../../domain/ids.ts';
import {
  add,
  formatMoney,
  money,
  noMoney,
  parseBalance,
  subtract,
  sum,
  type Money,
} from '../../domain/money.ts';
import { queued, type OrderedPayment, type Standing } from '../../domain/statutes/18-usc-2259b-b-queue.ts';
import { reserveCeiling } from '../../domain/statutes/34-usc-20101-d-6-ceiling.ts';
import { policiesOn } from './policies-on-clocks.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type {
  Between,
  QueueStatus,
  ReserveMoveView,
  ReserveQueueView,
  ReserveStatementView,
} from '../views/reserve.ts';

interface MoveCells {
  readonly position: bigint;
  readonly type: bigint;
  readonly source: bigint | null;
  readonly reference: bigint;
  readonly requestId: bigint | null;
  readonly victimId: bigint | null;
  readonly effectiveOn: bigint;
  readonly reportedOn: bigint;
  readonly inside: bigint;
  readonly outside: bigint;
}

/** What moved between the two days. The frame is as of the second. */
export function statementOf(frame: Frame, { from, to }: Between): ReserveStatementView {
  const all = movesOf(frame).map((cells) => moveView(frame, cells));
  const outside = sum(all.map((move) => parseBalance(move.outside)));
  let balance = noMoney;
  const moves: (ReserveMoveView & { readonly inside: Money })[] = [];
  let opening = noMoney;
  for (const { inside, ...move } of all) {
    balance = add(balance, inside);
    if (from !== undefined && move.effectiveOn < from) opening = balance;
    else moves.push({ ...move, inside, balance: formatMoney(balance) });
  }
  const totalOf = (of: (move: ReserveMoveView) => boolean): Money =>
    sum(moves.filter(of).map(({ inside }) => inside));
  const sources = [...new Set(moves.flatMap(({ source }) => source ?? []))];
  return {
    from: from ?? null,
    to: to ?? null,
    opening: formatMoney(opening),
    deposits: sources.map((source) => ({
      source,
      amount: formatMoney(totalOf((move) => move.source === source)),
    })),
    paid: formatMoney(
      subtract(
        noMoney,
        totalOf(({ type }) => type === 'AssistancePaid'),
      ),
    ),
    returned: formatMoney(totalOf(({ type }) => type === 'AssistancePaymentReturned')),
    closing: formatMoney(balance),
    outside: formatMoney(outside),
    moves: moves.map(({ inside: _, ...move }) => move),
  };
}

function movesOf(frame: Frame): readonly MoveCells[] {
  return frame.all(
    'SELECT * FROM reserve WHERE position <= :position AND effectiveOn <= :day ORDER BY position',
  ) as readonly MoveCells[];
}

function moveView(
  frame: Frame,
  cells: MoveCells,
): Omit<ReserveMoveView, 'balance'> & { readonly inside: Money } {
  const inside = money(cells.inside);
  return {
    position: Number(cells.position),
    effectiveOn: dayOf(cells.effectiveOn),
    reportedOn: dayOf(cells.reportedOn),
    type: frame.term(cells.type),
    source: frame.termOrNull(cells.source),
    reference: frame.term(cells.reference),
    requestId: frame.termOrNull(cells.requestId) as RequestId | null,
    victimId: frame.termOrNull(cells.victimId) as VictimId | null,
    amount: formatMoney(inside),
    outside: amountOf(cells.outside),
    inside,
  };
}

interface Waiting extends OrderedPayment {
  readonly requestId: RequestId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
}

const statuses: Readonly<Record<Standing, QueueStatus>> = {
  PAYABLE: 'payable',
  SHORT_OF_FUNDS: 'short of funds',
  EARLIER_ORDER_WAITS: 'earlier order waits',
};

/** Whom the Reserve owes, in the order of the orders, and why each waits who waits. */
export function queueOf(frame: Frame): ReserveQueueView {
  const moves = movesOf(frame);
  const balance = sum(moves.map(({ inside }) => money(inside)));
  const skipsAhead = policiesOn(frame)['P-38'] === 'SKIP_AHEAD';
  const places = queued(waitingOrders(frame), balance, skipsAhead);
  const totalOf = (of: readonly (typeof places)[number][]): Money =>
    sum(of.map(({ payment }) => payment.amount));
  return {
    balance: formatMoney(balance),
    ceiling: formatMoney(reserveCeiling),
    outside: formatMoney(sum(moves.map(({ outside }) => money(outside)))),
    owed: formatMoney(totalOf(places)),
    payable: formatMoney(totalOf(places.filter(({ standing }) => standing === 'PAYABLE'))),
    waiting: places.map(({ payment, standing, missing }, index) => {
      const { requestId, victimId, caseId, orderedOn, amount } = payment;
      const order = { requestId, victimId, caseId, orderedOn, amount: formatMoney(amount) };
      return { place: index + 1, ...order, status: statuses[standing], missing: formatMoney(missing) };
    }),
  };
}

interface RequestCells {
  readonly position: bigint;
  readonly type: bigint;
  readonly requestId: bigint;
  readonly victimId: bigint;
  readonly caseId: bigint | null;
  readonly effectiveOn: bigint;
  readonly amount: bigint | null;
}

/** Orders that were not paid, or whose payment came back, and that stand. */
function waitingOrders(frame: Frame): Iterable<Waiting> {
  const found = frame.all(
    'SELECT * FROM assistance WHERE position <= :position AND effectiveOn <= :day ORDER BY position',
  ) as readonly RequestCells[];
  const ordered = new Map<bigint, Waiting>();
  const waiting = new Map<bigint, Waiting>();
  for (const cells of found) {
    const type = frame.term(cells.type);
    if (type === 'AssistanceQueued') ordered.set(cells.requestId, waitingOf(frame, cells, ordered.size));
    const order = ordered.get(cells.requestId);
    if (type === 'AssistancePaid' || type === 'AssistanceRequestClosed') waiting.delete(cells.requestId);
    else if (order && (type === 'AssistanceQueued' || type === 'AssistancePaymentReturned'))
      waiting.set(cells.requestId, order);
  }
  return waiting.values();
}

function waitingOf(frame: Frame, cells: RequestCells, place: number): Waiting {
  return {
    requestId: frame.term(cells.requestId) as RequestId,
    victimId: frame.term(cells.victimId) as VictimId,
    caseId: frame.termOrNull(cells.caseId) as CaseId,
    orderedOn: dayOf(cells.effectiveOn),
    amount: money(cells.amount ?? 0n),
    place,
  };
}
