import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Command } from '../../domain/commands.ts';
import type { InstrumentNumber, RunId } from '../../domain/ids.ts';
import type { Instrument } from '../../domain/payment/events.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { RejectionCode } from '../../domain/rejection-codes.ts';
import type { NumberedPayment } from '../../formats/instrument-numbers/read-numbers.ts';
import { commandIdOf, fingerprintOf } from '../event-ids.ts';
import type { House } from '../house.ts';
import type { Ledger } from '../ledger.ts';
import { all } from '../reconciliation/all-pages.ts';
import type { ChequeView, NumberTaken } from '../views/disbursements.ts';
import { idOfPayment } from './payment-out.ts';

/** The numbers of payments of a run. */
export interface Numbering {
  readonly runId: RunId;
  readonly rows: readonly NumberedPayment[];
  /** The day on which they went out. */
  readonly on: CalendarDate;
  readonly actor: string;
  readonly isRehearsal: boolean;
  readonly mayReachClosedMonths: boolean;
}

/** Why a row is refused; nothing of the file is recorded then. */
export interface NumberRefused {
  readonly line: number;
  readonly paymentId: string;
  readonly rule: 'payment-not-of-run' | 'number-taken' | RejectionCode;
  /** The payment that has the number. */
  readonly takenBy?: string;
}

/** What became of the file: all of it was recorded, or nothing. */
export type Numbered =
  | { readonly refused: readonly NumberRefused[] }
  | {
      readonly recorded: number;
      readonly known: number;
      /** Payments of the run that have no number still. */
      readonly unnumbered: number;
    };

/**
 * Records by which numbers the payments of a run went out. Every row is decided in a rehearsal first, and one that is refused
 * refuses all: a register of which half is recorded helps nobody. Sent again, it changes nothing.
 */
export async function numberRun(house: House, numbering: Numbering): Promise<Numbered> {
  const payments = await paymentsOf(house, numbering.runId);
  const placed = numbering.rows.map((row) => ({ row, payment: payments.get(row.payment) }));
  const refused = [...notOfRun(placed), ...(await taken(house, numbering.rows))];
  const commands = placed.flatMap(({ row, payment }) => {
    return payment === undefined ? [] : [{ row, command: commandFor(row, payment, numbering.on) }];
  });
  const rehearsal = house.rehearse();
  for (const { row, command } of commands)
    refused.push(...(await refusalOf(rehearsal, { row, command }, numbering)));
  if (refused.length > 0) return { refused: refused.toSorted((a, b) => a.line - b.line) };
  let recorded = 0;
  for (const { command } of commands) {
    if (numbering.isRehearsal) break;
    const { events } = await house.ledger.handle(command, senderOf(command, numbering));
    if (events.length > 0) recorded += 1;
  }
  const given = new Set(numbering.rows.map(({ payment }) => payment));
  const open = [...payments].filter(([id, { instrument }]) => instrument === null && !given.has(id));
  return { recorded, known: commands.length - recorded, unnumbered: open.length };
}

async function paymentsOf({ queries }: House, runId: RunId): Promise<ReadonlyMap<string, ChequeView>> {
  const found = new Map<string, ChequeView>();
  const ask = (page: { limit: number; cursor?: string }) =>
    queries.disbursements.cheques({ runId }, {}, page);
  for await (const payment of all(ask)) found.set(idOfPayment(payment), payment);
  return found;
}

type Placed = readonly { readonly row: NumberedPayment; readonly payment: ChequeView | undefined }[];

function notOfRun(placed: Placed): readonly NumberRefused[] {
  return placed
    .filter(({ payment }) => payment === undefined)
    .map(({ row: { line, payment } }) => ({ line, paymentId: payment, rule: 'payment-not-of-run' }));
}

/** Rows whose number another payment has, in this run or in any. */
async function taken(
  { queries }: House,
  rows: readonly NumberedPayment[],
): Promise<readonly NumberRefused[]> {
  const found: NumberTaken[] = [];
  for (const instrument of ['CHEQUE', 'ACH'] as const satisfies readonly Instrument[]) {
    const numbers = rows.filter((row) => row.instrument === instrument).map(({ number }) => number);
    found.push(
      ...(await queries.disbursements.numbersTaken(
        instrument,
        numbers as readonly string[] as InstrumentNumber[],
      )),
    );
  }
  return rows.flatMap(({ line, payment, number }) => {
    const other = found.find((each) => each.number === number && each.paymentId !== payment);
    return other === undefined
      ? []
      : [{ line, paymentId: payment, rule: 'number-taken' as const, takenBy: other.paymentId }];
  });
}

function commandFor({ instrument, number }: NumberedPayment, payment: ChequeView, on: CalendarDate): Command {
  const given = { instrument, number: number as InstrumentNumber, on };
  const { disbursementId, victimId, refundId, receiptId } = payment;
  if (disbursementId !== null && victimId !== null)
    return { type: 'RecordInstrument', victimId, disbursementId, ...given };
  if (refundId === null || receiptId === null) throw new RangeError('a payment out is nobody’s');
  return { type: 'RecordRefundInstrument', receiptId, refundId, ...given };
}

async function refusalOf(
  rehearsal: Ledger,
  { row: { line, payment }, command }: { readonly row: NumberedPayment; readonly command: Command },
  numbering: Numbering,
): Promise<readonly NumberRefused[]> {
  try {
    await rehearsal.handle(command, senderOf(command, numbering));
    return [];
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return [{ line, paymentId: payment, rule: error.code }];
  }
}

function senderOf(command: Command, { actor, mayReachClosedMonths }: Numbering) {
  return { commandId: commandIdOf(fingerprintOf(command)), actor, mayReachClosedMonths };
}
