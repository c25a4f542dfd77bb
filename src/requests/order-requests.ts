import type { CalendarDate } from '../domain/calendar-date.ts';
import type {
  AmendOrder,
  EnterOrder,
  MakeOrderFinal,
  MakeOrdersJoint,
  ShareOrdered,
  VacateOrder,
} from '../domain/case/commands.ts';
import type { OverrideAuthority } from '../domain/case/events.ts';
import type { CaseId, DefendantId, OrderId, VictimId } from '../domain/ids.ts';
import type { FinalityGround } from '../domain/liability/events.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { CreditMethod } from '../domain/statutes/18-usc-3664-h-joint-and-several.ts';
import type { Payee } from '../domain/statutes/18-usc-3664-i-several-victims.ts';
import type { AmendmentAuthority } from '../domain/statutes/18-usc-3664-o-final-judgment.ts';
import type { Offence } from '../domain/statutes/offences.ts';
import type { RestitutionStatute, Track } from '../domain/statutes/restitution-statutes.ts';
import {
  amendmentAuthorities,
  creditMethods,
  finalityGrounds,
  offencesOfConviction,
  overrideAuthorities,
  payees,
  statutes,
  tracks,
} from './choices.ts';
import { labelOf, type Label } from './label.ts';
import { IsListOf } from './list-fields.ts';
import { IsDay, IsId, IsLabel, IsMoney, IsOneOf, IsRank } from './text-fields.ts';

/** How many lines one order may have. */
export const mostLines = 200_000;

/** How many orders may be owed jointly. */
const mostJointOrders = 1_000;

/** What a defendant must pay one victim. */
export class ShareOrderedRequest {
  @IsId('victim', 'Whom the defendant must pay.')
  victimId: VictimId;

  @IsOneOf(tracks, 'How the amount is measured.')
  track: Track;

  @IsMoney('What the defendant must pay this victim.')
  amount: MoneyText;

  @IsOneOf(payees, 'In which capacity whoever is named is to be paid.')
  payee: Payee = 'VICTIM';

  @IsRank('The rank that the court gave this line: who has a greater one waits. Without one, 1.')
  priority: string | null = null;
}

/** An offence of conviction. */
export class OffenceRequest {
  @IsOneOf(offencesOfConviction, 'The offence.')
  citation: Offence;
}

/** How many offences of conviction one order may name. */
const mostOffences = Object.keys(offencesOfConviction).length;

/** A court has ordered a defendant to pay restitution. */
export class EnterOrderRequest {
  @IsId('order', 'The order.')
  orderId: OrderId;

  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('defendant', 'Who must pay.')
  defendantId: DefendantId;

  @IsOneOf(statutes, 'The statute under which the court ordered it.')
  statute: RestitutionStatute;

  @IsDay('The day of the offence, which decides which law applies; the latest, where there are several.')
  offenceOn: CalendarDate;

  @IsDay('The day on which the order was entered.')
  on: CalendarDate;

  @IsListOf(ShareOrderedRequest, { most: mostLines, description: 'What is to be paid to whom.' })
  lines: readonly ShareOrderedRequest[];

  @IsLabel('How people call the order. It goes to the directory, not into the ledger.')
  label: string | null = null;

  @IsListOf(OffenceRequest, {
    most: mostOffences,
    description: 'The offences of conviction, for the tracks and the statute to be held against.',
  })
  offences: readonly OffenceRequest[] = [];

  @IsOneOf(overrideAuthorities, 'On whose word it is recorded where the law does not let a court order it.')
  override: OverrideAuthority | null = null;

  toCommand(): EnterOrder {
    const { orderId, caseId, defendantId, statute, offenceOn, on, override } = this;
    const offences = this.offences.map(({ citation }) => citation);
    return {
      type: 'EnterOrder',
      ...{ orderId, caseId, defendantId, statute, offenceOn, on, lines: shares(this.lines) },
      ...(offences.length > 0 && { offences }),
      ...(override !== null && { override }),
    };
  }

  toLabel(): Label | undefined {
    return labelOf('order', this.orderId, this.label);
  }
}

/** An order has become final. */
export class MakeOrderFinalRequest {
  @IsId('order', 'The order.')
  orderId: OrderId;

  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsDay('The day on which it became final.')
  on: CalendarDate;

  @IsOneOf(finalityGrounds, 'How it became final.')
  ground: FinalityGround = 'DIRECT_REVIEW_DONE';

  toCommand(): MakeOrderFinal {
    const { orderId, caseId, on, ground } = this;
    return { type: 'MakeOrderFinal', orderId, caseId, on, ground };
  }
}

/** A court has changed what an order says. */
export class AmendOrderRequest {
  @IsId('order', 'The order.')
  orderId: OrderId;

  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsDay('The day of the change.')
  on: CalendarDate;

  @IsListOf(ShareOrderedRequest, {
    most: mostLines,
    description: 'The lines that change, with their new amounts; lines not named stay as they were.',
  })
  lines: readonly ShareOrderedRequest[];

  @IsOneOf(amendmentAuthorities, 'The power under which the court changed it: a provision of title 18.')
  authority: AmendmentAuthority;

  @IsOneOf(overrideAuthorities, 'On whose word it is recorded where the law does not let a court order it.')
  override: OverrideAuthority | null = null;

  toCommand(): AmendOrder {
    const { orderId, caseId, on, authority, override } = this;
    const order = { orderId, caseId, on, authority, lines: shares(this.lines) };
    return { type: 'AmendOrder', ...order, ...(override !== null && { override }) };
  }
}

/** An order has been set aside. */
export class VacateOrderRequest {
  @IsId('order', 'The order.')
  orderId: OrderId;

  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsDay('The day on which it was set aside.')
  on: CalendarDate;

  toCommand(): VacateOrder {
    return { type: 'VacateOrder', orderId: this.orderId, caseId: this.caseId, on: this.on };
  }
}

/** One of several orders that are owed jointly. */
export class JointOrderRequest {
  @IsId('order', 'An order on one of the defendants.')
  orderId: OrderId;
}

/** Defendants of a case owe jointly what their orders award to the same victims. */
export class MakeOrdersJointRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsListOf(JointOrderRequest, {
    most: mostJointOrders,
    description: 'The orders, one on each defendant; whoever is joined later, with all the others once more.',
  })
  orders: readonly JointOrderRequest[];

  @IsDay('The day of the judgment.')
  on: CalendarDate;

  @IsOneOf(
    creditMethods,
    'How the judgment credits one with what another pays. Without it, as policy P-23 says.',
  )
  crediting: CreditMethod | null = null;

  toCommand(): MakeOrdersJoint {
    const { caseId, on, crediting } = this;
    const orderIds = this.orders.map(({ orderId }) => orderId);
    return { type: 'MakeOrdersJoint', caseId, orderIds, crediting, on };
  }
}

function shares(lines: readonly ShareOrderedRequest[]): readonly ShareOrdered[] {
  return lines.map(({ victimId, track, amount, payee, priority }) => ({
    ...{ victimId, track, amount: parseMoney(amount) },
    ...(payee !== 'VICTIM' && { payee }),
    ...(priority !== null && { priority: Number(priority) }),
  }));
}
