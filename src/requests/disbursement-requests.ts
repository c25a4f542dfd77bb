import type { AppealCommand } from '../domain/appeal/commands.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CaseId, OrderId, ReceiptSource } from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/receipt/events.ts';
import type { SetHold, SetPaymentTerms } from '../domain/reference/commands.ts';
import { paymentMethods } from './choices.ts';
import { IsCount, IsDay, IsId, IsMoney, IsOneOf, IsReceiptSource } from './text-fields.ts';

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
