import type { Session, StepEvent } from '../session.ts';
import { noteEndings, type Ending } from './note-endings.ts';
import { carryReductions } from './reduce-liability.ts';

/** Up to so many liabilities are noted in their cases within the append that ended them; more follow by themselves. */
export const notedAtOnce = 20;

/** Tells the cases what the law made, in the streams of victims, of what they had told these. */
export async function tellCases(session: Session, events: readonly StepEvent[]): Promise<void> {
  // What is brought about on the way is told by whoever brings it about.
  const told = [...events];
  for (const ending of endingsIn(told)) await noteEndings(session, ending);
  for (const { id, event } of told) {
    // Of a credit of a court itself, its command tells; that it came to more, none does.
    const isMore = event.type === 'LiabilityReduced' && event.data.again === true;
    if (isMore) await carryReductions(session, { ...event.data, cause: id });
  }
}

function endingsIn(events: readonly StepEvent[]): readonly Ending[] {
  return events.flatMap(({ id, event }) => {
    if (event.type !== 'LiabilitiesTerminated' && event.type !== 'LiabilitiesReinstated') return [];
    return event.data.liabilities.length <= notedAtOnce ? [{ id, event }] : [];
  });
}
