/** What may be asked of payments out, beside their plan. */
import type { ChequeFilter } from '../application/views-of-disbursements.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CaseId, RunId, VictimId } from '../domain/ids.ts';
import { ListAsked } from './asked.ts';
import { ChoiceParameter, DayParameter, IdParameter } from './parameters.ts';

const chequeStatuses: Readonly<Record<NonNullable<ChequeFilter['status']>, true>> = {
  ...{ outstanding: true, stale: true, presented: true, voided: true },
  ...{ returned: true, unclaimed: true, due: true, reissued: true, questioned: true },
};

/** A question about payments out, as a register of cheques has them. */
export class ChequesAsked extends ListAsked {
  @IdParameter('run')
  runId?: RunId;

  @IdParameter('victim')
  victimId?: VictimId;

  @IdParameter('case')
  caseId?: CaseId;

  @ChoiceParameter(
    Object.keys(chequeStatuses),
    'Only payments that stand so, or of which something is questioned.',
  )
  status?: NonNullable<ChequeFilter['status']>;
}

/** A question what would happen if a receipt came back. */
export class UnwindingAsked {
  @DayParameter('The day on which it would come back; the present one unless told.')
  asOf?: CalendarDate;
}
