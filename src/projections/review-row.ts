import type { Money } from '../domain/money.ts';
import { tableOf } from './read-model.ts';

/** Why a person should look at what was recorded: every reason that there is. */
export const reviewReasons = [
  'ENTERED_BY_OVERRIDE',
  'AMENDED_BY_OVERRIDE',
  'BELOW_TRAFFICKING_FLOOR',
  'BELOW_LATER_FLOOR',
  'POWER_NOT_LISTED',
  'POWER_OVER_SCHEDULE_ONLY',
  'COMPENSATION_CONSIDERED',
  'DETERMINED_LATE',
  'PETITIONED_LATE',
  'GOOD_CAUSE_NOT_SHOWN',
  'INTEREST_NOT_KNOWN',
  'INTEREST_OWED_JOINTLY',
  'REPRESENTATION_ENDED',
  'PAYOUT_HELD',
  'PAYEE_QUESTIONED',
  'ONE_VICTIM_TWO_IDS',
  'ASSISTANCE_TWICE',
  'RECOVERY_NOT_VERIFIED',
  'BAIL_OF_SURETY',
  'OFFSET_TAKES_EXEMPT',
  'EXEMPTION_NOT_SHOWN',
  'PAID_BEYOND_HELD',
  'NUMBER_GIVEN_TWICE',
  'PRESENTED_FOR_ANOTHER_AMOUNT',
  'PRESENTED_AGAIN',
  'PRESENTED_AFTER_VOID',
  'VOIDED_AFTER_PRESENTED',
  'AWAITS_COURT',
  'REFUNDED_BEYOND_HELD',
  'UNCLAIMED_BEYOND_HELD',
  'OVER_RECOVERY_CLAIMED',
  'REINSTATEMENT_ORDERED',
  'OWED_AGAIN',
] as const;

/** One of them. */
export type ReviewReason = (typeof reviewReasons)[number];

/** Something recorded that the law does not foresee, or not so; nothing was refused for it. */
export interface ReviewRow {
  readonly position: number;
  readonly item: number;
  /** Of several reasons in one event, from 0. */
  readonly line: number;
  readonly reason: ReviewReason;
  readonly citation: string;
  /**
   * The authority that was named, where one was; of a payee what speaks against it, of a recovery its source, and of
   * what a bank paid the payment out.
   */
  readonly authority: string | null;
  readonly effectiveOn: string;
  /** Of what is to be looked at only once it has waited until then; null of all else. */
  readonly waitsUntil: string | null;
  /** Null where it is about no case in particular. */
  readonly caseId: string | null;
  readonly orderId: string | null;
  readonly debtId: string | null;
  /** The payment that came in, where it is about one. */
  readonly receiptId: string | null;
  /** Of what was refunded beyond what was held, by how much; of what a bank paid, what it paid. */
  readonly amount: Money | null;
  readonly victimId: string | null;
  readonly defendantId: string | null;
  readonly representativeId: string | null;
}

/** The table of what a person should look at. */
export const reviewTable = tableOf<ReviewRow>({
  name: 'reviews',
  columns: {
    position: 'integer',
    item: 'integer',
    line: 'integer',
    reason: 'word',
    citation: 'word',
    authority: 'word',
    effectiveOn: 'day',
    waitsUntil: 'day',
    caseId: 'term',
    orderId: 'term',
    debtId: 'term',
    receiptId: 'term',
    amount: 'amount',
    victimId: 'term',
    defendantId: 'term',
    representativeId: 'term',
  },
  key: ['position', 'item', 'line'],
  indexes: [['caseId']],
});
