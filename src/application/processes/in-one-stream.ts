import type { DeclineRestitution, DeferFinding, PetitionLaterLosses } from '../../domain/case/commands.ts';
import type { DetermineLoss, RecordDisbursement } from '../../domain/victim/commands.ts';
import { interestUnder2259 } from '../../domain/case/interest-of-victims.ts';
import { creditedInCaseTo } from '../../domain/case/payable.ts';
import { noMoney, sum } from '../../domain/money.ts';
import type { Session } from '../session.ts';
import type { CommandOf, Kind, StreamRef } from '../streams.ts';
import { enter, isHeard } from './entry.ts';
import { enterFor, idsOf, knownOf, whereHeard } from './one-person.ts';
import { checkVictimAndCase } from './references.ts';

/** A command that is entered in one stream, and no more: that of its case. */
export async function inCase(session: Session, command: Entered<'Case'>): Promise<void> {
  await enter(session, { kind: 'Case', id: command.caseId }, command);
}

/** The same, in that of the receipt that its money comes out of. */
export async function inReceipt(session: Session, command: Entered<'Receipt'>): Promise<void> {
  await enter(session, { kind: 'Receipt', id: command.receiptId }, command);
}

/** The same, in the stream in which its victim is decided. */
export async function inVictim(session: Session, command: Entered<'Victim'>): Promise<void> {
  await enterFor(session, command);
}

/** The same, in that of its statement. */
export async function inStatement(session: Session, command: Entered<'Statement'>): Promise<void> {
  await enter(session, { kind: 'Statement', id: command.statementId }, command);
}

/** The same, in that of its run of payments out. */
export async function inRun(session: Session, command: Entered<'Disbursement'>): Promise<void> {
  await enter(session, { kind: 'Disbursement', id: command.runId }, command);
}

/** The same, in that of its account. */
export async function inAccount(session: Session, command: Entered<'Account'>): Promise<void> {
  await enter(session, { kind: 'Account', id: command.accountId }, command);
}

/** The same, in a stream that there is once. */
export function into<K extends Kind>(
  ref: StreamRef<K>,
): (session: Session, command: Entered<K>) => Promise<void> {
  return async (session, command) => {
    await enter(session, ref, command);
  };
}

type Entered<K extends Kind> = CommandOf<K> & { readonly type: string };

/** What is said of a victim in a case, in the stream of the victim; both are known. */
export async function ofVictimInCase(session: Session, command: DetermineLoss): Promise<void> {
  if (!(await whereHeard(session, command))) await checkVictimAndCase(session, command);
  await enterFor(session, command);
}

/** Money that was paid out, in the stream of its victim, with what came in there by word of the case alone. */
export async function recordDisbursement(session: Session, command: RecordDisbursement): Promise<void> {
  const { victimId, caseId } = command;
  if (!(await whereHeard(session, command))) await checkVictimAndCase(session, command);
  const inCase = await session.read({ kind: 'Case', id: caseId });
  const ids = idsOf(await knownOf(session, victimId), victimId);
  const creditedInCase = sum(ids.map((id) => creditedInCaseTo(inCase, id)));
  const interestInCase = sum(ids.map((id) => interestUnder2259(inCase, id)));
  await enterFor(session, {
    ...command,
    ...(creditedInCase !== noMoney && { creditedInCase }),
    ...(interestInCase !== noMoney && { interestInCase }),
  });
}

/** A decision or petition about one victim, or about all of them, in the stream of the case. */
export async function decideInCase(
  session: Session,
  command: DeclineRestitution | DeferFinding | PetitionLaterLosses,
): Promise<void> {
  const ref = { kind: 'Case', id: command.caseId } as const;
  const { victimId, caseId } = command;
  const isToBeChecked = victimId !== null && !(await isHeard(session, ref, command));
  if (isToBeChecked) await checkVictimAndCase(session, { victimId, caseId });
  await enter(session, ref, command);
}
