import type { CalendarDate } from '../domain/calendar-date.ts';
import type { DeclineRestitution, DeferFinding, PetitionLaterLosses } from '../domain/case/commands.ts';
import type { GoodCause } from '../domain/case/events.ts';
import type { CaseId, DefendantId, OrderId, VictimId } from '../domain/ids.ts';
import type { GroundToDecline } from '../domain/statutes/grounds-to-decline.ts';
import type { RestitutionStatute } from '../domain/statutes/restitution-statutes.ts';
import { declineGrounds, goodCauses, statutes } from './choices.ts';
import { IsDay, IsId, IsOneOf } from './text-fields.ts';

/** A court has ordered no restitution. */
export class DeclineRestitutionRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('defendant', 'Who need not pay.')
  defendantId: DefendantId;

  @IsOneOf(statutes, 'The statute under which the court decided.')
  statute: RestitutionStatute;

  @IsOneOf(declineGrounds, 'Why it ordered none.')
  ground: GroundToDecline;

  @IsDay('The day of the decision.')
  on: CalendarDate;

  @IsId('victim', 'Whom the decision is about; left out where it is about every victim.')
  victimId: VictimId | null = null;

  toCommand(): DeclineRestitution {
    const { caseId, defendantId, victimId, statute, ground, on } = this;
    return { type: 'DeclineRestitution', caseId, defendantId, victimId, statute, ground, on };
  }
}

/** A court has put off the final determination of losses. */
export class DeferFindingRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('defendant', 'Who was sentenced.')
  defendantId: DefendantId;

  @IsDay('The day of sentencing.')
  sentencedOn: CalendarDate;

  @IsDay('The day that the court set; more than 90 days after sentencing is recorded, and marked for review.')
  finalOn: CalendarDate;

  @IsDay('The day on which the court set it.')
  on: CalendarDate;

  @IsId('victim', 'Whose losses they are; left out where they are those of every victim.')
  victimId: VictimId | null = null;

  toCommand(): DeferFinding {
    const { caseId, defendantId, victimId, sentencedOn, finalOn, on } = this;
    return { type: 'DeferFinding', caseId, defendantId, victimId, sentencedOn, finalOn, on };
  }
}

/** A victim has petitioned for an amended order. */
export class PetitionLaterLossesRequest {
  @IsId('order', 'The order that is to be amended.')
  orderId: OrderId;

  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('victim', 'Who discovered the losses.')
  victimId: VictimId;

  @IsDay('The day on which they were discovered.')
  discoveredOn: CalendarDate;

  @IsDay('The day of the petition; more than 60 days after discovery is recorded, and marked for review.')
  on: CalendarDate;

  @IsOneOf(goodCauses, 'Whether good cause was shown for leaving the losses out of the first claim.')
  goodCause: GoodCause = 'NOT_SHOWN';

  toCommand(): PetitionLaterLosses {
    const { orderId, caseId, victimId, discoveredOn, goodCause, on } = this;
    return { type: 'PetitionLaterLosses', orderId, caseId, victimId, discoveredOn, goodCause, on };
  }
}
