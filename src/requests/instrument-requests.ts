import type { CalendarDate } from '../domain/calendar-date.ts';
import type { DisbursementId, InstrumentNumber, StatementId, VictimId } from '../domain/ids.ts';
import type { Instrument } from '../domain/payment/events.ts';
import type { RecordInstrument, RecordPresentation } from '../domain/victim/commands-of-payment.ts';
import { instruments } from './payment-choices.ts';
import { IsLineNumber } from './reconciliation-fields.ts';
import { IsDay, IsId, IsInstrumentNumber, IsOneOf } from './text-fields.ts';

/** A payment out has its cheque, or its transfer. */
export class RecordInstrumentRequest {
  @IsId('victim', 'For whom it was paid.')
  victimId: VictimId;

  @IsId('disbursement', 'The payment.')
  disbursementId: DisbursementId;

  @IsOneOf(instruments, 'By what it goes out.')
  instrument: Instrument;

  @IsInstrumentNumber('The number of the cheque, or the trace of the transfer.')
  number: InstrumentNumber;

  @IsDay('The day of its issue; from it on a cheque grows stale.')
  on: CalendarDate;

  toCommand(): RecordInstrument {
    const { victimId, disbursementId, instrument, number, on } = this;
    return { type: 'RecordInstrument', victimId, disbursementId, instrument, number, on };
  }
}

/** A line of a bank shows that a payment was paid. */
export class RecordPresentationRequest {
  @IsId('victim', 'For whom it was paid.')
  victimId: VictimId;

  @IsId('disbursement', 'The payment.')
  disbursementId: DisbursementId;

  @IsId('statement', 'The statement of the bank.')
  statementId: StatementId;

  @IsLineNumber('The line that shows it; for how much, the line says.')
  line: string;

  @IsDay('The day on which the bank paid it.')
  on: CalendarDate;

  toCommand(): RecordPresentation {
    const { victimId, disbursementId, statementId, on } = this;
    return { type: 'RecordPresentation', victimId, disbursementId, statementId, line: Number(this.line), on };
  }
}
