/**
 * Interest on restitution, where it counts as recovery (P-10): the case that it was paid in tells the victim’s stream, which
 * takes no more of it than it has room for.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { ReceiptId, VictimId } from '../ids.ts';
import type { LiabilityRef } from '../liability/events.ts';
import type { MoneyText } from '../money.ts';

/**
 * Of a receipt, `offered` was tendered as interest on an order, and `accepted` is received: never more than the victim's headroom.
 * Or it had been credited while interest did not count, and is told afterwards: then all of it is received, and stays so.
 */
export type InterestReceived = DomainEvent<
  'InterestReceived',
  LiabilityRef & {
    readonly receiptId: ReceiptId;
    readonly round: number;
    readonly offered: MoneyText;
    readonly accepted: MoneyText;
    /** There where it had been credited before it was told. */
    readonly afterwards?: true;
    /** What of it had been paid out by then, as money beside what this stream knew of; not there where nothing was. */
    readonly paidOut?: MoneyText;
  }
>;

/** The receipt came back: what it had brought of interest is received no more. */
export type InterestReturned = DomainEvent<
  'InterestReturned',
  LiabilityRef & { readonly receiptId: ReceiptId; readonly amount: MoneyText }
>;

/** The receipt has cleared, and so has the `amount` of interest that it brought and may still bring here. */
export type InterestCleared = DomainEvent<
  'InterestCleared',
  LiabilityRef & { readonly receiptId: ReceiptId; readonly amount: MoneyText }
>;

/** All interest that cases had credited on orders for the victim before it was asked for has been told. Said once of each id. */
export type PastInterestTold = DomainEvent<'PastInterestTold', { readonly victimId: VictimId }>;

export type InterestEvent = InterestReceived | InterestReturned | InterestCleared | PastInterestTold;

/** The schema version in which each of them is written today. */
export const versionsOfInterest: { readonly [Type in InterestEvent['type']]: number } = {
  InterestReceived: 1,
  InterestReturned: 1,
  InterestCleared: 1,
  PastInterestTold: 1,
};
