import { weeksFor } from '../../domain/case/accessory-claims.ts';
import { isAccessoryOwed } from '../../domain/case/reach-of-interest.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { ReceiptId } from '../../domain/ids.ts';
import { noMoney } from '../../domain/money.ts';
import { goingOn, heldOf, type Received } from '../../domain/receipt/state.ts';
import type { RecordTreasuryYield } from '../../domain/reference/commands.ts';
import { applicationOfPayments } from '../../domain/statutes/18-usc-3612-i-application-of-payments.ts';
import type { Session } from '../session.ts';
import { treasuryYields } from '../streams.ts';
import { enter } from './entry.ts';
import { settleReceipt } from './record-payment.ts';
import { foundAmong } from './settle.ts';
import { itineraryFor } from './travel.ts';

/** Up to so many receipts are carried on within the append that recorded a yield; more follow by themselves. */
const carriedAtOnce = 20;

/** A yield that was published: it is recorded, and what waited for it goes on. */
export async function recordYield(session: Session, command: RecordTreasuryYield): Promise<void> {
  await carryYield(session, command.on, await enter(session, treasuryYields, command));
}

/** Carries on what was held for want of the yield of a week, now that it is recorded, where that is not too much at once. */
async function carryYield(session: Session, weekEndingOn: CalendarDate, cause: string | null): Promise<void> {
  const waiting = await receiptsAwaiting(session, weekEndingOn);
  if (waiting.length > carriedAtOnce) return;
  for (const receiptId of waiting) await carryHeld(session, receiptId, cause);
}

/** The receipts of which money is held for want of the yield of a week, in the order in which they came to wait. */
export async function receiptsAwaiting(
  session: Session,
  weekEndingOn: CalendarDate,
): Promise<readonly ReceiptId[]> {
  const { awaited } = await session.read(treasuryYields, true);
  return [...new Set((awaited.get(weekEndingOn) ?? []).map(({ receiptId }) => receiptId))];
}

/**
 * Has what is held of a receipt go down the order of payment once more, as of the day on which it came in, where interest can
 * now take some of it; else it stays where it is. May be done twice, and goes on where it was cut short.
 */
export async function carryHeld(session: Session, receiptId: ReceiptId, cause: string | null): Promise<void> {
  const ref = { kind: 'Receipt', id: receiptId } as const;
  // What a receipt brings about was caused by its coming in, here as before it was held.
  const origin = (await session.origin(ref)) ?? null;
  const asItCame = (await session.read(ref, true)).received;
  if (asItCame === undefined) return;
  await settleReceipt(session, receiptId, origin);
  const state = await session.read(ref);
  const { passes, returned } = state;
  if (returned !== undefined) return;
  const received = goingOn(state, asItCame);
  if (heldOf(state) > noMoney && (await isWanted(session, receiptId, received))) {
    const { stops, isAssessed: isOrdered } = await itineraryFor(session, { receiptId, received });
    const visit = passes.length + 2;
    const isAssessed = isOrdered && stops.length > 1;
    const { citation } = applicationOfPayments;
    const command = {
      type: 'ReleaseExcess',
      receiptId,
      visit,
      isAssessed,
      citation,
      on: received.on,
    } as const;
    await session.step({ ref, command, name: `ReleaseExcess ${String(visit)}`, cause });
  }
  await settleReceipt(session, receiptId, origin);
}

/** Whether interest in some case of the payor, to which the receipt may go, can take some of it now. */
async function isWanted(session: Session, receiptId: ReceiptId, received: Received): Promise<boolean> {
  const { payor, stops } = await itineraryFor(session, { receiptId, received });
  const { defendantId, on, policies, own, others } = payor;
  const { yields: published } = await session.read(treasuryYields);
  return [own, ...others].some(({ caseId, state }) => {
    const of = { caseId, defendantId, receiptId, on, policies, reach: null };
    const yields = foundAmong(published, weeksFor(state, of).all);
    return stops.some((stop) => stop.caseId === caseId) && isAccessoryOwed(state, { ...of, yields });
  });
}
