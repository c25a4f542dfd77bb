/** How matching is done where nothing but practice says how: days that money takes, differences that are borne, bounds. */
import { money, type Money } from '../money.ts';
import type { ItemKind } from './item.ts';

/** How many days a line may be booked before and after the day of an item, and when the item should have been confirmed. */
export interface DayWindow {
  readonly before: number;
  readonly after: number;
  /** Both ways, where the line names the item by number. Numbers roll over: far off, the same number is another thing. */
  readonly byReference: number;
  /** So many days after its day an item that nothing confirmed is missing. */
  readonly due: number;
}

/** Why what a match leaves over may be left over. */
export type ResidualReason = 'FEE_WITHHELD' | 'ROUNDING' | 'CASH_OVER_SHORT';

/** What may be left over, once a match: no more than either bound. */
export interface Tolerance {
  readonly absolute: Money;
  /** In hundredths of a percent of what the items come to: 100 is one percent. */
  readonly basisPoints: bigint;
  readonly reason: ResidualReason;
}

/** All that may be set. */
export interface MatchingSettings {
  readonly windows: Readonly<Record<ItemKind, DayWindow>>;
  /** Days between a payment and its return: as the rules of the clearing house have it, if unauthorized, and of cheques. */
  readonly returns: { readonly usual: number; readonly unauthorized: number; readonly cheque: number };
  readonly tolerance: Tolerance;
  /** Whether a single credit whose case and defendant are known, and that nothing expects, is a receipt to be recorded. */
  readonly creditsAreReceipts: boolean;
  /** Above so many things, no set is looked for among them. */
  readonly setOf: number;
  /** So many sums may be formed in a round, looking for sets. */
  readonly sums: number;
  /** So many rounds are made at most, each of which may find what the one before made plain. */
  readonly rounds: number;
  /** A set that chance would have brought about oftener than once in so many times is not taken without asking. */
  readonly oneIn: bigint;
}

/** What is done where nothing else is said. No difference is borne. */
export const usualSettings: MatchingSettings = {
  windows: {
    RECEIPT: { before: 2, after: 8, byReference: 45, due: 8 },
    REPORTED_LINE: { before: 2, after: 8, byReference: 45, due: 8 },
    PAYMENT_RETURN: { before: 5, after: 10, byReference: 60, due: 10 },
    REFUND: { before: 0, after: 30, byReference: 400, due: 180 },
    DISBURSEMENT: { before: 0, after: 30, byReference: 400, due: 180 },
    DISBURSEMENT_RETURN: { before: 5, after: 10, byReference: 60, due: 10 },
  },
  returns: { usual: 6, unauthorized: 64, cheque: 30 },
  tolerance: { absolute: money(0n), basisPoints: 0n, reason: 'FEE_WITHHELD' },
  creditsAreReceipts: false,
  setOf: 20,
  sums: 5_000_000,
  rounds: 20,
  oneIn: 1000n,
};

/** Whether a match may leave so much over, of items that come to so much. */
export function isBorne(residual: Money, of: Money, tolerance: Tolerance): boolean {
  const size = residual < 0n ? -residual : residual;
  return size <= tolerance.absolute && size * 10_000n <= of * tolerance.basisPoints;
}
