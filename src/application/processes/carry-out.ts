import type { Command } from '../../domain/commands.ts';
import type { Session } from '../session.ts';
import { decideOnAssistance, orderAssistance, requestAssistance } from './assist.ts';
import { recordJointOrders, recordOrder, recordOrderChange } from './carry-order.ts';
import { carryInTheBooks } from './carry-in-the-books.ts';
import { recordPayment } from './record-payment.ts';
import { recordReturn } from './record-return.ts';
import { recordOfPeople, recordSameVictim } from './people.ts';
import { reduceLiability } from './reduce-liability.ts';
import { registerDefendant } from './register-defendant.ts';

/** Carries out what came through a door, over as many streams as it takes. @throws Rejection */
export async function carryOut(session: Session, command: Command): Promise<void> {
  switch (command.type) {
    case 'RecordPayment':
      return recordPayment(session, command);
    case 'RecordPaymentReturn':
      return recordReturn(session, command);
    case 'EnterOrder':
    case 'AmendOrder':
    case 'MakeOrderFinal':
    case 'VacateOrder':
    case 'ExpireLiability':
    case 'MakeOrdersJoint':
      return ofOrders(session, command);
    case 'ReduceLiability':
    case 'ReverseReduction':
      return reduceLiability(session, command);
    case 'RegisterDefendant':
      return registerDefendant(session, command);
    case 'RequestAssistance':
      return requestAssistance(session, command);
    case 'OrderAssistance':
      return orderAssistance(session, command);
    case 'PayAssistance':
    case 'RecordAssistanceReturn':
    case 'CloseAssistanceRequest':
      return decideOnAssistance(session, command);
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
      return carryInTheBooks(session, command);
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
        | 'MakeOrdersJoint';
    }
  >,
): Promise<void> {
  switch (command.type) {
    case 'EnterOrder':
    case 'AmendOrder':
      return recordOrder(session, command);
    case 'MakeOrdersJoint':
      return recordJointOrders(session, command);
    default:
      return recordOrderChange(session, command);
  }
}
