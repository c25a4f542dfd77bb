import type { Command } from '../../domain/commands.ts';
import type { Session } from '../session.ts';
import { recordJointOrders, recordOrder, recordOrderChange } from './carry-order.ts';
import { inOneStream } from './in-one-stream.ts';
import { matchLines, unmatchLines, writeOffLine } from './match-lines.ts';
import { recordOfPeople, recordSameVictim } from './people.ts';
import { recordPayment, recordRefund } from './record-payment.ts';
import { recordReturn } from './record-return.ts';
import { reduceLiability } from './reduce-liability.ts';
import { registerDefendant } from './register-defendant.ts';
import { signStatement } from './sign-statement.ts';
import { takeInStatement } from './take-in-statement.ts';

/** Carries out what came through a door, over as many streams as it takes. @throws Rejection */
export async function carryOut(session: Session, command: Command): Promise<void> {
  switch (command.type) {
    case 'RecordPayment':
      return recordPayment(session, command);
    case 'RecordPaymentReturn':
      return recordReturn(session, command);
    case 'RecordRefund':
      return recordRefund(session, command);
    case 'EnterOrder':
    case 'AmendOrder':
    case 'MakeOrderFinal':
    case 'VacateOrder':
    case 'ExpireLiability':
    case 'MakeOrdersJoint':
    case 'ReduceLiability':
    case 'ReverseReduction':
      return ofOrders(session, command);
    case 'RegisterDefendant':
      return registerDefendant(session, command);
    case 'TakeInStatement':
    case 'MatchLines':
    case 'UnmatchLines':
    case 'WriteOffLine':
    case 'SignStatement':
      return ofStatements(session, command);
    case 'AssumeRights':
    case 'EndRepresentation':
    case 'RecordAbuseConviction':
    case 'RecordVictimDeath':
    case 'RecordSuccession':
    case 'AssignInterest':
    case 'RevokeAssignment':
      return recordOfPeople(session, command);
    case 'RecordSameVictim':
      return recordSameVictim(session, command);
    default:
      return inOneStream(session, command);
  }
}

/** What a court makes of an order, and what becomes of it. */
async function ofOrders(
  session: Session,
  command: Extract<
    Command,
    {
      type:
        | 'EnterOrder'
        | 'AmendOrder'
        | 'MakeOrderFinal'
        | 'VacateOrder'
        | 'ExpireLiability'
        | 'MakeOrdersJoint'
        | 'ReduceLiability'
        | 'ReverseReduction';
    }
  >,
): Promise<void> {
  switch (command.type) {
    case 'ReduceLiability':
    case 'ReverseReduction':
      return reduceLiability(session, command);
    case 'EnterOrder':
    case 'AmendOrder':
      return recordOrder(session, command);
    case 'MakeOrdersJoint':
      return recordJointOrders(session, command);
    default:
      return recordOrderChange(session, command);
  }
}

/** What a bank says, held against what the books say. */
async function ofStatements(
  session: Session,
  command: Extract<
    Command,
    { type: 'TakeInStatement' | 'MatchLines' | 'UnmatchLines' | 'WriteOffLine' | 'SignStatement' }
  >,
): Promise<void> {
  switch (command.type) {
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
  }
}
