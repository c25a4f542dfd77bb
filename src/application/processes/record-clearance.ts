import { goodFrom } from '../../domain/disbursement/terms.ts';
import type { RecordClearance } from '../../domain/receipt/commands.ts';
import { reject } from '../../domain/rejection.ts';
import type { Session } from '../session.ts';
import { disbursementTerms } from '../streams.ts';
import { enter, isHeard } from './entry.ts';
import { settleReceipt } from './record-payment.ts';

/** A receipt that has cleared: it is recorded, and every victim whom it paid is told. Every step may be taken again. */
export async function recordClearance(session: Session, command: RecordClearance): Promise<void> {
  const ref = { kind: 'Receipt', id: command.receiptId } as const;
  const isKnown = command.ground === 'BANK_CONFIRMED' || (await isHeard(session, ref, command));
  const cause = await enter(session, ref, isKnown ? command : await onItsDay(session, command));
  await settleReceipt(session, command.receiptId, cause);
}

/** The first day on which the days of its hold were over, for that is when it cleared; `on` is the day as of which one looks. */
async function onItsDay(session: Session, command: RecordClearance): Promise<RecordClearance> {
  const { receiptId, on } = command;
  const { received } = await session.read({ kind: 'Receipt', id: receiptId });
  if (received === undefined) return command;
  const [source = ''] = receiptId.split('.');
  const { holds } = await session.read(disbursementTerms, true);
  const day = goodFrom({ source, method: received.method, receivedOn: received.on }, holds);
  if (day > on) reject('hold-not-over', '/on', { day });
  return { ...command, on: day };
}
