import type { ReceiptId, VictimId } from '../../domain/ids.ts';
import type { RecoveryTakenBack } from '../../domain/liability/events.ts';
import { liabilityOf } from '../../domain/liability/liability-index.ts';
import { isOfCap, takenForOf } from '../../domain/liability/taken-back.ts';
import type { Session } from '../session.ts';
import { knownOf } from './one-person.ts';
import {
  carriedAtOnce,
  carryTakenBack,
  doCasesKnow,
  notePieces,
  takenBackOf,
  type TakenUnder,
} from './taken-back.ts';
import { tellCases } from './tell-cases.ts';

/**
 * What was taken back for the caps of victims (P-08, P-17, P-31, P-45), of whichever orders a command brought it about: told to
 * the cases before what has ended since, and carried on from its receipts.
 */

/**
 * Tells the cases what came of a command, and carries what was taken back for victims' caps, each as the one before it has
 * arrived; of very many, and where a crash has kept the cases from hearing what ended, it follows by itself.
 */
export async function carryNews(session: Session): Promise<void> {
  let told = await tellNews(session, 0);
  for (let carried = 0; carried < carriedAtOnce; carried += 1) {
    // What is carried on may bring about more of it.
    const next = takingsIn(session.events)[carried];
    if (next === undefined) return;
    const victim = await knownOf(session, next.victimId);
    if (!(await doCasesKnow(session, victim, next.defendantId))) return;
    await carryTakenBack(session, { ...next, takenFor: takenForOf(next) });
    told = await tellNews(session, told);
  }
}

/**
 * Carries whatever was taken back for the cap of the victim and has not gone on, once the cases of its payor know what ended since:
 * a crash came between, and whoever follows the log comes to the notices first.
 */
export async function carryTakingsOf(
  session: Session,
  { victimId, cause }: { readonly victimId: VictimId; readonly cause: string },
): Promise<void> {
  const victim = await knownOf(session, victimId);
  let told = session.events.length;
  for (const [key, takenBack] of victim.takenBack.entries()) {
    const liability = victim.liabilities.get(liabilityOf(key));
    for (const { receiptId, takenFor } of takenBack.filter(isOfCap)) {
      if (liability === undefined) continue;
      const { caseId, orderId, defendantId } = liability;
      if (!(await doCasesKnow(session, victim, defendantId))) continue;
      await carryTakenBack(session, { caseId, orderId, receiptId, takenFor, cause });
      told = await tellNews(session, told);
    }
  }
}

/** What was taken back for a cap, of which nobody has told the case since: it is told, and carried on where nothing else is awaited. */
export async function followTaking(
  session: Session,
  taken: RecoveryTakenBack['data'] & { readonly cause: string },
): Promise<void> {
  await noteTakings(session, taken, taken.receiptId);
  await carryTakingsOf(session, taken);
}

/** What these steps have taken back for caps, each with the event that told of it. */
function takingsIn(
  events: Session['events'],
): readonly (RecoveryTakenBack['data'] & Pick<TakenUnder, 'cause'>)[] {
  return events.flatMap(({ id, event }) =>
    event.type === 'RecoveryTakenBack' ? [{ ...event.data, cause: id }] : [],
  );
}

/** Tells the case what the stream of the victim took back for the cap under the order, of this receipt. */
export async function noteTakings(
  session: Session,
  { victimId, ...of }: TakenUnder & { readonly victimId: VictimId },
  receiptId: ReceiptId,
): Promise<void> {
  const pieces = await takenBackOf(session, { ...of, victims: [victimId] });
  await notePieces(session, of, { pieces: pieces.filter((each) => isOfCap(each)), only: receiptId });
}

/** Tells the cases what victims' streams have made of the steps so far, from that event on; gives how many there are. */
export async function tellNews(session: Session, from: number): Promise<number> {
  const news = session.events.slice(from);
  // What was taken back of a liability comes before what ended of it since.
  for (const each of takingsIn(news)) await noteTakings(session, each, each.receiptId);
  await tellCases(session, news);
  return from + news.length;
}
