import type { DeclineRestitution, DeferFinding, PetitionLaterLosses } from '../../domain/case/commands.ts';
import type { Command } from '../../domain/commands.ts';
import type { PeopleCommand } from '../../domain/people/commands.ts';
import type { SetPolicy } from '../../domain/policy/commands.ts';
import type { RecordTreasuryYield } from '../../domain/reference/commands.ts';
import type { Session } from '../session.ts';
import { policies, reserve, treasuryYields } from '../streams.ts';
import { decideOnAssistance, orderAssistance, requestAssistance } from './assist.ts';
import { recordJointOrders, recordOrder, recordOrderChange } from './carry-order.ts';
import { enter, isHeard } from './entry.ts';
import { recordPayment, recordRefund } from './record-payment.ts';
import { recordReturn } from './record-return.ts';
import { recordOfPeople, recordSameVictim } from './people.ts';
import { reduceLiability } from './reduce-liability.ts';
import { registerDefendant } from './register-defendant.ts';
import { checkVictimAndCase } from './references.ts';

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

type InOneStream = Exclude<
  Command,
  | PeopleCommand
  | {
      type:
        | 'RecordPayment'
        | 'RecordPaymentReturn'
        | 'EnterOrder'
        | 'AmendOrder'
        | 'MakeOrderFinal'
        | 'VacateOrder'
        | 'MakeOrdersJoint'
        | 'ReduceLiability'
        | 'ReverseReduction'
        | 'ExpireLiability'
        | 'RegisterDefendant'
        | 'RequestAssistance'
        | 'OrderAssistance'
        | 'PayAssistance'
        | 'RecordAssistanceReturn'
        | 'CloseAssistanceRequest';
    }
>;

/** A decision or petition about one victim, or about all of them, in the stream of the case. */
async function decideInCase(
  session: Session,
  command: DeclineRestitution | DeferFinding | PetitionLaterLosses,
): Promise<void> {
  const ref = { kind: 'Case', id: command.caseId } as const;
  const { victimId, caseId } = command;
  const isToBeChecked = victimId !== null && !(await isHeard(session, ref, command));
  if (isToBeChecked) await checkVictimAndCase(session, { victimId, caseId });
  await enter(session, ref, command);
}

async function inOneStream(session: Session, command: InOneStream): Promise<void> {
  switch (command.type) {
    case 'RecordRefund':
      return recordRefund(session, command);
    case 'SetPolicy':
    case 'RecordTreasuryYield':
      return ofTheLedger(session, command);
    case 'DeclineRestitution':
    case 'DeferFinding':
    case 'PetitionLaterLosses':
      return decideInCase(session, command);
    case 'RecordReserveDeposit':
    case 'RecordAttorneyFee':
    case 'RecordConsumerPriceIndex':
      await enter(session, reserve, command);
      return;
    case 'DetermineLoss':
    case 'RecordDisbursement': {
      const ref = { kind: 'Victim', id: command.victimId } as const;
      if (!(await isHeard(session, ref, command))) await checkVictimAndCase(session, command);
      await enter(session, ref, command);
      return;
    }
    case 'RegisterVictim':
    case 'RecordDisbursementReturn':
    case 'OrderReinstatement':
    case 'ReviewLiabilities':
    case 'ReportRecovery':
    case 'VerifyRecovery':
    case 'RejectRecovery':
    case 'WithdrawRecovery':
      await enter(session, { kind: 'Victim', id: command.victimId }, command);
      return;
    default:
      await enter(session, { kind: 'Case', id: command.caseId }, command);
  }
}

/** What is said of no case and no victim. */
async function ofTheLedger(session: Session, command: SetPolicy | RecordTreasuryYield): Promise<void> {
  if (command.type === 'SetPolicy') await enter(session, policies, command);
  else await enter(session, treasuryYields, command);
}
