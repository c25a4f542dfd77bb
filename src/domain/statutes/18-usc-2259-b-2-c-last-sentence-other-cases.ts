import { calendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * What the victim was paid in other cases for the same losses: the victim may be asked.
 *
 * > The court may require the victim to provide information concerning the amount of restitution the victim has been
 * > paid in other cases for the same losses.
 *
 * What is told is a claim until somebody has held it against the record of whoever paid (P-43). Restitution under this
 * section counts toward the full amount of the losses wherever it was ordered; whether restitution under other law does
 * (P-44), and what is no restitution at all (P-13), the words "pursuant to this section" leave to a choice.
 *
 * Not formalized: the court's power to require it, and what follows where the victim is silent.
 */
export const otherCases: Statute = {
  citation: '18 U.S.C. 2259(b)(2)(C), last sentence',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'The court may require the victim to provide information concerning the amount of restitution the victim has been ' +
    'paid in other cases for the same losses.',
};

/** Where a victim can have been paid outside of the receipts of this ledger. */
export const recoverySources = [
  'RESTITUTION_2259',
  'STATE_RESTITUTION',
  'FOREIGN_RESTITUTION',
  'MILITARY_RESTITUTION',
  'CIVIL_JUDGMENT_2255',
  'OTHER_CIVIL_DAMAGES',
  'COMPENSATION_PROGRAM',
  'INSURANCE',
] as const;

export type RecoverySource = (typeof recoverySources)[number];

/** What a recovery is in the sense of the section: restitution pursuant to it, other restitution, or none. */
export type RecoveryKind = 'UNDER_THIS_SECTION' | 'OTHER_RESTITUTION' | 'NO_RESTITUTION';

/** Restitution by a state, abroad or by a court-martial is restitution, and not pursuant to this section. */
export function recoveryKindOf(source: RecoverySource): RecoveryKind {
  switch (source) {
    case 'RESTITUTION_2259':
      return 'UNDER_THIS_SECTION';
    case 'STATE_RESTITUTION':
    case 'FOREIGN_RESTITUTION':
    case 'MILITARY_RESTITUTION':
      return 'OTHER_RESTITUTION';
    case 'CIVIL_JUDGMENT_2255':
    case 'OTHER_CIVIL_DAMAGES':
    case 'COMPENSATION_PROGRAM':
    case 'INSURANCE':
      return 'NO_RESTITUTION';
  }
}
