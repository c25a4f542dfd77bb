import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DisbursementId, RepresentativeId, RunId, VictimId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { PaidTo } from './events.ts';

/** One payment of a run that was released; no door sends this. */
export interface MakeDisbursement {
  readonly type: 'MakeDisbursement';
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly disbursementId: DisbursementId;
  readonly runId: RunId;
  readonly amount: Money;
  readonly paidTo: PaidTo;
  readonly representativeId: RepresentativeId | undefined;
  /** What the case's own stream has credited the victim with: under other statutes than section 2259, and interest. */
  readonly creditedInCase: Money;
  /** Whether an order for the victim in the case was appealed since the run was proposed. */
  readonly isAppealed: boolean;
  readonly on: CalendarDate;
}
