import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { AllocatedPart } from '../../domain/case/allocation-events.ts';
import type { CaseId, DefendantId, ReceiptId } from '../../domain/ids.ts';
import type { UnapplyPayment } from '../../domain/case/commands.ts';
import type { RecordPaymentReturn } from '../../domain/receipt/commands.ts';
import { invariant } from '../../domain/rejection.ts';
import { creditKey } from '../../domain/victim/keys.ts';
import type { Session } from '../session.ts';
import { creditedByVictims } from './clear-receipt.ts';
import { enter } from './entry.ts';
import { stepFor } from './one-person.ts';
import { noteOverpayments } from './overpayments.ts';
import { noteTakings } from './takings.ts';
import { settleReceipt } from './record-payment.ts';
import { returnInterest } from './tell-interest.ts';

/** A receipt that the bank took back: wherever its money went, the debt comes back. */
export async function recordReturn(session: Session, command: RecordPaymentReturn): Promise<void> {
  const cause = await enter(session, { kind: 'Receipt', id: command.receiptId }, command);
  await unwindReceipt(session, command.receiptId, cause);
}

/** Unwinds a returned receipt: first with each victim, then, as the sign that all is done, in each case that it came to. */
export async function unwindReceipt(
  session: Session,
  receiptId: ReceiptId,
  cause: string | null,
): Promise<void> {
  // What a crash left on its way arrives first, so that there is one state to unwind from.
  await settleReceipt(session, receiptId, cause);
  const ref = { kind: 'Receipt', id: receiptId } as const;
  const { received, returned, passes } = await session.read(ref, true);
  invariant(received !== undefined && returned !== undefined, 'a receipt is unwound that was never returned');
  const way = { defendantId: received.defendantId, receiptId, on: returned.on, cause };
  const visited = new Set([received.caseId, ...passes.map(({ caseId }) => caseId)]);
  for (const caseId of visited) await unwindIn(session, { ...way, caseId });
  const command = { type: 'TakeBack', receiptId, on: returned.on } as const;
  if (passes.length > 0) await session.step({ ref, command, name: 'TakeBack', cause });
}

/** A receipt that came back, in one of the cases that it came to. */
interface Unwinding {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
  readonly cause: string | null;
}

async function unwindIn(session: Session, way: Unwinding): Promise<void> {
  const { caseId, receiptId, on, cause } = way;
  const ref = { kind: 'Case', id: caseId } as const;
  const state = await session.read(ref);
  invariant(
    state.receipts.get(receiptId) !== undefined,
    'a case does not know of a receipt that it was given',
  );
  const reversed: Reversed[] = [];
  const credited = creditedByVictims(state, receiptId);
  for (const part of credited) {
    reversed.push(...(await reverse(session, part, way)));
  }
  await returnInterest(session, { caseId, receiptId, on, cause });
  // What was taken back of it comes back with it: no victim's stream takes back more of it now. Of others some still may.
  for (const orderId of new Set(credited.map((part) => part.orderId))) {
    await noteOverpayments(session, { caseId, orderId, cause }, receiptId);
  }
  for (const { orderId, victimId } of credited) {
    await noteTakings(session, { caseId, orderId, victimId, cause }, receiptId);
  }
  const command = { type: 'UnapplyPayment', caseId, receiptId, reversed, on } as const;
  await session.step({ ref, command, name: `UnapplyPayment ${receiptId}`, cause });
}

type Reversed = NonNullable<UnapplyPayment['reversed']>[number];

async function reverse(
  session: Session,
  { orderId, victimId }: AllocatedPart,
  { cause, ...way }: Unwinding,
): Promise<readonly Reversed[]> {
  const command = { type: 'ReverseRecovery', victimId, orderId, ...way } as const;
  const name = `ReverseRecovery ${way.receiptId} ${orderId}`;
  const ref = await stepFor(session, { command, name, cause });
  const { credits } = await session.read(ref);
  const credit = credits.get(creditKey({ receiptId: way.receiptId, orderId, victimId }));
  return credit?.isReversed ? [{ orderId, victimId, effectiveOn: credit.movedOn }] : [];
}
