import type { DeclineRestitution, DeferFinding, PetitionLaterLosses } from '../../domain/case/commands.ts';
import type { Command } from '../../domain/commands.ts';
import type { PeopleCommand } from '../../domain/people/commands.ts';
import type { SetPolicy } from '../../domain/policy/commands.ts';
import type { ReferenceCommand } from '../../domain/reference/commands.ts';
import type { Session } from '../session.ts';
import { disbursementTerms, policies, reserve, treasuryYields } from '../streams.ts';
import { enter, isHeard } from './entry.ts';
import { checkVictimAndCase } from './references.ts';

/** What is decided in one stream, whatever stands in the others. */
export type Alone = Exclude<
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
        | 'TakeInStatement'
        | 'MatchLines'
        | 'UnmatchLines'
        | 'WriteOffLine'
        | 'SignStatement'
        | 'RequestAssistance'
        | 'OrderAssistance'
        | 'PayAssistance'
        | 'RecordAssistanceReturn'
        | 'RecordRefund'
        | 'ProposeDisbursementRun'
        | 'ApproveDisbursementRun'
        | 'ReleaseDisbursementRun'
        | 'OpenAccount'
        | 'SuspendLine'
        | 'ReopenStatement'
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

/** Carries out what is decided in one stream. @throws Rejection */
export async function carryAlone(session: Session, command: Alone): Promise<void> {
  switch (command.type) {
    case 'RecordReserveDeposit':
    case 'RecordAttorneyFee':
    case 'RecordConsumerPriceIndex':
      await enter(session, reserve, command);
      return;
    case 'SetPolicy':
    case 'RecordTreasuryYield':
    case 'SetHold':
    case 'SetPaymentTerms':
      return ofTheLedger(session, command);
    case 'DeclineRestitution':
    case 'DeferFinding':
    case 'PetitionLaterLosses':
      return decideInCase(session, command);
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
async function ofTheLedger(session: Session, command: SetPolicy | ReferenceCommand): Promise<void> {
  if (command.type === 'SetPolicy') await enter(session, policies, command);
  else if (command.type === 'RecordTreasuryYield') await enter(session, treasuryYields, command);
  else await enter(session, disbursementTerms, command);
}
