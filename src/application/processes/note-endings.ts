import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { EventId } from '../../domain/ids.ts';
import { parseMoney } from '../../domain/money.ts';
import type {
  LiabilitiesReinstated,
  LiabilitiesTerminated,
  LiabilityAmount,
} from '../../domain/victim/events.ts';
import type { Session } from '../session.ts';

/** An end, or a return, of liabilities as a victim's stream recorded it, and the id under which it did. */
export interface Ending {
  readonly id: string;
  readonly event: LiabilitiesTerminated | LiabilitiesReinstated;
}

/** Tells each case of the liabilities under its orders that ended by law, or are owed again. It may be told twice. */
export async function noteEndings(session: Session, { id, event }: Ending): Promise<void> {
  await session.forEach(event.data.liabilities, (liability) => note(session, { id, event }, liability));
}

async function note(session: Session, { id, event }: Ending, liability: LiabilityAmount): Promise<void> {
  const { victimId, epoch, citation } = event.data;
  const { caseId, orderId, amendment = 0 } = liability;
  const on: CalendarDate = event.effectiveOn;
  const amount = parseMoney(liability.amount);
  const type = event.type === 'LiabilitiesTerminated' ? 'NoteTermination' : 'NoteReinstatement';
  const ending = id as EventId;
  const news = { epoch, ending, amount, amendment, citation };
  const command = { type, caseId, orderId, victimId, ...news, on } as const;
  const name = `${type} ${orderId} ${id}`;
  await session.step({ ref: { kind: 'Case', id: caseId }, command, name, cause: id });
}
