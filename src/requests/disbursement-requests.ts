import type { AppealCommand } from '../domain/appeal/commands.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type {
  ApproveDisbursementRun,
  ProposeDisbursementRun,
  ReleaseDisbursementRun,
} from '../domain/disbursement/commands.ts';
import type { RunPurpose } from '../domain/disbursement/events.ts';
import type {
  CaseId,
  Digest,
  InstrumentNumber,
  OrderId,
  ReceiptSource,
  RunId,
  SignatoryId,
} from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { Instrument } from '../domain/payment/events.ts';
import type { PaymentMethod } from '../domain/receipt/events.ts';
import type { SetHold, SetPaymentTerms } from '../domain/reference/commands.ts';
import { paymentMethods } from './choices.ts';
import { instruments, runPurposes } from './payment-choices.ts';
import { IsFileHash } from './reconciliation-fields.ts';
import {
  IsCount,
  IsDay,
  IsId,
  IsInstrumentNumber,
  IsMoney,
  IsOneOf,
  IsReceiptSource,
} from './text-fields.ts';

/** Money of some receipts is to wait for so many days before it is paid out. */
export class SetHoldRequest {
  @IsCount('For how many days after its receipt money waits.')
  days: string;

  @IsDay('The day from which runs go by it.')
  on: CalendarDate;

  @IsReceiptSource()
  source: ReceiptSource | null = null;

  @IsOneOf(paymentMethods, 'How the payment was made; any way, where it is left out.')
  method: PaymentMethod | null = null;

  toCommand(): SetHold {
    const { source, method, on } = this;
    return { type: 'SetHold', source, method, days: Number(this.days), on };
  }
}

/** Less than so much is not to be paid out by itself. */
export class SetPaymentTermsRequest {
  @IsMoney('A smaller share is kept for its payee until it has grown, unless it is the last.')
  minimum: MoneyText;

  @IsCount('After how many months a cheque that was not presented is stale.')
  staleAfterMonths: string;

  @IsDay('The day from which runs go by it.')
  on: CalendarDate;

  toCommand(): SetPaymentTerms {
    const { on } = this;
    const staleAfterMonths = Number(this.staleAfterMonths);
    return { type: 'SetPaymentTerms', minimum: parseMoney(this.minimum), staleAfterMonths, on };
  }
}

/** An order was appealed. */
export class RecordAppealRequest {
  @IsId('order', 'The order.')
  orderId: OrderId;

  @IsId('case', 'Its case.')
  caseId: CaseId;

  @IsDay('The day of the notice of appeal.')
  on: CalendarDate;

  toCommand(): AppealCommand {
    return { type: 'RecordAppeal', caseId: this.caseId, orderId: this.orderId, on: this.on };
  }
}

/** An appeal has ended. */
export class RecordAppealEndRequest {
  @IsId('order', 'The order.')
  orderId: OrderId;

  @IsId('case', 'Its case.')
  caseId: CaseId;

  @IsDay('The day of the mandate, or of the dismissal.')
  on: CalendarDate;

  toCommand(): AppealCommand {
    return { type: 'RecordAppealEnd', caseId: this.caseId, orderId: this.orderId, on: this.on };
  }
}

/** What can be paid on a day is to be paid out together. */
export class ProposeDisbursementRunRequest {
  @IsId('run', 'The run.')
  runId: RunId;

  @IsId('signatory', 'Who proposes it.')
  proposedBy: SignatoryId;

  @IsDay('The day of the payments.')
  on: CalendarDate;

  @IsId('case', 'The case whose money is meant; left out where it is that of all cases.')
  caseId: CaseId | null = null;

  @IsOneOf(runPurposes, 'Whose money goes out.')
  purpose: RunPurpose = 'VICTIMS';

  toCommand(): ProposeDisbursementRun {
    const { runId, caseId, purpose, proposedBy, on } = this;
    const whose = purpose === 'VICTIMS' ? {} : { purpose };
    return { type: 'ProposeDisbursementRun', runId, caseId, ...whose, proposedBy, on };
  }
}

/** Somebody else approves the payments of a run. */
export class ApproveDisbursementRunRequest {
  @IsId('run', 'The run.')
  runId: RunId;

  @IsFileHash('The hash of the payments that are approved, as the run shows it.')
  contentHash: Digest;

  @IsId('signatory', 'Who approves them; another than proposed them.')
  approvedBy: SignatoryId;

  @IsDay('The day of the approval.')
  on: CalendarDate;

  toCommand(): ApproveDisbursementRun {
    const { runId, contentHash, approvedBy, on } = this;
    return { type: 'ApproveDisbursementRun', runId, contentHash, approvedBy, on };
  }
}

/** The payments of a run go out. */
export class ReleaseDisbursementRunRequest {
  @IsId('run', 'The run.')
  runId: RunId;

  @IsDay('The day on which the payments go out.')
  on: CalendarDate;

  @IsInstrumentNumber('The number of the first cheque or transfer; left out where the numbers come later.')
  firstNumber: InstrumentNumber | null = null;

  @IsOneOf(instruments, 'By what the payments go out, where they are numbered.')
  instrument: Instrument = 'CHEQUE';

  toCommand(): ReleaseDisbursementRun {
    const { runId, on, firstNumber, instrument } = this;
    const numbered = firstNumber === null ? {} : { numbered: { instrument, firstNumber } };
    return { type: 'ReleaseDisbursementRun', runId, on, ...numbered };
  }
}
