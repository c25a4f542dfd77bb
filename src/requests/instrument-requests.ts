import type { CalendarDate } from '../domain/calendar-date.ts';
import type { DisbursementId, InstrumentNumber, StatementId, VictimId } from '../domain/ids.ts';
import type { Instrument, UnclaimedPlace } from '../domain/payment/events.ts';
import type {
  DepositUnclaimed,
  RecordInstrument,
  RecordPresentation,
  WithdrawUnclaimed,
} from '../domain/victim/commands-of-payment.ts';
import { instruments, unclaimedPlaces } from './payment-choices.ts';
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

/** Money that came back goes where it waits for whoever claims it. */
export class DepositUnclaimedRequest {
  @IsId('victim', 'Whose money it is.')
  victimId: VictimId;

  @IsId('disbursement', 'The payment that came back.')
  disbursementId: DisbursementId;

  @IsOneOf(unclaimedPlaces, 'Where it waits from then on.')
  place: UnclaimedPlace;

  @IsDay('The day on which it went there.')
  on: CalendarDate;

  toCommand(): DepositUnclaimed {
    const { victimId, disbursementId, place, on } = this;
    return { type: 'DepositUnclaimed', victimId, disbursementId, place, on };
  }
}

/** Money that waited was claimed. */
export class WithdrawUnclaimedRequest {
  @IsId('victim', 'Whose money it is.')
  victimId: VictimId;

  @IsId('disbursement', 'The payment that had come back.')
  disbursementId: DisbursementId;

  @IsDay('The day on which the court has it again.')
  on: CalendarDate;

  toCommand(): WithdrawUnclaimed {
    const { victimId, disbursementId, on } = this;
    return { type: 'WithdrawUnclaimed', victimId, disbursementId, on };
  }
}
