import type { CalendarDate } from '../domain/calendar-date.ts';
import type { RegisterCase, RegisterDefendant } from '../domain/case/commands.ts';
import type { CaseId, DefendantId, VictimId } from '../domain/ids.ts';
import type { RegisterVictim } from '../domain/victim/commands.ts';
import { labelOf, type Label } from './label.ts';
import { IsDay, IsId, IsLabel } from './text-fields.ts';

/** A victim becomes known. */
export class RegisterVictimRequest {
  @IsId('victim', 'The victim.')
  victimId: VictimId;

  @IsDay('Since when the victim is known.')
  on: CalendarDate;

  @IsLabel('The pseudonym that courts use. It goes to the directory, not into the ledger.')
  label: string | null = null;

  toCommand(): RegisterVictim {
    return { type: 'RegisterVictim', victimId: this.victimId, on: this.on };
  }

  toLabel(): Label | undefined {
    return labelOf('victim', this.victimId, this.label);
  }
}

/** A criminal case becomes known. */
export class RegisterCaseRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsDay('Since when the case is known.')
  on: CalendarDate;

  @IsLabel('The docket number. It goes to the directory, not into the ledger.')
  label: string | null = null;

  toCommand(): RegisterCase {
    return { type: 'RegisterCase', caseId: this.caseId, on: this.on };
  }

  toLabel(): Label | undefined {
    return labelOf('case', this.caseId, this.label);
  }
}

/** A defendant of a case becomes known. */
export class RegisterDefendantRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('defendant', 'The defendant.')
  defendantId: DefendantId;

  @IsDay('Since when the defendant is known.')
  on: CalendarDate;

  @IsLabel('How people call the defendant. It goes to the directory, not into the ledger.')
  label: string | null = null;

  toCommand(): RegisterDefendant {
    const { caseId, defendantId, on } = this;
    return { type: 'RegisterDefendant', caseId, defendantId, on };
  }

  toLabel(): Label | undefined {
    return labelOf('defendant', this.defendantId, this.label);
  }
}
