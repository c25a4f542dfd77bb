import { calendarDate } from '../calendar-date.ts';
import { atLeastNothing, greatest, subtract, type Money } from '../money.ts';
import type { LossHead } from './loss-heads.ts';
import type { Statute } from './statute.ts';

/**
 * What an order under section 3663 may require, head by head.
 *
 * > (1) in the case of an offense resulting in damage to or loss or destruction of property of a victim of the offense
 * > (A) return the property to the owner of the property or someone designated by the owner; or (B) if return of the
 * > property under subparagraph (A) is impossible, impractical, or inadequate, pay an amount equal to the greater of
 * > (i) the value of the property on the date of the damage, loss, or destruction, or (ii) the value of the property on
 * > the date of sentencing, less the value (as of the date the property is returned) of any part of the property that is
 * > returned
 *
 * What is returned is taken from the greater of the two values, whichever that is, as section 3663A(b)(1)(B) lays it out.
 * Paragraph (2) is care, therapy and lost income after bodily injury; (3) funeral and related services; (4) lost income,
 * child care, transportation and other costs of taking part in the investigation, prosecution or proceedings; (6) the
 * value of the time spent on remediating harm by an offence under section 1028(a)(7) or 1028A(a).
 *
 * Not formalized: (1)(A), the return of the thing itself, which is no money; (5), services in lieu of money, or payment
 * to whom the victim designates, which changes how restitution is made and not how much it is; whether the offence was
 * one of those that (2), (3) and (6) speak of, for a finding names no offence.
 */
export const heads: Statute = {
  citation: '18 U.S.C. 3663(b)',
  inForceFrom: calendarDate('1987-11-01'),
  words:
    'pay an amount equal to the greater of (i) the value of the property on the date of the damage, loss, or ' +
    'destruction, or (ii) the value of the property on the date of sentencing, less the value (as of the date the ' +
    'property is returned) of any part of the property that is returned',
};

/** Paragraphs (1) to (4) and (6), by the losses that they pay for. */
export const discretionaryHeads: readonly LossHead[] = [
  'PROPERTY',
  'MEDICAL_SERVICES',
  'THERAPY_AND_REHABILITATION',
  'LOST_INCOME',
  'FUNERAL_SERVICES',
  'PARTICIPATION_COSTS',
  'IDENTITY_REMEDIATION_TIME',
];

/** The values of a thing on the days that paragraph (1)(B) names. */
export interface PropertyValues {
  readonly valueAtLoss: Money;
  readonly valueAtSentencing: Money;
  /** Of the part that was returned, on the day of its return; nothing where none was. */
  readonly valueReturned: Money;
}

/** What is to be paid for property: the greater value, less that of the part returned, and never less than nothing. */
export function propertyLoss({ valueAtLoss, valueAtSentencing, valueReturned }: PropertyValues): Money {
  return atLeastNothing(subtract(greatest(valueAtLoss, valueAtSentencing), valueReturned));
}
