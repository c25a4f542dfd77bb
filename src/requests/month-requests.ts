import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Digest, SignatoryId } from '../domain/ids.ts';
import type { ReopenMonth, SignMonth } from '../domain/period/commands.ts';
import type { MonthReopeningReason } from '../domain/period/events.ts';
import type { Month } from '../domain/period/month.ts';
import type { SignatureRole } from '../domain/statement/events.ts';
import { monthReopeningReasons, signatureRoles } from './reconciliation-choices.ts';
import { IsFileHash } from './reconciliation-fields.ts';
import { IsDay, IsId, IsMonth, IsOneOf } from './text-fields.ts';

/** Somebody answers for the end of a month. */
export class SignMonthRequest {
  @IsMonth('The month, which is over.')
  month: Month;

  @IsOneOf(signatureRoles, 'In what part.')
  as: SignatureRole;

  @IsId('signatory', 'Who signs.')
  signatoryId: SignatoryId;

  @IsFileHash('What was looked at: the `contentHash` that the month is shown with.')
  contentHash: Digest;

  @IsDay('The day of the signature.')
  on: CalendarDate;

  toCommand(): SignMonth {
    const { month, as, signatoryId, contentHash, on } = this;
    return { type: 'SignMonth', month, as, signatoryId, contentHash, on };
  }
}

/** A month that was closed is to be changed. */
export class ReopenMonthRequest {
  @IsMonth('The month.')
  month: Month;

  @IsOneOf(monthReopeningReasons, 'Why.')
  reason: MonthReopeningReason;

  @IsId('signatory', 'Who opens it again.')
  signatoryId: SignatoryId;

  @IsDay('The day on which it is opened again.')
  on: CalendarDate;

  toCommand(): ReopenMonth {
    const { month, reason, signatoryId, on } = this;
    return { type: 'ReopenMonth', month, reason, signatoryId, on };
  }
}
