/**
 * What a victim received outside of the receipts of this ledger: told by somebody, and then verified or rejected. The
 * victim's stream decides it, for it may count toward the cap.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { RecoveryId, VictimId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { RecoverySource } from '../statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import type { LossCategory } from '../statutes/18-usc-2259-c-2-losses.ts';

/** Which recovery is meant; every event about it names all four, so that no reader needs another event to count it. */
export interface RecoveryRef {
  readonly victimId: VictimId;
  readonly recoveryId: RecoveryId;
  readonly source: RecoverySource;
  /** The losses that it was paid for. */
  readonly category: LossCategory;
}

/** The victim, or another, says that the victim was paid `amount` elsewhere: a claim, until it is verified. */
export type RecoveryReported = DomainEvent<
  'RecoveryReported',
  RecoveryRef & { readonly amount: MoneyText; readonly receivedOn: CalendarDate }
>;

/** So much was received indeed. `claimed` is what of the claim was open until now: nothing where it had been rejected. */
export type RecoveryVerified = DomainEvent<
  'RecoveryVerified',
  RecoveryRef & { readonly amount: MoneyText; readonly claimed: MoneyText }
>;

/** The claim of `amount` does not hold. */
export type RecoveryRejected = DomainEvent<
  'RecoveryRejected',
  RecoveryRef & { readonly amount: MoneyText; readonly reason: RejectionReason }
>;

export type RejectionReason =
  'NOT_RECEIVED' | 'OTHER_LOSSES' | 'IN_THIS_LEDGER' | 'REPORTED_TWICE' | 'NOT_SHOWN';

/** What had been reported, or verified, has proved wrong or was paid back: `amount` counts for nothing any more. */
export type RecoveryWithdrawn = DomainEvent<
  'RecoveryWithdrawn',
  RecoveryRef & {
    readonly amount: MoneyText;
    /** What it had been until then. */
    readonly standing: 'CLAIMED' | 'VERIFIED';
    readonly reason: WithdrawalReason;
  }
>;

export type WithdrawalReason = 'REPORTED_IN_ERROR' | 'PAID_BACK' | 'IN_THIS_LEDGER' | 'OTHER';

export type RecoveryEvent = RecoveryReported | RecoveryVerified | RecoveryRejected | RecoveryWithdrawn;
