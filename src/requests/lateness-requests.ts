import type { CalendarDate } from '../domain/calendar-date.ts';
import type { ExpireLiability, RecordNotice, UndoExpiry, Waive } from '../domain/collection/commands.ts';
import type { Notice } from '../domain/collection/events.ts';
import { receiptIdOf, type CaseId, type DebtId, type OrderId } from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { Choices } from './choices.ts';
import { IsDay, IsId, IsMoney, IsOneOf, IsReceiptReference, IsReceiptSource } from './text-fields.ts';

/** Of what notice is given, and to whom. */
const notices: Choices<Notice> = {
  DELINQUENCY: 'to the defendant, of a delinquency: 18 U.S.C. 3612(d)',
  DEFAULT: 'to the defendant, of a default: 18 U.S.C. 3612(e)',
  RECEIPT: 'to the Attorney General, of a receipt: 18 U.S.C. 3612(a)',
};

/** The Attorney General waived interest. */
export class WaiveInterestRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('order', 'The order, where it is restitution.')
  orderId: OrderId | null = null;

  @IsId('debt', 'The debt, where it is a fine or the like.')
  debtId: DebtId | null = null;

  @IsMoney('How much was waived; left out where it was all, also what is still to accrue.')
  amount: MoneyText | null = null;

  @IsDay('The day of the waiver.')
  on: CalendarDate;

  toCommand(): Waive {
    const { caseId, orderId, debtId, on } = this;
    const amount = this.amount === null ? null : parseMoney(this.amount);
    return { type: 'WaiveInterest', caseId, orderId, debtId, amount, on };
  }
}

/** The Attorney General waived penalties. */
export class WaivePenaltyRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('order', 'The order, where it is restitution.')
  orderId: OrderId | null = null;

  @IsId('debt', 'The debt, where it is a fine or the like.')
  debtId: DebtId | null = null;

  @IsMoney('How much was waived; left out where it was all, also what is still to accrue.')
  amount: MoneyText | null = null;

  @IsDay('The day of the waiver.')
  on: CalendarDate;

  toCommand(): Waive {
    const { caseId, orderId, debtId, on } = this;
    const amount = this.amount === null ? null : parseMoney(this.amount);
    return { type: 'WaivePenalty', caseId, orderId, debtId, amount, on };
  }
}

/** Notice was given. */
export class RecordNoticeRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('order', 'The order, where it is restitution.')
  orderId: OrderId | null = null;

  @IsId('debt', 'The debt, where it is a fine or the like.')
  debtId: DebtId | null = null;

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
export class ExpireLiabilityRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('order', 'The order, where it is restitution.')
  orderId: OrderId | null = null;

  @IsId('debt', 'The debt, where it is a fine or the like.')
  debtId: DebtId | null = null;

  @IsDay('The day as of which it is over: today, or any day from the end of the term on.')
  on: CalendarDate;

  toCommand(): ExpireLiability {
    const { caseId, orderId, debtId, on } = this;
    return { type: 'ExpireLiability', caseId, orderId, debtId, on };
  }
}

/** That the term of an obligation was over is an error. */
export class UndoExpiryRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('order', 'The order, where it is restitution.')
  orderId: OrderId | null = null;

  @IsId('debt', 'The debt, where it is a fine or the like.')
  debtId: DebtId | null = null;

  @IsDay('The day from which it is owed again.')
  on: CalendarDate;

  toCommand(): UndoExpiry {
    const { caseId, orderId, debtId, on } = this;
    return { type: 'UndoExpiry', caseId, orderId, debtId, on };
  }
}
