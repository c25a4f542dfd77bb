import type { Command } from '../../domain/commands.ts';
import type { Session } from '../session.ts';
import { policies, treasuryYields } from '../streams.ts';
import { recordJointOrders, recordOrder, recordOrderChange } from './carry-order.ts';
import { enter, isHeard } from './entry.ts';
import { recordPayment, recordRefund } from './record-payment.ts';
import { recordReturn } from './record-return.ts';
import { checkVictimAndCase } from './references.ts';

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
      return recordOrder(session, command);
    case 'MakeOrderFinal':
    case 'VacateOrder':
      return recordOrderChange(session, command);
    case 'MakeOrdersJoint':
      return recordJointOrders(session, command);
    default:
      return inOneStream(session, command);
  }
}

type InOneStream = Exclude<
  Command,
  {
    type:
      | 'RecordPayment'
      | 'RecordPaymentReturn'
      | 'RecordRefund'
      | 'EnterOrder'
      | 'AmendOrder'
      | 'MakeOrderFinal'
      | 'VacateOrder'
      | 'MakeOrdersJoint';
  }
>;

async function inOneStream(session: Session, command: InOneStream): Promise<void> {
  switch (command.type) {
    case 'SetPolicy':
      await enter(session, policies, command);
      return;
    case 'RecordTreasuryYield':
      await enter(session, treasuryYields, command);
      return;
    case 'RegisterCase':
    case 'RegisterDefendant':
    case 'ImposeDebt':
    case 'RemitDebt':
    case 'VacateDebt':
    case 'SetOrderOfPayment':
    case 'SetInterestTerms':
    case 'SetPaymentSchedule':
    case 'RecordRelease':
    case 'RecordDeath':
      await enter(session, { kind: 'Case', id: command.caseId }, command);
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
    case 'ReviewLiabilities':
      await enter(session, { kind: 'Victim', id: command.victimId }, command);
      return;
  }
}
