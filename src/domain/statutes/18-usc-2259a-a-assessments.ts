import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { parseMoney, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * What a court may assess at most on whoever is convicted, for the Reserve.
 *
 * > In addition to any other criminal penalty, restitution, or special assessment authorized by law, the court shall
 * > assess (1) not more than $17,000 on any person convicted of an offense under section 2252(a)(4) or 2252A(a)(5); (2)
 * > not more than $35,000 on any person convicted of any other offense for trafficking in child pornography; and (3) not
 * > more than $50,000 on any person convicted of a child pornography production offense.
 *
 * Subsection (b) adjusts these annually "in conformity with the Consumer Price Index", and names neither a base year nor
 * a rounding. So there is no formula here: a ceiling other than the enacted one is data that somebody supplies (P-41).
 *
 * Not formalized: the amount, which the court sets; whether an assessment is a debt of a defendant stands with the case.
 */
export const assessments: Statute = {
  citation: '18 U.S.C. 2259A(a)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'In addition to any other criminal penalty, restitution, or special assessment authorized by law, the court shall ' +
    'assess (1) not more than $17,000 on any person convicted of an offense under section 2252(a)(4) or 2252A(a)(5); (2) ' +
    'not more than $35,000 on any person convicted of any other offense for trafficking in child pornography; and (3) not ' +
    'more than $50,000 on any person convicted of a child pornography production offense.',
};

/** Paragraphs (1) to (3), in their order. */
export const assessedOffences = ['POSSESSION', 'OTHER_TRAFFICKING', 'PRODUCTION'] as const;

export type AssessedOffence = (typeof assessedOffences)[number];

/** The ceiling of one of the offences, as it holds from a day on. */
export interface AssessmentCeiling {
  readonly offence: AssessedOffence;
  readonly from: CalendarDate;
  readonly amount: Money;
}

const enacted: Readonly<Record<AssessedOffence, Money>> = {
  POSSESSION: parseMoney('17000.00'),
  OTHER_TRAFFICKING: parseMoney('35000.00'),
  PRODUCTION: parseMoney('50000.00'),
};

/**
 * The ceiling of the offence on a day: the enacted one, or the latest of those supplied that hold by then. Undefined before
 * the Act.
 *
 * @param supplied adjusted ceilings, of any offences, in any order of days; of one day, the last holds
 */
export function assessmentCeilingOn(
  day: CalendarDate,
  offence: AssessedOffence,
  supplied: readonly AssessmentCeiling[] = [],
): Money | undefined {
  const asEnacted = { offence, from: assessments.inForceFrom, amount: enacted[offence] };
  return [asEnacted, ...supplied]
    .filter((each) => each.offence === offence && each.from <= day)
    .reduce<AssessmentCeiling | undefined>(
      (held, each) => (held && held.from > each.from ? held : each),
      undefined,
    )?.amount;
}
