import type { CalendarDate } from '../../domain/calendar-date.ts';
import { interestOfReceipt } from '../../domain/case/interest-of-victims.ts';
import type { CaseId, ReceiptId, VictimId } from '../../domain/ids.ts';
import type { Session } from '../session.ts';
import { stepFor, streamOf } from './one-person.ts';
import { isInterestAskedFor, toldOf } from './past-interest.ts';

/** A receipt in one of the cases that it came to. */
interface InCase {
  readonly caseId: CaseId;
  readonly receiptId: ReceiptId;
  readonly cause: string | null;
}

/**
 * Tells victims' streams of interest that a receipt was credited to, where interest counts on any day (P-10): also what was
 * credited as of a day on which it does not. What was tendered is told already, and of what came back nothing is told; and a
 * stream that was not told of the past yet hears of all of it at once, before anything else is decided there.
 */
export async function tellInterest(session: Session, { caseId, receiptId, cause }: InCase): Promise<void> {
  if (!isInterestAskedFor(session)) return;
  const state = await session.read({ kind: 'Case', id: caseId });
  if (state.receipts.get(receiptId)?.isUnapplied) return;
  for (const each of interestOfReceipt(state, receiptId)) {
    if (!(await isPastTold(session, each.victimId, cause))) continue;
    const { command, name } = await toldOf(session, { ...each, receiptId, state });
    await stepFor(session, { command, name, cause });
  }
}

async function isPastTold(session: Session, victimId: VictimId, cause: string | null): Promise<boolean> {
  const { pastInterestTold } = await session.read(await streamOf(session, victimId, cause), true);
  return pastInterestTold.has(victimId);
}

/** A receipt that came back, or has cleared, on a day. */
interface OnDay extends InCase {
  readonly on: CalendarDate;
}

/** The receipt came back: what it had brought as interest is received no more. */
export function returnInterest(session: Session, way: OnDay): Promise<void> {
  return sayOfInterest(session, 'ReturnInterest', way);
}

/** The receipt has cleared, with what it brought as interest. */
export function clearInterest(session: Session, way: OnDay): Promise<void> {
  return sayOfInterest(session, 'ClearInterest', way);
}

async function sayOfInterest(
  session: Session,
  type: 'ReturnInterest' | 'ClearInterest',
  { caseId, receiptId, on, cause }: OnDay,
): Promise<void> {
  if (!isInterestAskedFor(session)) return;
  const state = await session.read({ kind: 'Case', id: caseId });
  const told = new Set<string>();
  for (const { orderId, victimId, credit } of interestOfReceipt(state, receiptId)) {
    if (told.has(`${orderId}/${victimId}`)) continue;
    told.add(`${orderId}/${victimId}`);
    const { defendantId } = credit.data;
    const command = { type, victimId, caseId, orderId, defendantId, receiptId, on } as const;
    await stepFor(session, { command, name: `${type} ${receiptId} ${orderId}`, cause });
  }
}
