import type { CalendarDate } from '../domain/calendar-date.ts';
import { receiptIdOf, type InstrumentNumber, type RefundId, type StatementId } from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { Instrument, UnclaimedPlace } from '../domain/payment/events.ts';
import type {
  DepositUnclaimedRefund,
  RecordRefund,
  RecordRefundInstrument,
  RecordRefundPresentation,
  RecordRefundReturn,
  WithdrawUnclaimedRefund,
} from '../domain/receipt/refund-commands.ts';
import type { DisbursementReturnReason } from '../domain/victim/found-and-paid.ts';
import { disbursementReturnReasons, instruments, unclaimedPlaces } from './payment-choices.ts';
import { IsLineNumber } from './reconciliation-fields.ts';
import {
  IsDay,
  IsId,
  IsInstrumentNumber,
  IsMoney,
  IsOneOf,
  IsReceiptReference,
  IsReceiptSource,
} from './text-fields.ts';

/** Money held as excess was paid back to the payor. */
export class RecordRefundRequest {
  @IsReceiptSource()
  source: string;

  @IsReceiptReference()
  reference: string;

  @IsId('refund', 'The payment back to the payor.')
  refundId: RefundId;

  @IsMoney('What was paid back.')
  amount: MoneyText;

  @IsDay('The day of the refund.')
  on: CalendarDate;

  @IsId('refund', 'The refund that came back, and whose place this one takes.')
  replaces: RefundId | null = null;

  toCommand(): RecordRefund {
    const { replaces } = this;
    const amount = parseMoney(this.amount);
    return { type: 'RecordRefund', ...whichOf(this), amount, ...(replaces !== null && { replaces }) };
  }
}

/** A refund came back. */
export class RecordRefundReturnRequest {
  @IsReceiptSource()
  source: string;

  @IsReceiptReference()
  reference: string;

  @IsId('refund', 'The refund.')
  refundId: RefundId;

  @IsOneOf(disbursementReturnReasons, 'Why it came back.')
  reason: DisbursementReturnReason;

  @IsDay('The day on which it came back, or was called off.')
  on: CalendarDate;

  toCommand(): RecordRefundReturn {
    return { type: 'RecordRefundReturn', ...whichOf(this), reason: this.reason };
  }
}

/** A refund has its cheque, or its transfer. */
export class RecordRefundInstrumentRequest {
  @IsReceiptSource()
  source: string;

  @IsReceiptReference()
  reference: string;

  @IsId('refund', 'The refund.')
  refundId: RefundId;

  @IsOneOf(instruments, 'By what it goes out.')
  instrument: Instrument;

  @IsInstrumentNumber('The number of the cheque, or the trace of the transfer.')
  number: InstrumentNumber;

  @IsDay('The day of its issue; from it on a cheque grows stale.')
  on: CalendarDate;

  toCommand(): RecordRefundInstrument {
    const { instrument, number } = this;
    return { type: 'RecordRefundInstrument', ...whichOf(this), instrument, number };
  }
}

/** A line of a bank shows that a refund was paid. */
export class RecordRefundPresentationRequest {
  @IsReceiptSource()
  source: string;

  @IsReceiptReference()
  reference: string;

  @IsId('refund', 'The refund.')
  refundId: RefundId;

  @IsId('statement', 'The statement of the bank.')
  statementId: StatementId;

  @IsLineNumber('The line that shows it; for how much, the line says.')
  line: string;

  @IsDay('The day on which the bank paid it.')
  on: CalendarDate;

  toCommand(): RecordRefundPresentation {
    const { statementId, line } = this;
    return { type: 'RecordRefundPresentation', ...whichOf(this), statementId, line: Number(line) };
  }
}

/** Money of a refund that came back goes where it waits for whoever claims it. */
export class DepositUnclaimedRefundRequest {
  @IsReceiptSource()
  source: string;

  @IsReceiptReference()
  reference: string;

  @IsId('refund', 'The refund that came back.')
  refundId: RefundId;

  @IsOneOf(unclaimedPlaces, 'Where its money waits from then on.')
  place: UnclaimedPlace;

  @IsDay('The day on which it went there.')
  on: CalendarDate;

  toCommand(): DepositUnclaimedRefund {
    return { type: 'DepositUnclaimedRefund', ...whichOf(this), place: this.place };
  }
}

/** Money of a refund that waited was claimed. */
export class WithdrawUnclaimedRefundRequest {
  @IsReceiptSource()
  source: string;

  @IsReceiptReference()
  reference: string;

  @IsId('refund', 'The refund that had come back.')
  refundId: RefundId;

  @IsDay('The day on which the court has its money again.')
  on: CalendarDate;

  toCommand(): WithdrawUnclaimedRefund {
    return { type: 'WithdrawUnclaimedRefund', ...whichOf(this) };
  }
}

interface Which {
  readonly source: string;
  readonly reference: string;
  readonly refundId: RefundId;
  readonly on: CalendarDate;
}

/** The refund that is meant, and the day. */
function whichOf({ source, reference, refundId, on }: Which) {
  return { receiptId: receiptIdOf(source, reference), refundId, on };
}
