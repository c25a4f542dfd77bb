import type { CalendarDate } from '../domain/calendar-date.ts';
import { receiptIdOf, type CaseId, type DefendantId, type OrderId } from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { RecordClearance, RecordPayment, RecordPaymentReturn } from '../domain/receipt/commands.ts';
import type { ClearanceGround, PaymentMethod, PaymentReturnReason } from '../domain/receipt/events.ts';
import type { PaymentOrigin } from '../domain/statutes/payment-origins.ts';
import { paymentOrigins } from './recovery-choices.ts';
import { clearanceGrounds, paymentMethods, paymentReturnReasons } from './choices.ts';
import { IsDay, IsId, IsMoney, IsOneOf, IsReceiptReference, IsReceiptSource } from './text-fields.ts';

/** Good funds came in from a defendant. */
export class RecordPaymentRequest {
  @IsReceiptSource()
  source: string;

  @IsReceiptReference()
  reference: string;

  @IsId('case', 'The case in which it was paid.')
  caseId: CaseId;

  @IsId('defendant', 'Who paid.')
  defendantId: DefendantId;

  @IsMoney('What was paid.')
  amount: MoneyText;

  @IsDay('The day on which the money was received.')
  on: CalendarDate;

  @IsId('order', 'The order that the payor named; null where the payor named none.')
  orderId: OrderId | null = null;

  @IsOneOf(paymentMethods, 'How it was paid.')
  method: PaymentMethod = 'OTHER';

  @IsOneOf(paymentOrigins, 'Where the money came from, where that is known.')
  origin: PaymentOrigin | null = null;

  @IsMoney('Of an offset: the federal benefits that the payor received in the twelve months up to it.')
  benefits: MoneyText | null = null;

  toCommand(): RecordPayment {
    const { caseId, defendantId, orderId, method, origin, benefits, on } = this;
    const receiptId = receiptIdOf(this.source, this.reference);
    const amount = parseMoney(this.amount);
    return {
      type: 'RecordPayment',
      ...{ receiptId, caseId, defendantId, orderId, amount, method, on },
      ...(origin !== null && { origin }),
      ...(benefits !== null && { benefits: parseMoney(benefits) }),
    };
  }
}

/** A payment came back unpaid. */
export class RecordPaymentReturnRequest {
  @IsReceiptSource()
  source: string;

  @IsReceiptReference()
  reference: string;

  @IsOneOf(paymentReturnReasons, 'Why it came back.')
  reason: PaymentReturnReason;

  @IsDay('The day on which it came back.')
  on: CalendarDate;

  toCommand(): RecordPaymentReturn {
    const { reason, on } = this;
    return { type: 'RecordPaymentReturn', receiptId: receiptIdOf(this.source, this.reference), reason, on };
  }
}

/** A payment has cleared. */
export class RecordClearanceRequest {
  @IsReceiptSource()
  source: string;

  @IsReceiptReference()
  reference: string;

  @IsOneOf(clearanceGrounds, 'How that is known.')
  ground: ClearanceGround;

  @IsDay('The day on which it cleared; of a hold, any day on which it is over.')
  on: CalendarDate;

  toCommand(): RecordClearance {
    const { ground, on } = this;
    return { type: 'RecordClearance', receiptId: receiptIdOf(this.source, this.reference), ground, on };
  }
}
