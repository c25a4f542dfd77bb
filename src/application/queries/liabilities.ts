import type { CaseId, DefendantId, OrderId, VictimId } from '../../domain/ids.ts';
import type { FinalityGround } from '../../domain/liability/events.ts';
import { isLaterGround } from '../../domain/liability/liability.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { termination } from '../../domain/statutes/18-usc-3613-b-termination.ts';
import type { Track } from '../../domain/statutes/restitution-statutes.ts';
import { causeOf, receiptIn } from './causes.ts';
import { liabilityRows, statusOf, type LiabilityCells, type WhichLiabilities } from './liability-rows.ts';
import type { List } from './paging.ts';
import { JointlyOwed } from './joint.ts';
import { policiesOn } from './policies-on-clocks.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { Ending, LiabilityFilter, LiabilityStatus, LiabilityView } from '../views/ledger.ts';

/** Liabilities that match, in the order in which they were imposed. */
export function liabilityList({ status, ...filter }: LiabilityFilter): List<LiabilityView> {
  return {
    name: 'liabilities',
    shape: ['number', 'number'],
    start: [0, 0],
    rows: (frame, [after = 0, item = 0], limit) => {
      const given = subjects.filter((subject) => filter[subject] !== undefined);
      // A plus before a column keeps SQLite from its index: the first one given tells the most apart.
      const conditions = given.map((subject, at) => `${at === 0 ? '' : '+'}l.${subject} = :${subject}`);
      const where = ['(l.position, l.item) > (:after, :item)', ...conditions].join(' AND ');
      const ids = given.map((subject): [string, number] => [subject, frame.numberOf(filter[subject] ?? '')]);
      const params = { ...Object.fromEntries(ids), after: Number(after), item: Number(item) };
      return withStatus(frame, { where, params, limit }, status);
    },
  };
}

const subjects = ['victimId', 'defendantId', 'caseId'] as const;

/**
 * So many liabilities of a status. Where some are owed jointly, what is left of each is worked out row by row, and rows
 * are looked through until enough are found.
 */
function withStatus(
  frame: Frame,
  { where, params, limit }: { where: string; params: Readonly<Record<string, number>>; limit: number },
  status: LiabilityStatus | undefined,
): readonly ListedLiability[] {
  if (status === undefined || !new JointlyOwed(frame, policiesOn(frame)).isAny)
    return listed(frame, { where, params, status, limit });
  const found: ListedLiability[] = [];
  let [after = 0, item = 0] = [params['after'], params['item']];
  for (;;) {
    const rows = listed(frame, { where, params: { ...params, after, item }, limit });
    found.push(...rows.filter(({ row }) => row.status === status));
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit || found.length >= limit) return found.slice(0, limit);
    [after, item] = last.place;
  }
}

/** All liabilities under a condition, as a reader sees them. */
export function liabilityViews(frame: Frame, which: WhichLiabilities): readonly LiabilityView[] {
  return viewsOf(frame, liabilityRows(frame, which));
}

/** These liabilities, as a reader sees them. */
export function viewsOf(frame: Frame, rows: readonly LiabilityCells[]): readonly LiabilityView[] {
  return placed(frame, rows).map(({ row }) => row);
}

interface ListedLiability {
  readonly row: LiabilityView;
  readonly place: [number, number];
}

function listed(frame: Frame, which: WhichLiabilities): readonly ListedLiability[] {
  return placed(frame, liabilityRows(frame, which));
}

function placed(frame: Frame, rows: readonly LiabilityCells[]): readonly ListedLiability[] {
  const policies = policiesOn(frame);
  const jointly = new JointlyOwed(frame, policies);
  const endings = new Endings(frame);
  return rows.map((cells) => ({
    row: {
      ...liabilityView(frame, { gross: cells.outstanding, ...jointly.owedUnder(cells) }, policies),
      ending: cells.ending === null || cells.terminated === 0n ? null : endings.of(cells, cells.ending),
    },
    place: [Number(cells.position), Number(cells.item)],
  }));
}

function liabilityView(
  frame: Frame,
  cells: LiabilityCells & { readonly gross: bigint },
  policies: Policies,
): Omit<LiabilityView, 'ending'> {
  return {
    orderId: frame.term(cells.orderId) as OrderId,
    victimId: frame.term(cells.victimId) as VictimId,
    caseId: frame.term(cells.caseId) as CaseId,
    defendantId: frame.term(cells.defendantId) as DefendantId,
    track: frame.term(cells.track) as Track,
    imposedOn: dayOf(cells.imposedOn),
    ordered: amountOf(cells.ordered),
    paid: amountOf(cells.paid),
    reduced: amountOf(cells.reduced),
    terminated: amountOf(cells.terminated),
    vacated: amountOf(cells.vacated),
    overpaid: amountOf(cells.overpaid),
    relieved: amountOf(cells.gross - cells.outstanding),
    outstanding: amountOf(cells.outstanding),
    isFinal: isFinal(frame, cells, policies),
    status: statusOf(cells),
  };
}

/** Final in the sense that the cap asks (P-01); a vacated order is not. */
function isFinal(frame: Frame, { ground, isVacated }: LiabilityCells, policies: Policies): boolean {
  if (isVacated !== 0n) return false;
  return !isLaterGround(
    policies['P-01'],
    ground === null ? undefined : (frame.term(ground) as FinalityGround),
  );
}

/** How liabilities ended: most of a victim's by one event, which is looked up once. */
class Endings {
  readonly #frame: Frame;
  readonly #known = new Map<bigint, Ending>();

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  of(cells: LiabilityCells, position: bigint): Ending | null {
    const known = this.#known.get(position) ?? endingAt(this.#frame, position);
    if (known) this.#known.set(position, known);
    return known ?? expiryAt(this.#frame, cells, position);
  }
}

interface EndingCells {
  readonly effectiveOn: bigint;
  readonly citation: bigint;
  readonly epoch: bigint;
  readonly causeType: bigint | null;
  readonly causePosition: bigint | null;
  readonly causeId: bigint | null;
}

function endingAt(frame: Frame, at: bigint): Ending | undefined {
  const cells = frame.first(
    'SELECT effectiveOn, citation, epoch, causeType, causePosition, causeId FROM consequences WHERE position = :at',
    { at },
  ) as EndingCells | undefined;
  if (cells === undefined) return undefined;
  const cause = causeOf(frame, cells);
  return {
    on: dayOf(cells.effectiveOn),
    citation: frame.term(cells.citation),
    epoch: Number(cells.epoch),
    position: Number(at),
    byReceipt: receiptIn(cause),
    cause,
  };
}

/** The end of its term; each liability of an order may have ended on a day of its own. */
function expiryAt(frame: Frame, { orderId, victimId }: LiabilityCells, at: bigint): Ending | null {
  const cells = frame.first(
    'SELECT effectiveOn FROM timeline WHERE position = :at AND orderId = :order AND victimId = :victim AND type = :type',
    { at, order: orderId, victim: victimId, type: frame.numberOf('LiabilityExpired') },
  ) as { readonly effectiveOn: bigint } | undefined;
  if (cells === undefined) return null;
  const { citation } = termination;
  const position = Number(at);
  return { on: dayOf(cells.effectiveOn), citation, epoch: null, position, byReceipt: null, cause: null };
}
