import type { CalendarDate } from '../domain/calendar-date.ts';
import type { ExpireLiability, RecordNotice, Waive } from '../domain/collection/commands.ts';
import type { Notice } from '../domain/collection/events.ts';
import { receiptIdOf, type CaseId, type DebtId, type OrderId } from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import { notices } from './choices.ts';
import { IsDay, IsId, IsMoney, IsOneOf, IsReceiptReference, IsReceiptSource } from './text-fields.ts';

/** Which obligation of a case is meant: an order or a debt. */
class OfObligationRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('order', 'The order, where it is restitution.')
  orderId: OrderId | null = null;

  @IsId('debt', 'The debt, where it is a fine or the like.')
  debtId: DebtId | null = null;
}

class WaiveRequest extends OfObligationRequest {
  @IsMoney('How much was waived; left out where it was all, also what is still to accrue.')
  amount: MoneyText | null = null;

  @IsDay('The day of the waiver.')
  on: CalendarDate;

  protected waived(): Omit<Waive, 'type'> {
    const { caseId, orderId, debtId, on } = this;
    return { caseId, orderId, debtId, amount: this.amount === null ? null : parseMoney(this.amount), on };
  }
}

/** The Attorney General waived interest. */
export class WaiveInterestRequest extends WaiveRequest {
  toCommand(): Waive {
    return { type: 'WaiveInterest', ...this.waived() };
  }
}

/** The Attorney General waived penalties. */
export class WaivePenaltyRequest extends WaiveRequest {
  toCommand(): Waive {
    return { type: 'WaivePenalty', ...this.waived() };
  }
}

/** Notice was given. */
export class RecordNoticeRequest extends OfObligationRequest {
  @IsOneOf(notices, 'Of what.')
  notice: Notice;

  @IsReceiptSource()
  source: string | null = null;

  @IsReceiptReference()
  reference: string | null = null;

  @IsDay('The day on which notice was given.')
  on: CalendarDate;

  toCommand(): RecordNotice {
    const { caseId, orderId, debtId, notice, source, reference, on } = this;
    const receiptId = source === null || reference === null ? null : receiptIdOf(source, reference);
    return { type: 'RecordNotice', caseId, orderId, debtId, notice, receiptId, on };
  }
}

/** The term of an obligation is over. */
export class ExpireLiabilityRequest extends OfObligationRequest {
  @IsDay('The day as of which it is over: today, or any day from the end of the term on.')
  on: CalendarDate;

  toCommand(): ExpireLiability {
    const { caseId, orderId, debtId, on } = this;
    return { type: 'ExpireLiability', caseId, orderId, debtId, on };
  }
}
