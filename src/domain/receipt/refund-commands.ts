import type { CalendarDate } from '../calendar-date.ts';
import type { InstrumentNumber, ReceiptId, RefundId, RunId, StatementId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Instrument, PresentedBy, UnclaimedPlace } from '../payment/events.ts';
import type { DisbursementReturnReason } from '../victim/found-and-paid.ts';
import type { RefundHindered } from './refund-events.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface OfRefund {
  readonly receiptId: ReceiptId;
  readonly refundId: RefundId;
  readonly on: CalendarDate;
}

/** Money held as excess was paid back to the payor. */
export interface RecordRefund extends OfRefund {
  readonly type: 'RecordRefund';
  readonly amount: Money;
  /** The refund that came back, and whose place this one takes, where it does. */
  readonly replaces?: RefundId;
}

/** One refund of a run that was released; no door sends this. */
export interface MakeRefund extends OfRefund {
  readonly type: 'MakeRefund';
  readonly runId: RunId;
  readonly amount: Money;
  /** What the passage found in other streams than that of the receipt; not there where nothing hinders. */
  readonly hindered?: RefundHindered | undefined;
}

/** A refund came back, or was called off. */
export interface RecordRefundReturn extends OfRefund {
  readonly type: 'RecordRefundReturn';
  readonly reason: DisbursementReturnReason;
}

/** A refund has its cheque, or its transfer, and the number of that. */
export interface RecordRefundInstrument extends OfRefund {
  readonly type: 'RecordRefundInstrument';
  readonly instrument: Instrument;
  readonly number: InstrumentNumber;
}

/** A line of a bank is said to show that a refund was paid, for whatever amount; the passage adds what the line says. */
export interface RecordRefundPresentation extends OfRefund {
  readonly type: 'RecordRefundPresentation';
  readonly statementId: StatementId;
  readonly line: number;
}

/** What lines of a bank show of a refund; no door sends this. */
export interface NoteRefundPresentation extends OfRefund, PresentedBy {
  readonly type: 'NoteRefundPresentation';
  /** What the bank paid; that of the refund, where nothing is said. */
  readonly amount: Money | undefined;
}

/** They do not show it after all; no door sends this. */
export interface WithdrawRefundPresentation extends OfRefund, PresentedBy {
  readonly type: 'WithdrawRefundPresentation';
}

/** Money of a refund that came back goes where it waits for whoever claims it. */
export interface DepositUnclaimedRefund extends OfRefund {
  readonly type: 'DepositUnclaimedRefund';
  readonly place: UnclaimedPlace;
}

/** It was claimed. */
export interface WithdrawUnclaimedRefund extends OfRefund {
  readonly type: 'WithdrawUnclaimedRefund';
}

/** What doors may send about refunds that were made. */
export type RefundDoorCommand =
  | RecordRefundReturn
  | RecordRefundInstrument
  | RecordRefundPresentation
  | DepositUnclaimedRefund
  | WithdrawUnclaimedRefund;

/** What the stream of a receipt decides of its refunds. */
export type RefundCommand =
  | RecordRefund
  | MakeRefund
  | Exclude<RefundDoorCommand, RecordRefundPresentation>
  | NoteRefundPresentation
  | WithdrawRefundPresentation;
