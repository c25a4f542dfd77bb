import type { NoteTakenBack } from '../../domain/case/commands.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { firstStop } from '../../domain/defendant/itinerary.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import { terminated } from '../../domain/liability/liability.ts';
import { liabilityKey } from '../../domain/liability/liability-index.ts';
import {
  freeOn,
  isFor,
  isOfCap,
  nameOf,
  type Taken,
  type TakenBack,
} from '../../domain/liability/taken-back.ts';
import { hasPassedOn } from '../../domain/receipt/state.ts';
import type { VictimState } from '../../domain/victim/state.ts';
import type { Session } from '../session.ts';
import { knownOf } from './one-person.ts';
import { settleReceipt } from './record-payment.ts';
import { itineraryFor } from './travel.ts';

/**
 * What was paid above an amount that a court has lowered (P-46), or to a victim to whom the cap leaves no room for it (P-08,
 * P-17, P-31, P-45). The stream that credited it takes back what the victim was not paid out; here it is told to the case, and
 * goes on from its receipt as excess. Every step may be taken again.
 */

/** Up to so many receipts go on within the append that took something back of them; more follow by themselves. */
export const carriedAtOnce = 20;

/** The order of a case under which something was taken back, and the event that brought it about. */
export interface TakenUnder {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly cause: string | null;
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

/** Tells the case of these pieces, of one receipt or of all, as far as it has not heard of them. */
export async function notePieces(
  session: Session,
  { caseId, orderId, cause }: TakenUnder,
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
  { caseId, orderId, victims }: Omit<TakenUnder, 'cause'> & { readonly victims: readonly VictimId[] },
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
export async function carryTakenBack(session: Session, of: TakenUnder & Taken): Promise<void> {
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
