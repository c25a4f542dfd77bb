import type { CalendarDate } from '../domain/calendar-date.ts';
import type {
  RejectRecovery,
  ReportRecovery,
  VerifyRecovery,
  WithdrawRecovery,
} from '../domain/elsewhere/commands.ts';
import type { RejectionReason, WithdrawalReason } from '../domain/elsewhere/events.ts';
import type { RecoveryId, VictimId } from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { RecoverySource } from '../domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import type { LossCategory } from '../domain/statutes/18-usc-2259-c-2-losses.ts';
import { lossCategories } from './choices.ts';
import { recoverySources, rejectionReasons, withdrawalReasons } from './recovery-choices.ts';
import { IsDay, IsId, IsMoney, IsOneOf } from './text-fields.ts';

/** Somebody says what a victim was paid outside of the receipts of this ledger. */
export class ReportRecoveryRequest {
  @IsId('victim', 'Who was paid.')
  victimId: VictimId;

  @IsId('recovery', 'The recovery.')
  recoveryId: RecoveryId;

  @IsOneOf(recoverySources, 'Where it came from.')
  source: RecoverySource;

  @IsOneOf(lossCategories, 'The losses that it was paid for.')
  category: LossCategory;

  @IsMoney('What was received, as it is told.')
  amount: MoneyText;

  @IsDay('The day on which the victim is said to have been paid.')
  receivedOn: CalendarDate;

  @IsDay('The day on which it was told.')
  on: CalendarDate;

  toCommand(): ReportRecovery {
    const { victimId, recoveryId, source, category, receivedOn, on } = this;
    const amount = parseMoney(this.amount);
    return { type: 'ReportRecovery', victimId, recoveryId, source, category, amount, receivedOn, on };
  }
}

/** What was told has been held against the record of whoever paid. */
export class VerifyRecoveryRequest {
  @IsId('victim', 'Who was paid.')
  victimId: VictimId;

  @IsId('recovery', 'The recovery.')
  recoveryId: RecoveryId;

  @IsMoney('What was received, as it was found.')
  amount: MoneyText;

  @IsDay('The day on which it was found.')
  on: CalendarDate;

  toCommand(): VerifyRecovery {
    const { victimId, recoveryId, on } = this;
    return { type: 'VerifyRecovery', victimId, recoveryId, amount: parseMoney(this.amount), on };
  }
}

/** What was told does not hold. */
export class RejectRecoveryRequest {
  @IsId('victim', 'Whose recovery it was said to be.')
  victimId: VictimId;

  @IsId('recovery', 'The recovery.')
  recoveryId: RecoveryId;

  @IsOneOf(rejectionReasons, 'Why it does not hold.')
  reason: RejectionReason;

  @IsDay('The day on which it was found.')
  on: CalendarDate;

  toCommand(): RejectRecovery {
    const { victimId, recoveryId, reason, on } = this;
    return { type: 'RejectRecovery', victimId, recoveryId, reason, on };
  }
}

/** What was told, or verified, counts no more. */
export class WithdrawRecoveryRequest {
  @IsId('victim', 'Whose recovery it was.')
  victimId: VictimId;

  @IsId('recovery', 'The recovery.')
  recoveryId: RecoveryId;

  @IsOneOf(withdrawalReasons, 'Why it counts no more.')
  reason: WithdrawalReason;

  @IsDay('The day from which on it counts no more.')
  on: CalendarDate;

  toCommand(): WithdrawRecovery {
    const { victimId, recoveryId, reason, on } = this;
    return { type: 'WithdrawRecovery', victimId, recoveryId, reason, on };
  }
}
