import type { NoteOverpayment } from '../../domain/case/commands.ts';
import type { Order } from '../../domain/case/state.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { firstStop } from '../../domain/defendant/itinerary.ts';
import type { CaseId, OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import { terminated } from '../../domain/liability/liability.ts';
import { liabilityKey } from '../../domain/liability/liability-index.ts';
import { freeOn, type TakenBack } from '../../domain/liability/overpayments.ts';
import { hasPassedOn } from '../../domain/receipt/state.ts';
import { crossesCases } from '../../domain/statutes/restitution-statutes.ts';
import type { Session } from '../session.ts';
import { knownOf } from './one-person.ts';
import { settleReceipt } from './record-payment.ts';
import { tellCases } from './tell-cases.ts';
import { itineraryFor } from './travel.ts';

/**
 * What was paid above an amount that a court has lowered (P-46). The stream that credited it takes back what the victim was not
 * paid out; here it is told to the case, and goes on from its receipt as excess. Every step may be taken again.
 */

/** Up to so many receipts go on within the append that amended the order; more follow by themselves. */
const carriedAtOnce = 20;

/** An order of a case, and the event that told of its amendment. */
interface Amended {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly cause: string | null;
}

/**
 * Carries all that an amendment of the order took back of receipts; of very many receipts, the rest follows by itself. What the
 * amendment made owed again may take some of it: where a crash has kept the payor’s cases from hearing of that, all of it
 * follows, when they have.
 */
export async function carryOverpayments(session: Session, { cause, ...amended }: Amended): Promise<void> {
  const { caseId, orderId } = amended;
  await noteOverpayments(session, { ...amended, cause });
  const state = await session.read({ kind: 'Case', id: caseId });
  const order = state.orders.get(orderId);
  const takenBack = (state.overpayments.get(orderId) ?? []).filter(
    ({ amendment }) => amendment === order?.amendments,
  );
  if (order === undefined || takenBack.length === 0) return;
  let told = await tellNews(session, 0);
  if (!(await haveCasesHeard(session, order))) return;
  for (const { receiptId, amendment } of takenBack.slice(0, carriedAtOnce)) {
    await carryOverpayment(session, { ...amended, receiptId, amendment, cause });
    // What one receipt brought, the cases know before the next comes to them.
    told = await tellNews(session, told);
  }
}

/** Tells the cases what victims' streams have made of the steps so far, from that event on; gives how many there are. */
async function tellNews(session: Session, from: number): Promise<number> {
  const news = session.events.slice(from);
  await tellCases(session, news);
  return from + news.length;
}

/** Whether the payor’s cases know what is ended, and what owed again, of those of whose money something was taken back. */
async function haveCasesHeard(session: Session, order: Order): Promise<boolean> {
  const { orderId, defendantId, victims, amendments } = order;
  for (const victimId of victims) {
    const { liabilities, overpayments } = await knownOf(session, victimId);
    const taken = overpayments.get(liabilityKey({ orderId, victimId })) ?? [];
    if (!taken.some(({ amendment }) => amendment === amendments)) continue;
    for (const liability of liabilities.values()) {
      if (liability.defendantId !== defendantId) continue;
      const inCase = await session.read({ kind: 'Case', id: liability.caseId }, true);
      const copy = inCase.liabilities.get(liability);
      if (copy === undefined || terminated(copy) !== terminated(liability)) return false;
    }
  }
  return true;
}

/** Tells the case what victims' streams took back for amendments of the order: of all receipts, or of one. */
export async function noteOverpayments(
  session: Session,
  { caseId, orderId, cause }: Amended,
  only?: ReceiptId,
): Promise<void> {
  const ref = { kind: 'Case', id: caseId } as const;
  const { orders, overpayments } = await session.read(ref);
  const order = orders.get(orderId);
  if (order === undefined || order.amendments === 0 || !crossesCases(order.statute)) return;
  const known = new Set((overpayments.get(orderId) ?? []).map(pieceOf));
  const pieces = await takenBackOf(session, { caseId, orderId, victims: order.victims });
  for (const [name, command] of pieces) {
    if (known.has(name) || (only !== undefined && command.receiptId !== only)) continue;
    // What a crash left on its way arrives first: the case takes back what it has applied.
    await arrive(session, command.receiptId);
    const on = freeOn(
      command.parts.map(({ effectiveOn }) => effectiveOn) as [CalendarDate, ...CalendarDate[]],
    );
    const named = `NoteOverpayment ${orderId} ${name}`;
    await session.step({ ref, command: { ...command, on }, name: named, cause });
  }
}

type Noting = Omit<NoteOverpayment, 'on'> & { readonly parts: Part[] };

/** What victims' streams took back for amendments of the order, receipt by receipt. */
async function takenBackOf(
  session: Session,
  { caseId, orderId, victims }: Omit<Amended, 'cause'> & { readonly victims: readonly VictimId[] },
): Promise<ReadonlyMap<string, Noting>> {
  const pieces = new Map<string, Noting>();
  for (const victimId of victims) {
    const victim = await knownOf(session, victimId);
    for (const each of victim.overpayments.get(liabilityKey({ orderId, victimId })) ?? []) {
      const { receiptId, amendment, amount, on: effectiveOn } = each;
      const of = { type: 'NoteOverpayment', caseId, receiptId, orderId, amendment } as const;
      const { parts } = pieces.get(pieceOf(each)) ?? { parts: [] as Part[] };
      parts.push({ victimId, amount, effectiveOn });
      pieces.set(pieceOf(each), { ...of, parts });
    }
  }
  return pieces;
}

type Part = NoteOverpayment['parts'][number];

function pieceOf({ receiptId, amendment }: Pick<TakenBack, 'receiptId' | 'amendment'>): string {
  return `${receiptId} ${String(amendment)}`;
}

/** What one amendment took back of one receipt. */
interface Overpayment extends Amended {
  readonly receiptId: ReceiptId;
  readonly amendment: number;
}

/** Has what was taken back of a receipt go on as excess, on the day on which it is free to, once whatever else of it has arrived. */
export async function carryOverpayment(session: Session, of: Overpayment): Promise<void> {
  const { caseId, orderId, amendment, receiptId, cause } = of;
  const ref = { kind: 'Receipt', id: receiptId } as const;
  const { overpayments } = await session.read({ kind: 'Case', id: caseId }, true);
  const takenBack = overpayments
    .get(orderId)
    ?.find((each) => each.receiptId === receiptId && each.amendment === amendment);
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
    const command = { type: 'PassOnOverpayment', receiptId, visit, orderId, amendment, ...way, on } as const;
    await session.step({
      ...{ ref, command, cause },
      name: `PassOnOverpayment ${orderId} ${String(amendment)} ${String(visit)}`,
    });
  }
}

/** Whatever of the receipt is on its way arrives. What it brings about was caused by its coming in. */
async function arrive(session: Session, receiptId: ReceiptId): Promise<void> {
  const origin = await session.origin({ kind: 'Receipt', id: receiptId });
  await settleReceipt(session, receiptId, origin ?? null);
}
