import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Standing } from '../../domain/case/commands.ts';
import type { EventId } from '../../domain/ids.ts';
import type { LiabilityOf } from '../../domain/liability/liability-index.ts';
import { discharged, terminated } from '../../domain/liability/liability.ts';
import { parseMoney, subtract, sum } from '../../domain/money.ts';
import { invariant } from '../../domain/rejection.ts';
import type {
  LiabilitiesReinstated,
  LiabilitiesTerminated,
  LiabilityAmount,
} from '../../domain/victim/events.ts';
import type { VictimState } from '../../domain/victim/state.ts';
import { knownOf } from './one-person.ts';
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
  const { citation } = event.data;
  const { caseId, orderId, victimId = event.data.victimId, heardAs: epoch = event.data.epoch } = liability;
  const on: CalendarDate = event.effectiveOn;
  const amount = parseMoney(liability.amount);
  const type = event.type === 'LiabilitiesTerminated' ? 'NoteTermination' : 'NoteReinstatement';
  const ending = id as EventId;
  const victim = await knownOf(session, victimId);
  const standing = standingOf(victim, { orderId, victimId }, epoch);
  const news = { epoch, ending, amount, citation, standing };
  const command = { type, caseId, orderId, victimId, ...news, on } as const;
  // One order may name a person under two ids.
  const under = liability.victimId === undefined ? '' : ` ${victimId}`;
  const name = `${type} ${orderId} ${id}${under}`;
  await session.step({ ref: { kind: 'Case', id: caseId }, command, name, cause: id });
}

function standingOf({ liabilities }: VictimState, of: LiabilityOf, epoch: number): Standing {
  const liability = liabilities.get(of);
  invariant(liability !== undefined, 'what was never imposed has ended');
  const heard = liability.ended.filter((each) => (each.heardAs ?? each.epoch) === epoch);
  const ended = sum(heard.map(({ amount }) => amount));
  const endedByOthers = subtract(terminated(liability), ended);
  return { amendment: liability.amendments, discharged: discharged(liability), ended, endedByOthers };
}
