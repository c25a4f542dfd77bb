import type { DeclineRestitution, DeferFinding, PetitionLaterLosses } from '../../domain/case/commands.ts';
import type { Command } from '../../domain/commands.ts';
import type { PeopleCommand } from '../../domain/people/commands.ts';
import type { SetPolicy } from '../../domain/policy/commands.ts';
import type { ReferenceCommand } from '../../domain/reference/commands.ts';
import type { Session } from '../session.ts';
import { disbursementTerms, policies, reserve, treasuryYields } from '../streams.ts';
import { decideOnAssistance, orderAssistance, requestAssistance } from './assist.ts';
import { enter, isHeard } from './entry.ts';
import { checkVictimAndCase } from './references.ts';

type InOneStream = Exclude<
  Command,
  | PeopleCommand
  | {
      type:
        | 'RecordPayment'
        | 'RecordPaymentReturn'
        | 'RecordRefund'
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
        | 'SignStatement';
    }
>;

/** Carries out what is decided in one stream, and what is said to the Reserve. @throws Rejection */
export async function inOneStream(session: Session, command: InOneStream): Promise<void> {
  switch (command.type) {
    case 'SetPolicy':
    case 'RecordTreasuryYield':
    case 'SetHold':
    case 'SetPaymentTerms':
      return ofTheLedger(session, command);
    case 'DeclineRestitution':
    case 'DeferFinding':
    case 'PetitionLaterLosses':
      return decideInCase(session, command);
    case 'RequestAssistance':
    case 'OrderAssistance':
    case 'PayAssistance':
    case 'RecordAssistanceReturn':
    case 'CloseAssistanceRequest':
    case 'RecordReserveDeposit':
    case 'RecordAttorneyFee':
    case 'RecordConsumerPriceIndex':
      return ofReserve(session, command);
    case 'DetermineLoss':
    case 'RecordDisbursement':
    case 'RegisterVictim':
    case 'RecordDisbursementReturn':
    case 'OrderReinstatement':
    case 'ReviewLiabilities':
    case 'ReportRecovery':
    case 'VerifyRecovery':
    case 'RejectRecovery':
    case 'WithdrawRecovery':
      return ofVictim(session, command);
    case 'OpenAccount':
    case 'SuspendLine':
    case 'ReopenStatement':
      return ofTheBank(session, command);
    default:
      await enter(session, { kind: 'Case', id: command.caseId }, command);
  }
}

/** What is said of one victim; where it names a case as well, both must be known. */
async function ofVictim(
  session: Session,
  command: Extract<Command, { type: VictimWord | 'DetermineLoss' | 'RecordDisbursement' }>,
): Promise<void> {
  const ref = { kind: 'Victim', id: command.victimId } as const;
  const namesCase = command.type === 'DetermineLoss' || command.type === 'RecordDisbursement';
  if (namesCase && !(await isHeard(session, ref, command))) await checkVictimAndCase(session, command);
  await enter(session, ref, command);
}

type VictimWord =
  | 'RegisterVictim'
  | 'RecordDisbursementReturn'
  | 'OrderReinstatement'
  | 'ReviewLiabilities'
  | 'ReportRecovery'
  | 'VerifyRecovery'
  | 'RejectRecovery'
  | 'WithdrawRecovery';

/** What is said of an account at a bank, or of one statement of it. */
async function ofTheBank(
  session: Session,
  command: Extract<Command, { type: 'OpenAccount' | 'SuspendLine' | 'ReopenStatement' }>,
): Promise<void> {
  if (command.type === 'OpenAccount')
    await enter(session, { kind: 'Account', id: command.accountId }, command);
  else await enter(session, { kind: 'Statement', id: command.statementId }, command);
}

/** What is said of no case and no victim. */
async function ofTheLedger(session: Session, command: SetPolicy | ReferenceCommand): Promise<void> {
  if (command.type === 'SetPolicy') await enter(session, policies, command);
  else if (command.type === 'RecordTreasuryYield') await enter(session, treasuryYields, command);
  else await enter(session, disbursementTerms, command);
}

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

/** What a victim asks of the Reserve, and what is said of the Reserve itself. */
async function ofReserve(
  session: Session,
  command: Extract<
    Command,
    {
      type:
        | 'RequestAssistance'
        | 'OrderAssistance'
        | 'PayAssistance'
        | 'RecordAssistanceReturn'
        | 'CloseAssistanceRequest'
        | 'RecordReserveDeposit'
        | 'RecordAttorneyFee'
        | 'RecordConsumerPriceIndex';
    }
  >,
): Promise<void> {
  switch (command.type) {
    case 'RequestAssistance':
      return requestAssistance(session, command);
    case 'OrderAssistance':
      return orderAssistance(session, command);
    case 'PayAssistance':
    case 'RecordAssistanceReturn':
    case 'CloseAssistanceRequest':
      return decideOnAssistance(session, command);
    default:
      await enter(session, reserve, command);
  }
}
