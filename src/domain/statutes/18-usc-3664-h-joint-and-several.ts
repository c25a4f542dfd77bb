import { calendarDate } from '../calendar-date.ts';
import { atLeastNothing, greatest, least, money, noMoney, subtract, sum, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * Several defendants who contributed to one loss: each may be ordered to pay all of it, or a part, or, as courts read the
 * "or", unequal amounts of which some are owed jointly.
 *
 * > If the court finds that more than 1 defendant has contributed to the loss of a victim, the court may make each
 * > defendant liable for payment of the full amount of restitution or may apportion liability among the defendants to
 * > reflect the level of contribution to the victim’s loss and economic circumstances of each defendant.
 *
 * Whatever the amounts, the victim never receives more than the loss. What one defendant's payment does to another's
 * balance before that is a question on which courts differ (P-23): United States v. Sheets, 814 F.3d 256 (5th Cir. 2016),
 * and United States v. Salti (10th Cir. 2023) against the clerk's pro rata in the latter, and United States v. Shvets
 * (3d Cir.).
 *
 * Not formalized: who contributed how much, and what a defendant can pay.
 */
export const jointAndSeveral: Statute = {
  citation: '18 U.S.C. 3664(h)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'If the court finds that more than 1 defendant has contributed to the loss of a victim, the court may make each ' +
    'defendant liable for payment of the full amount of restitution or may apportion liability among the defendants ' +
    'to reflect the level of contribution to the victim’s loss and economic circumstances of each defendant.',
};

/**
 * What a payment by one of them does to the balance of another: nothing until the victim is whole; all of it; in
 * proportion to the amounts, cut to the cent; or only what is above the part that the payor owes alone.
 */
export const creditMethods = [
  'OWN_AMOUNT_OR_VICTIM_WHOLE',
  'PER_JUDGMENT',
  'PRO_RATA',
  'NON_OVERLAP_FIRST',
] as const;

export type CreditMethod = (typeof creditMethods)[number];

/**
 * One of several defendants who owe one loss jointly: what was ordered, and what this one has paid. An order that was set
 * aside says no more how great the loss is; what was paid under it stays paid on that loss.
 */
export interface JointShare {
  readonly ordered: Money;
  readonly paid: Money;
  readonly isVacated: boolean;
}

/** What the one at `at` still owes: no more than is left of the own amount, nor than is left of the loss. */
export function owedJointly(shares: readonly JointShare[], at: number, method: CreditMethod): Money {
  const own = shares[at];
  if (own === undefined) throw new RangeError('nobody stands at this place');
  const standing = shares.filter(({ isVacated }) => !isVacated);
  const loss = standing.reduce((most, { ordered }) => greatest(most, ordered), noMoney);
  const leftOfLoss = subtract(loss, sum(shares.map(({ paid }) => paid)));
  const credits = shares.filter((_, other) => other !== at).map((other) => creditOf(other, own, method));
  const leftOfOwn = subtract(subtract(own.ordered, own.paid), sum(credits));
  return atLeastNothing(least(leftOfOwn, leftOfLoss));
}

/** What the balance of `own` is reduced by, for what the other has paid. */
function creditOf({ ordered, paid }: JointShare, own: JointShare, method: CreditMethod): Money {
  const overlap = least(ordered, own.ordered);
  switch (method) {
    case 'OWN_AMOUNT_OR_VICTIM_WHOLE':
      return noMoney;
    case 'PER_JUDGMENT':
      return paid;
    case 'PRO_RATA':
      return ordered === noMoney ? noMoney : money((paid * overlap) / ordered);
    case 'NON_OVERLAP_FIRST':
      return atLeastNothing(subtract(paid, subtract(ordered, overlap)));
  }
}
