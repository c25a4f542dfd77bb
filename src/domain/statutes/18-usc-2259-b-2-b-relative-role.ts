import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { greatest, noMoney, parseMoney, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * The second finding against a trafficker: this defendant's share, no less than three thousand dollars.
 *
 * > After completing the determination required under subparagraph (A), the court shall order restitution in an amount
 * > that reflects the defendant's relative role in the causal process that underlies the victim's losses, but which is
 * > no less than $3,000.
 *
 * The floor is per order and victim, even where less is left to recover: the order says 3,000.00, and subparagraph (C)
 * decides what of it is ever collected. It binds for offences from the day of the Act (18 U.S.C. 2259B(d), and the Ex
 * Post Facto Clause). There is no formula for the share; it is the court's, and cannot exceed the losses it is part of,
 * unless these are below the floor.
 *
 * Not formalized: the relative role itself (Paroline v. United States, 572 U.S. 434).
 */
export const relativeRole: Statute = {
  citation: '18 U.S.C. 2259(b)(2)(B)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'After completing the determination required under subparagraph (A), the court shall order restitution in an ' +
    "amount that reflects the defendant's relative role in the causal process that underlies the victim's losses, " +
    'but which is no less than $3,000.',
};

/** The floor by the day of the offence it binds from: data, because a later Congress may write another figure. */
const floors: readonly { readonly from: CalendarDate; readonly amount: Money }[] = [
  { from: calendarDate('2018-12-07'), amount: parseMoney('3000.00') },
];

/** The least a court may order for an offence of that day, or nothing where no floor bound it yet. */
export function floorFor(offenceOn: CalendarDate): Money | undefined {
  return floors.findLast(({ from }) => from <= offenceOn)?.amount;
}

/** Whether the share is below the floor that bound the court. */
export function isBelowFloor(share: Money, offenceOn: CalendarDate): boolean {
  const floor = floorFor(offenceOn);
  return floor !== undefined && share < floor;
}

/** Whether no floor bound the court, for the offence came before, and the share is below the one that came later. */
export function isBelowLaterFloor(share: Money, offenceOn: CalendarDate): boolean {
  return floorFor(offenceOn) === undefined && floors.some(({ amount }) => share < amount);
}

/** Whether the amounts of a track are a share by relative role, for which alone there is a floor. */
export function bindsShare(track: string): boolean {
  return track === 'TRAFFICKING';
}

/** The most that a share can be: the losses that it is part of, or the floor where even they are below it. */
export function greatestShare(losses: Money, offenceOn: CalendarDate): Money {
  return greatest(losses, floorFor(offenceOn) ?? noMoney);
}
