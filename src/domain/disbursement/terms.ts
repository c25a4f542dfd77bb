import { holding, type CalendarDate, firstDay, laterOf } from '../calendar-date.ts';
import { lastDay, plusDays } from '../calendar-arithmetic.ts';
import type { ReceiptSource } from '../ids.ts';
import { money, type Money } from '../money.ts';
import type { PaymentMethod } from '../receipt/events.ts';

/** For how many days money waits for its clearing, before it is paid out; from a day on. */
export interface Hold {
  readonly on: CalendarDate;
  /** Whose receipts are meant; those of everybody, where null. */
  readonly source: ReceiptSource | null;
  /** How it was paid; in any way, where null. */
  readonly method: PaymentMethod | null;
  readonly days: number;
}

/** What is too little to be paid out, and when a cheque is stale; from a day on. */
export interface PaymentTerms {
  readonly on: CalendarDate;
  /** A smaller share is kept for its payee, unless it is the last (P-27). */
  readonly minimum: Money;
  /** A cheque that was not presented so many months after its issue is not paid any more. */
  readonly staleAfterMonths: number;
}

/**
 * What clerks publish, until others are set: 30 days, and 120 for cards, whose holder may take the payment back (N.D.N.Y.,
 * Financial practices of the clerk). Of several for one receipt, the one that names more of it counts.
 */
const usualHolds: readonly Hold[] = [
  { on: firstDay, source: null, method: null, days: 30 },
  { on: firstDay, source: null, method: 'CARD', days: 120 },
];

/** 25.00, as N.D.N.Y. and E.D. Cal. publish; and twelve months, after which Treasury pays no cheque of its own (31 U.S.C. 3328(a)). */
const usualTerms: PaymentTerms = { on: firstDay, minimum: money(2_500n), staleAfterMonths: 12 };

/** What is known of a receipt that decides how long its money waits. */
export interface Cleared {
  readonly source: string;
  readonly method: string;
  readonly receivedOn: CalendarDate;
}

/**
 * The first day on which the money of a receipt may be paid out, as the holds that are set on a day have it.
 *
 * @param set those that were set, in the order of recording
 */
export function clearsOn(receipt: Cleared, set: readonly Hold[], day: CalendarDate): CalendarDate {
  const inForce = [...usualHolds, ...set].filter(({ on }) => on <= day);
  for (const isMeant of mostNamedFirst) {
    const held = holding(inForce.filter((hold) => isMeant(hold, receipt)));
    if (held !== undefined) return plusDays(receipt.receivedOn, held.days);
  }
  return receipt.receivedOn;
}

/**
 * The first day on which its money may be paid out: as of which the holds that are in force then are over.
 *
 * @param set those that were set, in the order of recording
 */
export function goodFrom(receipt: Cleared, set: readonly Hold[]): CalendarDate {
  const since = receipt.receivedOn;
  const days = [since, ...set.map(({ on }) => on).filter((on) => on > since)].toSorted();
  const until = days.map((day, at) => {
    const good = laterOf(clearsOn(receipt, set, day), day);
    const next = days[at + 1];
    return next === undefined || good < next ? good : undefined;
  });
  return until.find((day) => day !== undefined) ?? lastDay;
}

/** Of whom and how; of whom; how; any. */
const mostNamedFirst: readonly ((hold: Hold, receipt: Cleared) => boolean)[] = [
  ({ source, method }, receipt) => source === receipt.source && method === receipt.method,
  ({ source, method }, receipt) => source === receipt.source && method === null,
  ({ source, method }, receipt) => source === null && method === receipt.method,
  ({ source, method }) => source === null && method === null,
];

/** The terms that hold on a day. @param set those that were set, in the order of recording */
export function termsOn(set: readonly PaymentTerms[], day: CalendarDate): PaymentTerms {
  return holding(set.filter(({ on }) => on <= day)) ?? usualTerms;
}

/** So many days at most does anything wait on a day. */
export function longestHold(set: readonly Hold[], day: CalendarDate): number {
  return Math.max(...[...usualHolds, ...set].filter(({ on }) => on <= day).map(({ days }) => days));
}
