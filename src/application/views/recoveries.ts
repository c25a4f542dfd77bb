/** What the ledger answers of what a victim received outside of its receipts: plain objects, amounts as decimal text. */
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { RecoveryStatus } from '../../domain/elsewhere/recovery.ts';
import type { RecoveryId } from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { RecoverySource } from '../../domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import type { LossCategory } from '../../domain/statutes/18-usc-2259-c-2-losses.ts';

/** One recovery elsewhere, and how it stands. */
export interface RecoveryView {
  readonly recoveryId: RecoveryId;
  readonly source: RecoverySource;
  /** The losses that it was paid for. */
  readonly category: LossCategory;
  readonly status: RecoveryStatus;
  /** The day on which the victim is said to have been paid. */
  readonly receivedOn: CalendarDate;
  readonly reportedOn: CalendarDate;
  /** As it was reported. */
  readonly reported: MoneyText;
  /** What of it stands verified. */
  readonly verified: MoneyText;
  /** What of it takes part in the recovery toward the cap (P-03, P-13, P-43, P-44). */
  readonly counted: MoneyText;
}
