import { money, noMoney, type Money } from '../../domain/money.ts';
import type { JointShare } from '../../domain/statutes/18-usc-3664-h-joint-and-several.ts';
import type { Frame } from './frame.ts';

/** What one day changed in a liability. */
interface Change {
  readonly day: bigint;
  readonly ordered: bigint;
  /** With what was credited for civil recoveries. */
  readonly paid: bigint;
  readonly outstanding: bigint;
  readonly isVacated: boolean;
}

/** A liability as it came to be what it is, by its order. */
export interface ShareHistory {
  readonly orderId: bigint;
  readonly imposedOn: bigint;
  /** In the order of their days. */
  readonly changes: readonly Change[];
}

/** How a liability stood on a day. */
export interface StandingShare extends JointShare {
  readonly outstanding: Money;
}

/** The liabilities under these orders as they came to be what they are, by victim; of all of them in one question. */
export function shareHistories(
  frame: Frame,
  orders: Iterable<bigint>,
): ReadonlyMap<bigint, readonly ShareHistory[]> {
  const found = frame.lists(question, {
    ids: JSON.stringify([...orders].map(Number)),
    ...Object.fromEntries(words.map((word) => [word, frame.numberOf(word)])),
  }) as readonly CellsInOrder[];
  const histories = new Map<bigint, { orderId: bigint; imposedOn: bigint; changes: Change[] }[]>();
  for (const [victim, orderId, imposedOn, day, ordered, paid, outstanding, isVacated] of found) {
    const change = { day, ordered, paid, outstanding, isVacated: isVacated !== 0n };
    const known = histories.get(victim) ?? [];
    histories.set(victim, known);
    const share = known.at(-1);
    if (share?.orderId === orderId) share.changes.push(change);
    else known.push({ orderId, imposedOn, changes: [change] });
  }
  return histories;
}

/** Goes through the days of a liability, forwards only. */
export class ShareThroughTime {
  readonly orderId: bigint;
  readonly #history: ShareHistory;
  #at = 0;
  #stands: StandingShare = { ordered: noMoney, paid: noMoney, outstanding: noMoney, isVacated: false };

  constructor(history: ShareHistory) {
    this.orderId = history.orderId;
    this.#history = history;
  }

  /** How it stood at the end of this day; undefined before there was anything of it. */
  until(day: bigint): StandingShare | undefined {
    const { imposedOn, changes } = this.#history;
    for (let next = changes[this.#at]; next !== undefined && next.day <= day; next = changes[this.#at]) {
      const { ordered, paid, outstanding, isVacated } = this.#stands;
      this.#stands = {
        ordered: money(ordered + next.ordered),
        paid: money(paid + next.paid),
        outstanding: money(outstanding + next.outstanding),
        isVacated: isVacated || next.isVacated,
      };
      this.#at += 1;
    }
    return this.#at > 0 && imposedOn <= day ? this.#stands : undefined;
  }
}

type CellsInOrder = readonly [
  victim: bigint,
  orderId: bigint,
  imposedOn: bigint,
  day: bigint,
  ordered: bigint,
  paid: bigint,
  outstanding: bigint,
  isVacated: bigint,
];

const words = ['ordered', 'satisfied', 'reduced', 'receivable', 'LiabilityVacated'];

const question = `SELECT l.victimId, l.orderId, l.imposedOn, t.effectiveOn, -${sumOf('ordered')},
    ${sumOf('satisfied')} + ${sumOf('reduced')}, ${sumOf('receivable')}, max(t.type = :LiabilityVacated)
  FROM json_each(:ids) w
  CROSS JOIN liabilities l ON l.orderId = w.value
  CROSS JOIN timeline t ON t.orderId = l.orderId AND t.victimId = l.victimId
  LEFT JOIN journal j ON j.position = t.position AND j.item = t.item
  WHERE l.position <= :position AND l.imposedOn <= :day AND t.position <= :position AND t.effectiveOn <= :day
  GROUP BY l.position, l.item, t.effectiveOn ORDER BY l.position, l.item, t.effectiveOn`;

function sumOf(account: string): string {
  return `coalesce(sum(j.amount * ((j.debit = :${account}) - (j.credit = :${account}))), 0)`;
}
