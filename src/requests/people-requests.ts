import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CaseId, DefendantId, OrderId, RepresentativeId, VictimId } from '../domain/ids.ts';
import type {
  AssignInterest,
  AssumeRights,
  EndRepresentation,
  HeirNamed,
  RecordAbuseConviction,
  RecordSameVictim,
  RecordSuccession,
  RecordVictimDeath,
  RevokeAssignment,
} from '../domain/people/commands.ts';
import type { SuccessionSource } from '../domain/people/events.ts';
import type { Capacity } from '../domain/statutes/18-usc-2259-c-4-victim.ts';
import { labelOf, type Label } from './label.ts';
import { IsListOf } from './list-fields.ts';
import { capacities, successionSources } from './people-choices.ts';
import { IsDay, IsId, IsLabel, IsOneOf } from './text-fields.ts';

const ofVictim = 'The victim.';

/** Somebody assumes a victim's rights. */
export class AssumeRightsRequest {
  @IsId('victim', 'Whose rights they are.')
  victimId: VictimId;

  @IsId('representative', 'Who assumes them.')
  representativeId: RepresentativeId;

  @IsOneOf(capacities, 'In which capacity.')
  capacity: Capacity;

  @IsDay('From which day on.')
  on: CalendarDate;

  @IsDay('The day from which it is over, such as that on which a minor turns 18; left out where it is open.')
  until: CalendarDate | null = null;

  @IsId('defendant', 'Who that is as a defendant of the ledger; left out where it is none.')
  defendantId: DefendantId | null = null;

  @IsId('case', 'A case of that defendant: its orders under any statute are looked through.')
  caseId: CaseId | null = null;

  @IsLabel('How people call the representative. It goes to the directory, not into the ledger.')
  label: string | null = null;

  toCommand(): AssumeRights {
    const { victimId, representativeId, capacity, until, defendantId, caseId, on } = this;
    return { type: 'AssumeRights', victimId, representativeId, capacity, until, defendantId, caseId, on };
  }

  toLabel(): Label | undefined {
    return labelOf('representative', this.representativeId, this.label);
  }
}

/** A representation comes to an end. */
export class EndRepresentationRequest {
  @IsId('victim', ofVictim)
  victimId: VictimId;

  @IsId('representative', 'Who acts for the victim no more.')
  representativeId: RepresentativeId;

  @IsDay('The day from which that is so.')
  on: CalendarDate;

  toCommand(): EndRepresentation {
    const { victimId, representativeId, on } = this;
    return { type: 'EndRepresentation', victimId, representativeId, on };
  }
}

/** A representative or heir was convicted of having abused the victim. */
export class RecordAbuseConvictionRequest {
  @IsId('victim', 'Who was abused.')
  victimId: VictimId;

  @IsId('representative', 'Who was convicted.')
  representativeId: RepresentativeId;

  @IsDay('The day of the conviction.')
  on: CalendarDate;

  toCommand(): RecordAbuseConviction {
    const { victimId, representativeId, on } = this;
    return { type: 'RecordAbuseConviction', victimId, representativeId, on };
  }
}

/** A victim died. */
export class RecordVictimDeathRequest {
  @IsId('victim', ofVictim)
  victimId: VictimId;

  @IsDay('The day of the death.')
  on: CalendarDate;

  toCommand(): RecordVictimDeath {
    return { type: 'RecordVictimDeath', victimId: this.victimId, on: this.on };
  }
}

/** One who takes what was a victim's. */
export class HeirRequest {
  @IsId('representative', 'Who takes.')
  representativeId: RepresentativeId;

  @IsId('defendant', 'Who that is as a defendant of the ledger; left out where it is none.')
  defendantId: DefendantId | null = null;

  @IsId('case', 'A case of that defendant: its orders under any statute are looked through.')
  caseId: CaseId | null = null;

  toHeir(): HeirNamed {
    const { representativeId, defendantId, caseId } = this;
    return {
      representativeId,
      ...(defendantId !== null && { defendantId }),
      ...(caseId !== null && { caseId }),
    };
  }
}

/** How many heirs one succession may name. */
const mostHeirs = 100;

/** Who takes what was a victim's is known. */
export class RecordSuccessionRequest {
  @IsId('victim', 'Who died.')
  victimId: VictimId;

  @IsListOf(HeirRequest, {
    most: mostHeirs,
    description: 'All who take, also where one of them has offended.',
  })
  heirs: readonly HeirRequest[];

  @IsDay('The day from which they take; of several successions, that of the latest day counts.')
  on: CalendarDate;

  @IsOneOf(successionSources, 'On whose word.')
  source: SuccessionSource = 'REPORTED';

  toCommand(): RecordSuccession {
    const { victimId, source, on } = this;
    const heirs = this.heirs.map((each) => each.toHeir());
    return { type: 'RecordSuccession', victimId, heirs, source, on };
  }
}

/** Two ids are one victim. */
export class RecordSameVictimRequest {
  @IsId('victim', 'The id that is closed to assistance.')
  victimId: VictimId;

  @IsId('victim', 'The id that survives.')
  survivorId: VictimId;

  @IsDay('The day from which the two are known to be one.')
  on: CalendarDate;

  toCommand(): RecordSameVictim {
    const { victimId, survivorId, on } = this;
    return { type: 'RecordSameVictim', victimId, survivorId, on };
  }
}

/** A victim assigns the interest in restitution payments. */
export class AssignInterestRequest {
  @IsId('victim', 'Who assigns it to the Crime Victims Fund.')
  victimId: VictimId;

  @IsDay('From which day on.')
  on: CalendarDate;

  @IsId('case', 'Only of payments in this case; left out where it is of all payments.')
  caseId: CaseId | null = null;

  @IsId('order', 'Only of payments under this order of the case; left out where it is of all in the case.')
  orderId: OrderId | null = null;

  toCommand(): AssignInterest {
    const { victimId, caseId, orderId, on } = this;
    return { type: 'AssignInterest', victimId, caseId, orderId, on };
  }
}

/** An assignment is revoked. */
export class RevokeAssignmentRequest {
  @IsId('victim', 'Who had assigned the interest.')
  victimId: VictimId;

  @IsDay('The day from which the assignment holds no more.')
  on: CalendarDate;

  @IsId('case', 'The case that the assignment named; left out where it named none.')
  caseId: CaseId | null = null;

  @IsId('order', 'The order that the assignment named; left out where it named none.')
  orderId: OrderId | null = null;

  toCommand(): RevokeAssignment {
    const { victimId, caseId, orderId, on } = this;
    return { type: 'RevokeAssignment', victimId, caseId, orderId, on };
  }
}
