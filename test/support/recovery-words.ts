/** What is said of recoveries elsewhere. Where nothing else is said, `x-1` is restitution under section 2259, for victim `v-1`. */
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type {
  RejectRecovery,
  ReportRecovery,
  VerifyRecovery,
  WithdrawRecovery,
} from '../../src/domain/elsewhere/commands.ts';
import type { RecoveryId } from '../../src/domain/ids.ts';
import { today, usd, victimId } from './words.ts';

const recoveryId = (id: string): RecoveryId => id as RecoveryId;

interface Given {
  readonly on?: CalendarDate;
  readonly victim?: string;
}

const of = (id: string, { on = today, victim = 'v-1' }: Given) => ({
  ...{ victimId: victimId(victim), recoveryId: recoveryId(id), on },
});

export function reportRecovery(
  id: string,
  amount: string,
  given: Given & Partial<Pick<ReportRecovery, 'source' | 'category' | 'receivedOn'>> = {},
): ReportRecovery {
  const { source = 'RESTITUTION_2259', category = 'TRAFFICKING', on = today, receivedOn = on } = given;
  return { type: 'ReportRecovery', ...of(id, given), source, category, amount: usd(amount), receivedOn };
}

export function verifyRecovery(id: string, amount: string, given: Given = {}): VerifyRecovery {
  return { type: 'VerifyRecovery', ...of(id, given), amount: usd(amount) };
}

export function rejectRecovery(
  id: string,
  { reason = 'NOT_SHOWN', ...given }: Given & Partial<Pick<RejectRecovery, 'reason'>> = {},
): RejectRecovery {
  return { type: 'RejectRecovery', ...of(id, given), reason };
}

export function withdrawRecovery(
  id: string,
  { reason = 'REPORTED_IN_ERROR', ...given }: Given & Partial<Pick<WithdrawRecovery, 'reason'>> = {},
): WithdrawRecovery {
  return { type: 'WithdrawRecovery', ...of(id, given), reason };
}
