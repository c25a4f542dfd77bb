import type { NoteTakenBack } from '../../domain/case/commands.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { firstStop } from '../../domain/defendant/itinerary.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import type { RecoveryTakenBack } from '../../domain/liability/events.ts';
import { terminated } from '../../domain/liability/liability.ts';
import { liabilityKey, liabilityOf } from '../../domain/liability/liability-index.ts';
import {
  freeOn,
  isFor,
  nameOf,
  takenForOf,
  type Taken,
  type TakenBack,
} from '../../domain/liability/taken-back.ts';
import { hasPassedOn } from '../../domain/receipt/state.ts';
import type { VictimState } from '../../domain/victim/state.ts';
import type { Session } from '../session.ts';
import { knownOf } from './one-person.ts';
import { settleReceipt } from './record-payment.ts';
import { tellCases } from './tell-cases.ts';
import { itineraryFor } from './travel.ts';

/**
 * What was paid above an amount that a court has lowered (P-46), or to a victim to whom the cap leaves no room for it (P-08,
 * P-17, P-31, P-45). The stream that credited it takes back what the victim was not paid out; here it is told to the case, and
 * goes on from its receipt as excess. Every step may be taken again.
 */

/** Up to so many receipts go on within the append that took something back of them; more follow by themselves. */
export const carriedAtOnce = 20;

/** An order of a case, and the event that told of its amendment, or of what was taken back under it. */
export interface Amended {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly cause: string | null;
}

/** Tells the cases what victims' streams have made of the steps so far, from that event on; gives how many there are. */
export async function tellNews(session: Session, from: number): Promise<number> {
  const news = session.events.slice(from);
  // What was taken back of a liability comes before what ended of it since.
  for (const each of takingsIn(news)) await noteTakings(session, each, each.receiptId);
  await tellCases(session, news);
  return from + news.length;
}

/** Whether the cases of this payor know what of the victim's liabilities is ended. */
export async function doCasesKnow(
  session: Session,
  { liabilities }: VictimState,
  defendantId: DefendantId,
): Promise<boolean> {
  for (const liability of liabilities.values()) {
    if (liability.defendantId !== defendantId) continue;
    const inCase = await session.read({ kind: 'Case', id: liability.caseId }, true);
    const copy = inCase.liabilities.get(liability);
    if (copy === undefined || terminated(copy) !== terminated(liability)) return false;
  }
  return true;
}

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
): readonly (RecoveryTakenBack['data'] & Pick<Amended, 'cause'>)[] {
  return events.flatMap(({ id, event }) =>
    event.type === 'RecoveryTakenBack' ? [{ ...event.data, cause: id }] : [],
  );
}

/** Tells the case what the stream of the victim took back for the cap under the order, of this receipt. */
export async function noteTakings(
  session: Session,
  { victimId, ...of }: Amended & { readonly victimId: VictimId },
  receiptId: ReceiptId,
): Promise<void> {
  const pieces = await takenBackOf(session, { ...of, victims: [victimId] });
  await notePieces(session, of, { pieces: pieces.filter((each) => isOfCap(each)), only: receiptId });
}

/** Whether it was taken back for the cap of a victim, and not for an amendment. */
export function isOfCap({ takenFor }: Pick<TakenBack, 'takenFor'>): boolean {
  return 'taking' in takenFor;
}

/** Tells the case of these pieces, of one receipt or of all, as far as it has not heard of them. */
export async function notePieces(
  session: Session,
  { caseId, orderId, cause }: Amended,
  { pieces, only }: { readonly pieces: readonly Noting[]; readonly only: ReceiptId | undefined },
): Promise<void> {
  const ref = { kind: 'Case', id: caseId } as const;
  const known = new Set(((await session.read(ref)).takenBack.get(orderId) ?? []).map(pieceOf));
  for (const command of pieces) {
    const piece = pieceOf(command);
    if (known.has(piece) || (only !== undefined && command.receiptId !== only)) continue;
    // What a crash left on its way arrives first: the case takes back what it has applied.
    await arrive(session, command.receiptId);
    const on = freeOn(
      command.parts.map(({ effectiveOn }) => effectiveOn) as [CalendarDate, ...CalendarDate[]],
    );
    const name = `${isOfCap(command) ? 'NoteTaking' : 'NoteOverpayment'} ${orderId} ${piece}`;
    await session.step({ ref, command: { ...command, on }, name, cause });
  }
}

type Noting = Omit<NoteTakenBack, 'on'> & { readonly parts: Part[] };

/** What victims' streams took back under the order, receipt by receipt. */
export async function takenBackOf(
  session: Session,
  { caseId, orderId, victims }: Omit<Amended, 'cause'> & { readonly victims: readonly VictimId[] },
): Promise<readonly Noting[]> {
  const pieces = new Map<string, Noting>();
  for (const victimId of victims) {
    const victim = await knownOf(session, victimId);
    for (const each of victim.takenBack.get(liabilityKey({ orderId, victimId })) ?? []) {
      const { receiptId, takenFor, amount, on: effectiveOn } = each;
      const of = { type: 'NoteTakenBack', caseId, receiptId, orderId, takenFor } as const;
      const { parts } = pieces.get(pieceOf(each)) ?? { parts: [] as Part[] };
      parts.push({ victimId, amount, effectiveOn });
      pieces.set(pieceOf(each), { ...of, parts });
    }
  }
  return [...pieces.values()];
}

type Part = NoteTakenBack['parts'][number];

function pieceOf({ receiptId, takenFor }: Pick<TakenBack, 'receiptId' | 'takenFor'>): string {
  return `${receiptId} ${nameOf(takenFor)}`;
}

/** Has what was taken back of a receipt go on as excess, on the day on which it is free to, once whatever else of it has arrived. */
export async function carryTakenBack(session: Session, of: Amended & Taken): Promise<void> {
  const { caseId, orderId, takenFor, receiptId, cause } = of;
  const ref = { kind: 'Receipt', id: receiptId } as const;
  const inCase = await session.read({ kind: 'Case', id: caseId }, true);
  const takenBack = inCase.takenBack
    .get(orderId)
    ?.find((each) => each.receiptId === receiptId && isFor(each.takenFor, takenFor));
  for (;;) {
    const visit = (await session.read(ref, true)).passes.length + 2;
    await arrive(session, receiptId);
    const { received, returned, passes } = await session.read(ref);
    if (takenBack === undefined || received === undefined || returned || hasPassedOn({ passes }, of)) return;
    // What has gone on meanwhile arrives first: each begins when all before it is at rest.
    if (passes.length + 2 !== visit) continue;
    const { amount, on } = takenBack;
    const going = { ...received, orderId: null, on };
    const asItGoes = { receiptId, received: going, beginsAt: visit };
    const { payor, ...itinerary } = await itineraryFor(session, asItGoes);
    const { reach } = firstStop(payor, itinerary);
    const { citation, stops } = itinerary;
    const isAssessed = itinerary.isAssessed && stops.length > 1;
    const way = { fromCaseId: caseId, amount, reach, isAssessed, citation };
    const command = { type: 'PassOnTakenBack', receiptId, visit, orderId, takenFor, ...way, on } as const;
    await session.step({
      ...{ ref, command, cause },
      name: `PassOnOverpayment ${orderId} ${nameOf(takenFor)} ${String(visit)}`,
    });
  }
}

/** Whatever of the receipt is on its way arrives. What it brings about was caused by its coming in. */
async function arrive(session: Session, receiptId: ReceiptId): Promise<void> {
  const origin = await session.origin({ kind: 'Receipt', id: receiptId });
  await settleReceipt(session, receiptId, origin ?? null);
}
