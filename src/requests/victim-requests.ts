import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CaseId, DisbursementId, OrderId, RepresentativeId, VictimId } from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { LossCategory } from '../domain/statutes/18-usc-2259-c-2-losses.ts';
import type { AmendmentAuthority } from '../domain/statutes/18-usc-3664-o-final-judgment.ts';
import type { LossHead } from '../domain/statutes/loss-heads.ts';
import type { RestitutionStatute } from '../domain/statutes/restitution-statutes.ts';
import type {
  DetermineLoss,
  LossUnderHead,
  RecordDisbursement,
  RecordDisbursementReturn,
  OrderReinstatement,
  ReviewLiabilities,
} from '../domain/victim/commands.ts';
import type { DisbursementReturnReason, PaidTo } from '../domain/victim/found-and-paid.ts';
import { amendmentAuthorities, lossCategories, lossHeads, statutes } from './choices.ts';
import { disbursementReturnReasons } from './payment-choices.ts';
import { IsListOf } from './list-fields.ts';
import { payeesOfPayment } from './people-choices.ts';
import { IsDay, IsId, IsMoney, IsOneOf } from './text-fields.ts';

/** What a court found under one head of loss. */
export class HeadOfLossRequest {
  @IsOneOf(lossHeads, 'The head of loss.')
  head: LossHead;

  @IsMoney('What was lost under this head.')
  amount: MoneyText;

  @IsMoney('Of property: its value on the day of the damage, loss or destruction.')
  valueAtLoss: MoneyText | null = null;

  @IsMoney('Of property: its value on the day of sentencing.')
  valueAtSentencing: MoneyText | null = null;

  @IsMoney('Of property: the value of the part returned, on the day of its return.')
  valueReturned: MoneyText | null = null;

  @IsMoney('Of labor or services: gross income or value to the defendant.')
  grossValue: MoneyText | null = null;

  @IsMoney('Of labor or services: their value under minimum wage and overtime.')
  minimumWageValue: MoneyText | null = null;

  toLoss(): LossUnderHead {
    const { head, amount } = this;
    return {
      ...{ head, amount: parseMoney(amount) },
      ...(this.valueAtLoss !== null && { valueAtLoss: parseMoney(this.valueAtLoss) }),
      ...(this.valueAtSentencing !== null && { valueAtSentencing: parseMoney(this.valueAtSentencing) }),
      ...(this.valueReturned !== null && { valueReturned: parseMoney(this.valueReturned) }),
      ...(this.grossValue !== null && { grossValue: parseMoney(this.grossValue) }),
      ...(this.minimumWageValue !== null && { minimumWageValue: parseMoney(this.minimumWageValue) }),
    };
  }
}

/** A court has found the full amount of a victim's losses. */
export class DetermineLossRequest {
  @IsId('victim', 'Whose losses they are.')
  victimId: VictimId;

  @IsId('case', 'The case in which the court found them.')
  caseId: CaseId;

  @IsOneOf(lossCategories, 'What the losses come from.')
  category: LossCategory;

  @IsMoney('The full amount of the losses.')
  amount: MoneyText;

  @IsDay('The day of the finding.')
  on: CalendarDate;

  @IsListOf(HeadOfLossRequest, {
    most: Object.keys(lossHeads).length,
    description: 'The heads that make up the amount, before any deduction; none where the court named none.',
  })
  heads: readonly HeadOfLossRequest[] = [];

  @IsOneOf(statutes, 'The statute under which the court found them; it says which heads are losses.')
  statute: RestitutionStatute | null = null;

  @IsMoney('What of the amount is still to come, where the court said so.')
  projected: MoneyText | null = null;

  @IsMoney('What the court deducted for assistance (2259(d)(2)(C)) before it came to the amount.')
  assistanceDeducted: MoneyText | null = null;

