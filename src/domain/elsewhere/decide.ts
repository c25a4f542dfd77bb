import { formatMoney, noMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import type {
  RecoveryCommand,
  RejectRecovery,
  ReportRecovery,
  VerifyRecovery,
  WithdrawRecovery,
} from './commands.ts';
import type { RecoveryEvent, RecoveryRef } from './events.ts';
import { recoveryKey, statusOf, type Elsewhere, type RecoveryElsewhere } from './recovery.ts';

type Events = readonly RecoveryEvent[];

/** What somebody says that the victim was paid elsewhere, and what came of that. All of it may be told twice. */
export function decideRecovery(
  command: RecoveryCommand,
  { recoveries }: Pick<Elsewhere, 'recoveries'>,
): Events {
  const recorded = recoveries.get(recoveryKey(command));
  if (command.type === 'ReportRecovery') return report(command, recorded);
  const known = recorded ?? reject('recovery-not-found', '/recoveryId');
  switch (command.type) {
    case 'VerifyRecovery':
      return verify(command, known);
    case 'RejectRecovery':
      return rejectClaim(command, known);
    case 'WithdrawRecovery':
      return withdraw(command, known);
  }
}

/** A claim is a fact of the day on which it was made, whatever becomes of it. */
function report(command: ReportRecovery, recorded: RecoveryElsewhere | undefined): Events {
  const { victimId, recoveryId, source, category, amount, receivedOn, on } = command;
  if (recorded && isSame(recorded, command)) return [];
  if (recorded) reject('recovery-reported-differently', '/recoveryId');
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  if (on < receivedOn) reject('reported-before-received', '/on');
  const data = { victimId, recoveryId, source, category, amount: formatMoney(amount), receivedOn };
  return [{ type: 'RecoveryReported', effectiveOn: on, data }];
}

function isSame(
  recorded: RecoveryElsewhere,
  { source, category, amount, receivedOn, on }: ReportRecovery,
): boolean {
  const isSameMoney = recorded.amount === amount && recorded.receivedOn === receivedOn;
  const isSameKind = recorded.source === source && recorded.category === category;
  return isSameMoney && isSameKind && recorded.reportedOn === on;
}

/** More or less may have been received than was claimed. */
function verify(command: VerifyRecovery, known: RecoveryElsewhere): Events {
  const { amount, on } = command;
  if (known.verified?.amount === amount && known.verified.on === on) return [];
  if (known.verified || known.withdrawn) reject('recovery-decided-differently', '/recoveryId');
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  expectLater(command, known);
  const claimed = formatMoney(known.rejected ? noMoney : known.amount);
  const data = { ...refOf(command, known), amount: formatMoney(amount), claimed };
  return [{ type: 'RecoveryVerified', effectiveOn: on, data }];
}

function rejectClaim(command: RejectRecovery, known: RecoveryElsewhere): Events {
  const { reason, on } = command;
  if (known.rejected?.on === on && known.rejected.reason === reason) return [];
  if (statusOf(known) !== 'CLAIMED') reject('recovery-decided-differently', '/recoveryId');
  expectLater(command, known);
  const data = { ...refOf(command, known), amount: formatMoney(known.amount), reason };
  return [{ type: 'RecoveryRejected', effectiveOn: on, data }];
}

function withdraw(command: WithdrawRecovery, known: RecoveryElsewhere): Events {
  const { reason, on } = command;
  if (known.withdrawn?.on === on && known.withdrawn.reason === reason) return [];
  const standing = statusOf(known);
  if (standing === 'WITHDRAWN' || standing === 'REJECTED')
    reject('recovery-decided-differently', '/recoveryId');
  expectLater(command, known);
  const amount = formatMoney(known.verified?.amount ?? known.amount);
  const data = { ...refOf(command, known), amount, standing, reason };
  return [{ type: 'RecoveryWithdrawn', effectiveOn: on, data }];
}

/** What became of a recovery is told in the order of days: so of no day is less than nothing known. */
function expectLater({ on }: RecoveryCommand, { lastOn }: RecoveryElsewhere): void {
  if (on < lastOn) reject('decided-before-reported', '/on');
}

function refOf(
  { victimId, recoveryId }: RecoveryCommand,
  { source, category }: RecoveryElsewhere,
): RecoveryRef {
  return { victimId, recoveryId, source, category };
}
