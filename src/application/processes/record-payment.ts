import type { ReceiptId } from '../../domain/ids.ts';
import type { RecordPayment } from '../../domain/receipt/commands.ts';
import { invariant } from '../../domain/rejection.ts';
import type { Session } from '../session.ts';
import { tellCleared } from './clear-receipt.ts';
import { enter, isHeard } from './entry.ts';
import { checkPayor } from './references.ts';
import { travel } from './travel.ts';

/**
 * A payment from the clerk's counter to the victims: the receipt is recorded, the cases of its payor divide it, each
 * victim's stream takes what it may, and what nobody could take is held for the payor. Every step may be taken again.
 */
export async function recordPayment(session: Session, command: RecordPayment): Promise<void> {
  const ref = { kind: 'Receipt', id: command.receiptId } as const;
  if (!(await isHeard(session, ref, command))) await checkPayor(session, command);
  await enter(session, ref, command);
  // What a receipt brings about was caused by its coming in, whichever command reported that first.
  const cause = (await session.origin(ref)) ?? null;
  await settleReceipt(session, command.receiptId, cause);
}

/** Carries a recorded receipt as far as it goes, and says where it came to that it has cleared; does nothing where it has arrived already. */
export async function settleReceipt(
  session: Session,
  receiptId: ReceiptId,
  cause: string | null,
): Promise<void> {
  const ref = { kind: 'Receipt', id: receiptId } as const;
  const { received } = await session.read(ref, true);
  invariant(received !== undefined, 'a receipt is settled that was never recorded');
  await travel(session, { receiptId, received, cause });
  await tellCleared(session, receiptId, cause);
}
