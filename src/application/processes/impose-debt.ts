import type { ImposeDebt } from '../../domain/debt/commands.ts';
import type { Session } from '../session.ts';
import { assessmentCeilings } from '../streams.ts';
import { enter, isHeard } from './entry.ts';

/** What a court imposed beside restitution: an assessment is held to the ceilings that were published (P-41). */
export async function imposeDebt(session: Session, command: ImposeDebt): Promise<void> {
  const ref = { kind: 'Case', id: command.caseId } as const;
  if (command.assessedOffence === null || (await isHeard(session, ref, command))) {
    await enter(session, ref, command);
    return;
  }
  const { ceilings: published } = await session.read(assessmentCeilings);
  await enter(session, ref, { ...command, published });
}
