import { calendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * An order is a final judgment, and can be changed only as listed.
 *
 * > In our words: a sentence that imposes restitution is a final judgment, though it can be corrected under Rule 35
 * > and section 3742, modified on appeal under section 3742, amended under section 3664(d)(5), adjusted under
 * > section 3664(k), 3572 or 3613A, and though the defendant may be resentenced under section 3565 or 3614.
 *
 * The list is exclusive in practice: there is no free-standing power to rewrite an amount or a payee (United States v.
 * O'Hara, 6th Cir. 2024). A change by any other order of a court is recorded, as what a court did, under an authority
 * that says so, and is marked for review. The powers of (1)(D) adjust when and how is paid, not how much.
 *
 * Not formalized: whether the power named was there, and its own terms.
 */
export const finalJudgment: Statute = {
  citation: '18 U.S.C. 3664(o)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'In our words: a sentence that imposes restitution is a final judgment, though it can be corrected under Rule 35 and ' +
    'section 3742, modified on appeal under section 3742, amended under section 3664(d)(5), adjusted under section ' +
    '3664(k), 3572 or 3613A, and though the defendant may be resentenced under section 3565 or 3614.',
};

/**
 * The powers of the list, as an amendment names them; the last is none of them, and says so. `3664(o)(2)` stands for
 * adjustment or resentencing where a sender does not say which.
 */
export const amendmentPowers = [
  '3664(d)(5)',
  '3664(k)',
  '3664(o)(1)(A)',
  '3664(o)(1)(B)',
  '3664(o)(2)',
  '3572(d)',
  '3613A',
  '3565(a)',
  '3614(a)',
  'OTHER_COURT_ORDER',
] as const;

export type AmendmentAuthority = (typeof amendmentPowers)[number];

/** Whether the power stands in the list. */
export function isListedPower(authority: AmendmentAuthority): boolean {
  return authority !== 'OTHER_COURT_ORDER';
}

/** Whether the power, by its words, changes when and how restitution is paid, and not its amount. */
export function adjustsScheduleOnly(authority: AmendmentAuthority): boolean {
  return authority === '3664(k)' || authority === '3572(d)' || authority === '3613A';
}
