import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * A victim may give the interest in restitution payments to the Crime Victims Fund; the defendant owes what was owed.
 *
 * > A victim may at any time assign the victim’s interest in restitution payments to the Crime Victims Fund in the
 * > Treasury without in any way impairing the obligation of the defendant to make such payments.
 *
 * Whether payments that went to the Fund were received by the victim, the words do not say: policy P-29. That a victim
 * takes no part (paragraph (1)), or refuses a payment, assigns nothing.
 *
 * Not formalized: the form of the assignment, and who may make it for a victim.
 */
export const assignment: Statute = {
  citation: '18 U.S.C. 3664(g)(2)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'A victim may at any time assign the victim’s interest in restitution payments to the Crime Victims Fund in the ' +
    'Treasury without in any way impairing the obligation of the defendant to make such payments.',
};

/** What is assigned: the payments under one order, those in one case, or all; from a day on, and until it was revoked. */
export interface Assigned<CaseOf extends string = string, OrderOf extends string = string> {
  /** Not there where it is all of them. */
  readonly caseId?: CaseOf;
  /** Not there where it is all of the case. */
  readonly orderId?: OrderOf;
  readonly from: CalendarDate;
  /** The day from which it holds no more. */
  readonly until: CalendarDate | undefined;
}

/** Whether a payment of this day, under this order of this case, goes to the Fund. */
export function isAssigned(
  assignments: readonly Assigned[],
  { caseId, orderId, on }: { readonly caseId: string; readonly orderId: string; readonly on: CalendarDate },
): boolean {
  return assignments.some((each) => {
    if (on < each.from || (each.until !== undefined && on >= each.until)) return false;
    return (each.caseId ?? caseId) === caseId && (each.orderId ?? orderId) === orderId;
  });
}
