import type { Command } from '../../domain/commands.ts';
import type { Session } from '../session.ts';
import { carryAlone, type Alone } from './carry-alone.ts';
import { proposeRun, releaseRun } from './disburse.ts';
import { enter } from './entry.ts';
import { matchLines, unmatchLines, writeOffLine } from './match-lines.ts';
import { recordRefund } from './record-payment.ts';
import { signStatement } from './sign-statement.ts';
import { takeInStatement } from './take-in-statement.ts';

/** What the court pays out, and what a bank says of its money; whatever is of one stream alone goes there. */
type InTheBooks =
  | Alone
  | Extract<
      Command,
      {
        type:
          | 'RecordRefund'
          | 'ProposeDisbursementRun'
          | 'ApproveDisbursementRun'
          | 'ReleaseDisbursementRun'
          | 'OpenAccount'
          | 'TakeInStatement'
          | 'MatchLines'
          | 'UnmatchLines'
          | 'SuspendLine'
          | 'WriteOffLine'
          | 'SignStatement'
          | 'ReopenStatement';
      }
    >;

/** Carries out what is said of money that the court holds, or has paid out. @throws Rejection */
export async function carryInTheBooks(session: Session, command: InTheBooks): Promise<void> {
  switch (command.type) {
    case 'RecordRefund':
      return recordRefund(session, command);
    case 'ProposeDisbursementRun':
      return proposeRun(session, command);
    case 'ReleaseDisbursementRun':
      return releaseRun(session, command);
    case 'ApproveDisbursementRun':
      await enter(session, { kind: 'Disbursement', id: command.runId }, command);
      return;
    case 'TakeInStatement':
      return takeInStatement(session, command);
    case 'MatchLines':
      return matchLines(session, command);
    case 'UnmatchLines':
      return unmatchLines(session, command);
    case 'WriteOffLine':
      return writeOffLine(session, command);
    case 'SignStatement':
      return signStatement(session, command);
    case 'OpenAccount':
      await enter(session, { kind: 'Account', id: command.accountId }, command);
      return;
    case 'SuspendLine':
    case 'ReopenStatement':
      await enter(session, { kind: 'Statement', id: command.statementId }, command);
      return;
    default:
      return carryAlone(session, command);
  }
}
