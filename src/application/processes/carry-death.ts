import type { CalendarDate } from '../../domain/calendar-date.ts';
import { livedOf } from '../../domain/case/lives.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { RecordDeath } from '../../domain/collection/commands.ts';
import type { CaseId, DefendantId } from '../../domain/ids.ts';
import type { Session } from '../session.ts';
import { enter } from './entry.ts';

/** A defendant in a case, of whose death is told. */
interface Told {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly cause: string | null;
}

/** A death, as one case hears of it: it is one in all the cases of the person. */
export async function recordDeath(session: Session, command: RecordDeath): Promise<void> {
  const { caseId, defendantId } = command;
  const cause = await enter(session, { kind: 'Case', id: caseId }, command);
  await carryDeath(session, { caseId, defendantId, cause });
}

/** Tells the other cases of the defendant what this one knows of the death. It may be told again: they stay quiet. */
export async function carryDeath(session: Session, { caseId, defendantId, cause }: Told): Promise<void> {
  const on = diedOn(await session.read({ kind: 'Case', id: caseId }, true), defendantId);
  if (on === undefined) return;
  const { cases } = await session.read({ kind: 'Defendant', id: defendantId }, true);
  for (const other of cases) {
    if (other !== caseId) await tell(session, { caseId: other, defendantId, cause }, on);
  }
}

/** Tells a case that knows of no death what another knows: of one that the defendant came to late, or in an old log. */
export async function learnDeath(session: Session, told: Told): Promise<void> {
  const { caseId, defendantId } = told;
  if (diedOn(await session.read({ kind: 'Case', id: caseId }), defendantId) !== undefined) return;
  const { cases } = await session.read({ kind: 'Defendant', id: defendantId }, true);
  for (const other of cases) {
    const on = diedOn(await session.read({ kind: 'Case', id: other }, true), defendantId);
    if (on !== undefined) return tell(session, told, on);
  }
}

function diedOn(state: CaseState, defendantId: DefendantId): CalendarDate | undefined {
  return livedOf(state, defendantId).diedOn;
}

async function tell(session: Session, { cause, ...of }: Told, on: CalendarDate): Promise<void> {
  const command = { type: 'RecordDeath', ...of, on } as const;
  const name = `RecordDeath ${of.caseId} ${on}`;
  await session.step({ ref: { kind: 'Case', id: of.caseId }, command, name, cause });
}
