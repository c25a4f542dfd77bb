import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { OrderId, ReceiptId, VictimId } from '../ids.ts';
import { parseMoney, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { TakenBackWritten } from './events.ts';

/** What one receipt pays on a liability, and since which day. */
export interface Paying {
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
  readonly amount: Money;
  /** For whom it is held until it is paid out. */
  readonly payee: Payee;
}

/** Whose money it is: the victim's, or that of the Crime Victims Fund, to which the victim had assigned it (3664(g)(2)). */
export type Payee = 'VICTIM' | 'FUND';

/** What each of them has not been paid out. */
export type NotPaidOut = Readonly<Record<Payee, Money>>;

/** For what something of a receipt was taken back under an order. */
export type TakenFor = ForAmendment | ForCap;

/** A court lowered the amount: which amendment of the order that was, counted from 1 (P-46). */
interface ForAmendment {
  readonly amendment: number;
}

/** Of one victim, to whom the cap leaves less of it: the how-manieth time under the liability, counted from 1. */
export interface ForCap {
  readonly victimId: VictimId;
  readonly taking: number;
}

/** That so much of what a receipt had paid was taken back. */
export interface TakenBack extends Omit<Paying, 'payee'> {
  readonly takenFor: TakenFor;
}

/** One taking back, of all that there were in any case. */
export type Taken = { readonly orderId: OrderId } & Pick<TakenBack, 'receiptId' | 'takenFor'>;

/** Whether it is one and the same. */
export function isFor(one: TakenFor, other: TakenFor): boolean {
  return nameOf(one) === nameOf(other);
}

/** What tells it from all others under its order. */
export function nameOf(takenFor: TakenFor): string {
  if ('amendment' in takenFor) return String(takenFor.amendment);
  return `${takenFor.victimId} ${String(takenFor.taking)}`;
}

/** Whether it was taken back for the cap of a victim, and not for an amendment. */
export function isOfCap({ takenFor }: Pick<TakenBack, 'takenFor'>): boolean {
  return 'taking' in takenFor;
}

/** For what it was, as an event has it. */
export function takenForOf(data: ForAmendment | ForCap): TakenFor {
  if ('amendment' in data) return { amendment: data.amendment };
  return { victimId: data.victimId, taking: data.taking };
}

/** It, of one liability of this victim, from how it is handed over with the rest. */
export function takenBackFrom(
  victimId: VictimId,
  { amount, receiptId, on, ...of }: TakenBackWritten,
): TakenBack {
  const takenFor = 'amendment' in of ? of : { victimId, taking: of.taking };
  return { receiptId, on, amount: parseMoney(amount), takenFor };
}

/** Whether an answer has a payment take the room of others: of those of its day (P-08), or of later ones (P-45). */
export function mayDisplaceOthers(policies: Policies): boolean {
  return policies['P-08'] === 'PRO_RATA' || policies['P-45'] === 'STRICT_EFFECTIVE_DATE';
}

/** Receipts that paid last give first; of one day those of the greater id, so that whoever asks finds the same. */
export function lastFirst<Of extends Pick<Paying, 'receiptId' | 'on'>>(one: Of, other: Of): number {
  if (one.on !== other.on) return one.on < other.on ? 1 : -1;
  return one.receiptId < other.receiptId ? 1 : -1;
}

/** The latest of the days, on which all of it is free to go on. */
export function freeOn([first, ...others]: readonly [CalendarDate, ...CalendarDate[]]): CalendarDate {
  return others.reduce(laterOf, first);
}
