import type { RegisterDefendant } from '../../domain/case/commands.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, DefendantId } from '../../domain/ids.ts';
import type { Session } from '../session.ts';
import { learnDeath } from './carry-death.ts';
import { enter } from './entry.ts';

/** A defendant of a case: the case knows who may owe there, and the defendant's own stream in which cases that is. */
export async function registerDefendant(session: Session, command: RegisterDefendant): Promise<void> {
  const { caseId, defendantId, on } = command;
  const cause = await enter(session, { kind: 'Case', id: caseId }, command);
  await joinCase(session, { caseId, defendantId, on, cause });
}

/** Tells the defendant's stream of the case; it stays quiet where it has heard. */
export async function joinCase(
  session: Session,
  { cause, ...joining }: { caseId: CaseId; defendantId: DefendantId; on: CalendarDate; cause: string | null },
): Promise<void> {
  const ref = { kind: 'Defendant', id: joining.defendantId } as const;
  const name = `JoinCase ${joining.caseId}`;
  await session.step({ ref, command: { type: 'JoinCase', ...joining }, name, cause });
  const { caseId, defendantId } = joining;
  await learnDeath(session, { caseId, defendantId, cause });
}
