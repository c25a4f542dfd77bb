import { calendarDate } from '../calendar-date.ts';
import type { LossHead } from './loss-heads.ts';
import type { Statute } from './statute.ts';

/**
 * Mandatory restitution for crimes of violence and offences against property.
 *
 * > Notwithstanding any other provision of law, when sentencing a defendant convicted of an offense described in
 * > subsection (c), the court shall order, in addition to, or in the case of a misdemeanor, in addition to or in lieu
 * > of, any other penalty authorized by law, that the defendant make restitution to the victim of the offense or, if the
 * > victim is deceased, to the victim's estate.
 *
 * Its heads, (b)(1) to (4), are those of section 3663(b)(1) to (4); property is measured in the same way. There is no
 * head for time spent on a stolen identity. Attorneys' fees are not named, and costs of taking part in the case are those
 * of the government's investigation and the criminal proceedings alone (Lagos v. United States, 584 U.S. 577): P-11.
 *
 * Subsection (c)(3) in our words: for offences against property, and those of the Rodchenkov Act, the section does not
 * apply where the court finds, from facts on the record, that so many victims are identifiable that restitution is
 * impracticable, or that complex issues of fact would burden sentencing more than the need for restitution warrants.
 *
 * Not formalized: which offences subsection (c) describes; a crime of violence is not told by its citation alone.
 */
export const mandatory: Statute = {
  citation: '18 U.S.C. 3663A',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'Notwithstanding any other provision of law, when sentencing a defendant convicted of an offense described in ' +
    'subsection (c), the court shall order, in addition to, or in the case of a misdemeanor, in addition to or in ' +
    'lieu of, any other penalty authorized by law, that the defendant make restitution to the victim of the offense ' +
    "or, if the victim is deceased, to the victim's estate.",
};

/** Subsection (b)(1) to (4), by the losses that they pay for. */
export const mandatoryHeads: readonly LossHead[] = [
  'PROPERTY',
  'MEDICAL_SERVICES',
  'THERAPY_AND_REHABILITATION',
  'LOST_INCOME',
  'FUNERAL_SERVICES',
  'PARTICIPATION_COSTS',
];
