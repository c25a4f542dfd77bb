/** What is said of recoveries elsewhere. Where nothing else is said, `x-1` is restitution under section 2259, for victim `v-1`. */
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type {
  RejectRecovery,
  ReportRecovery,
  VerifyRecovery,
  WithdrawRecovery,
} from '../../src/domain/elsewhere/commands.ts';
import type { RecoveryId } from '../../src/domain/ids.ts';
import type { ReduceLiability, ReverseReduction } from '../../src/domain/liability/reductions.ts';
import { caseId, caseOf, orderId, today, usd, victimId } from './words.ts';

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

interface Credited extends Given {
  /** The order that is credited; `o-1` unless told. */
  readonly to?: string;
  readonly inCase?: string;
}

const lineOf = (id: string, { to = 'o-1', inCase = caseOf(to), ...given }: Credited) => ({
  ...{ ...of(id, given), orderId: orderId(to), caseId: caseId(inCase) },
});

export function reduceLiability(
  id: string,
  amount: string,
  { proceeding = 'FEDERAL', ...given }: Credited & Partial<Pick<ReduceLiability, 'proceeding'>> = {},
): ReduceLiability {
  return { type: 'ReduceLiability', ...lineOf(id, given), proceeding, amount: usd(amount) };
}

export function reverseReduction(id: string, given: Credited = {}): ReverseReduction {
  return { type: 'ReverseReduction', ...lineOf(id, given) };
}