  toCommand(): DetermineLoss {
    const { victimId, caseId, category, statute, projected, assistanceDeducted, on } = this;
    const heads = this.heads.map((each) => each.toLoss());
    return {
      type: 'DetermineLoss',
      ...{ victimId, caseId, category, amount: parseMoney(this.amount), heads, on },
      ...(statute !== null && { statute }),
      ...(projected !== null && { projected: parseMoney(projected) }),
      ...(assistanceDeducted !== null && { assistanceDeducted: parseMoney(assistanceDeducted) }),
    };
  }
}

/** Money of one case was paid out to a victim. */
export class RecordDisbursementRequest {
  @IsId('victim', 'For whom it was paid.')
  victimId: VictimId;

  @IsId('disbursement', 'The payment to the victim.')
  disbursementId: DisbursementId;

  @IsId('case', 'The case whose money it was.')
  caseId: CaseId;

  @IsMoney('What was paid out.')
  amount: MoneyText;

  @IsDay('The day of the payment to the victim.')
  on: CalendarDate;

  @IsOneOf(payeesOfPayment, 'To whom it went.')
  paidTo: PaidTo = 'VICTIM';

  @IsId('representative', 'Which representative was paid; left out where it was none.')
  representativeId: RepresentativeId | null = null;

  @IsId(
    'disbursement',
    'The payment that came back and that it takes the place of; left out where there is none.',
  )
  replaces: DisbursementId | null = null;

  toCommand(): RecordDisbursement {
    const { victimId, disbursementId, caseId, paidTo, representativeId, replaces, on } = this;
    return {
      type: 'RecordDisbursement',
      ...{ victimId, disbursementId, caseId, amount: parseMoney(this.amount), paidTo, on },
      ...(representativeId !== null && { representativeId }),
      ...(replaces !== null && { replaces }),
    };
  }
}

/** A payment to a victim came back. */
export class RecordDisbursementReturnRequest {
  @IsId('victim', 'Who had been paid.')
  victimId: VictimId;

  @IsId('disbursement', 'The payment that came back.')
  disbursementId: DisbursementId;

  @IsOneOf(disbursementReturnReasons, 'Why it came back.')
  reason: DisbursementReturnReason;

  @IsDay('The day on which it came back.')
  on: CalendarDate;

  toCommand(): RecordDisbursementReturn {
    const { victimId, disbursementId, reason, on } = this;
    return { type: 'RecordDisbursementReturn', victimId, disbursementId, reason, on };
  }
}

/** The law is asked again what it makes of a victim's ledger. */
export class ReviewLiabilitiesRequest {
  @IsId('victim', 'Whose ledger is looked at again.')
  victimId: VictimId;

  @IsDay('The day as of which the law is asked.')
  on: CalendarDate;

  toCommand(): ReviewLiabilities {
    return { type: 'ReviewLiabilities', victimId: this.victimId, on: this.on };
  }
}

/** So many orders may be named at once. */
const mostReinstated = 1_000;

/** One of the orders that a court has revived. */
export class ReinstatedOrderRequest {
  @IsId('order', 'The order.')
  orderId: OrderId;
}

/** A court ordered that what ended by law is owed again. */
export class OrderReinstatementRequest {
  @IsId('victim', 'To whom it is owed again.')
  victimId: VictimId;

  @IsListOf(ReinstatedOrderRequest, {
    most: mostReinstated,
    description: 'The orders under which liability to this victim had ended, and is owed again.',
  })
  orders: readonly ReinstatedOrderRequest[];

  @IsOneOf(amendmentAuthorities, 'The power under which the court ordered it: a provision of title 18.')
  authority: AmendmentAuthority;

  @IsDay('The day of the court’s order.')
  on: CalendarDate;

  toCommand(): OrderReinstatement {
    const { victimId, authority, on } = this;
    const orderIds = this.orders.map(({ orderId }) => orderId);
    return { type: 'OrderReinstatement', victimId, orderIds, authority, on };
  }
}
