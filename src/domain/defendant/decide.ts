import type { CalendarDate } from '../calendar-date.ts';
import { heardAlready, type Decider, type Decision } from '../decider.ts';
import type { CaseId, DefendantId } from '../ids.ts';
import type { DefendantEvent } from './events.ts';

/** Notes that the defendant stands in the case; comes with the registration there, and through no door. */
export interface JoinCase {
  readonly type: 'JoinCase';
  readonly defendantId: DefendantId;
  readonly caseId: CaseId;
  readonly on: CalendarDate;
}

/** What a decision about one defendant must know. */
export interface DefendantState {
  /** In the order of recording. */
  readonly cases: CaseId[];
}

function decide({ defendantId, caseId, on }: JoinCase, { cases }: DefendantState): Decision<DefendantEvent> {
  if (cases.includes(caseId)) return heardAlready;
  return {
    happened: [{ type: 'DefendantJoinedCase', effectiveOn: on, data: { defendantId, caseId } }],
    follows: [],
  };
}

/** The stream `Defendant-<id>`: in which cases one person owes. What is owed there stands in the cases. */
export const defendantDecider: Decider<DefendantState, JoinCase, DefendantEvent> = {
  empty: () => ({ cases: [] }),
  evolve(state, { data }) {
    state.cases.push(data.caseId);
  },
  decide,
};
