import type { CalendarDate } from '../calendar-date.ts';
import type { Index } from '../index-draft.ts';
import type { Liability } from '../liability/liability.ts';
import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import type { Money } from '../money.ts';

/** What a court ordered one defendant to pay one victim: at entry, or by an amendment, from that day on. */
export interface Share {
  readonly on: CalendarDate;
  readonly amount: Money;
  /** Which amendment of the order, counted from 1; 0 at entry. */
  readonly amendment: number;
}

/** In the order of recording; the share of the latest day is the one that is owed. */
export type Shares = readonly [Share, ...Share[]];

/** All that courts have ordered under one liability. */
export function sharesOf(
  state: { readonly shares: Pick<Index<LiabilityKey, Shares>, 'get'> },
  { enteredOn }: { readonly enteredOn: CalendarDate },
  liability: Liability,
): Shares {
  const asEntered = { on: enteredOn, amount: liability.ordered, amendment: 0 };
  return state.shares.get(liabilityKey(liability)) ?? [asEntered];
}

/** The shares that were owed when they came to be known, in that order; one of an earlier day than another never was. */
export function heldOf([first, ...later]: Shares): Shares {
  const held: [Share, ...Share[]] = [first];
  for (const share of later) if (share.on >= (held.at(-1) as Share).on) held.push(share);
  return held;
}
