import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CaseId, OrderId, RecoveryId, VictimId } from '../domain/ids.ts';
import type { ReduceLiability, ReverseReduction } from '../domain/liability/reductions.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { CivilProceeding } from '../domain/statutes/18-usc-3664-j-2-civil-recoveries.ts';
import { civilProceedings } from './recovery-choices.ts';
import { IsDay, IsId, IsMoney, IsOneOf } from './text-fields.ts';

/** A court has credited an order with what the victim recovered in a civil proceeding. */
export class ReduceLiabilityRequest {
  @IsId('order', 'The order that is credited.')
  orderId: OrderId;

  @IsId('case', 'The criminal case of the order.')
  caseId: CaseId;

  @IsId('victim', 'The victim of the line that is credited.')
  victimId: VictimId;

  @IsId('recovery', 'What the victim recovered, as it was reported.')
  recoveryId: RecoveryId;

  @IsOneOf(civilProceedings, 'In which proceeding it was recovered.')
  proceeding: CivilProceeding;

  @IsMoney('What the court allowed for the same loss.')
  amount: MoneyText;

  @IsDay('The day of the court’s order.')
  on: CalendarDate;

  toCommand(): ReduceLiability {
    const { orderId, caseId, victimId, recoveryId, proceeding, on } = this;
    const amount = parseMoney(this.amount);
    return { type: 'ReduceLiability', orderId, caseId, victimId, recoveryId, proceeding, amount, on };
  }
}

/** That credit does not hold any more. */
export class ReverseReductionRequest {
  @IsId('order', 'The order that was credited.')
  orderId: OrderId;

  @IsId('case', 'The criminal case of the order.')
  caseId: CaseId;

  @IsId('victim', 'The victim of the line that was credited.')
  victimId: VictimId;

  @IsId('recovery', 'What the victim had recovered.')
  recoveryId: RecoveryId;

  @IsDay('The day from which on the credit does not hold.')
  on: CalendarDate;

  toCommand(): ReverseReduction {
    const { orderId, caseId, victimId, recoveryId, on } = this;
    return { type: 'ReverseReduction', orderId, caseId, victimId, recoveryId, on };
  }
}
