import type { CalendarDate } from '../calendar-date.ts';
import type { RecoveryId, VictimId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { RecoverySource } from '../statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import type { LossCategory } from '../statutes/18-usc-2259-c-2-losses.ts';
import type { RejectionReason, WithdrawalReason } from './events.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface OfRecovery {
  readonly victimId: VictimId;
  readonly recoveryId: RecoveryId;
  readonly on: CalendarDate;
}

/** Somebody says what the victim was paid elsewhere. */
export interface ReportRecovery extends OfRecovery {
  readonly type: 'ReportRecovery';
  readonly source: RecoverySource;
  readonly category: LossCategory;
  readonly amount: Money;
  /** The day on which the victim is said to have been paid. */
  readonly receivedOn: CalendarDate;
}

/** It was held against the record of whoever paid: so much was received. */
export interface VerifyRecovery extends OfRecovery {
  readonly type: 'VerifyRecovery';
  readonly amount: Money;
}

/** The claim does not hold. */
export interface RejectRecovery extends OfRecovery {
  readonly type: 'RejectRecovery';
  readonly reason: RejectionReason;
}

/** What was reported or verified proved wrong, or was paid back. */
export interface WithdrawRecovery extends OfRecovery {
  readonly type: 'WithdrawRecovery';
  readonly reason: WithdrawalReason;
}

export type RecoveryCommand = ReportRecovery | VerifyRecovery | RejectRecovery | WithdrawRecovery;
