import { calendarDate } from '../calendar-date.ts';
import { atLeastNothing, greatest, subtract, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * Once the victim has been made whole, nobody owes for those losses any more.
 *
 * > A victim's total aggregate recovery pursuant to this section shall not exceed the full amount of the victim's
 * > demonstrated losses. After the victim has received restitution in the full amount of the victim's losses as
 * > measured by the greatest amount of such losses found in any case involving that victim that has resulted in a
 * > final restitution order under this section, the liability of each defendant who is or has been ordered to pay
 * > restitution for such losses to that victim shall be terminated.
 *
 * Two sentences, two tests. The first limits what may still be taken: the headroom. The second ends the liabilities.
 *
 * Left open by the words, and answered by policies: when an order is final (P-01), whose losses count (P-03), when the
 * victim has received (P-05), what happens to a payment that crosses (P-07), and what later orders, vacaturs and
 * returned payments do (P-15 to P-20). The last sentence, on what the
 * victim was paid in other cases, stands in a file of its own.
 */
export const fullRecovery: Statute = {
  citation: '18 U.S.C. 2259(b)(2)(C)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    "A victim's total aggregate recovery pursuant to this section shall not exceed the full amount of the victim's " +
    "demonstrated losses. After the victim has received restitution in the full amount of the victim's losses as " +
    'measured by the greatest amount of such losses found in any case involving that victim that has resulted in a ' +
    'final restitution order under this section, the liability of each defendant who is or has been ordered to pay ' +
    'restitution for such losses to that victim shall be terminated.',
};

/** The greatest of the losses found in final cases: the cap. Undefined where no final case has found any. */
export function greatestLossOf(lossesFoundInFinalCases: Iterable<Money>): Money | undefined {
  let cap: Money | undefined;
  for (const losses of lossesFoundInFinalCases) cap = cap === undefined ? losses : greatest(cap, losses);
  return cap;
}

/** What the victim may still recover; undefined, without limit, where there is no cap yet. */
export function headroom(cap: Money | undefined, recovered: Money): Money | undefined {
  return cap === undefined ? undefined : atLeastNothing(subtract(cap, recovered));
}

/** Whether the victim has received the full amount, so that liability ends. */
export function isFullyRecovered(cap: Money | undefined, received: Money): boolean {
  return cap !== undefined && received >= cap;
}
