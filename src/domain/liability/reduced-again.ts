import { laterOf } from '../calendar-date.ts';
import { formatMoney, noMoney, sum } from '../money.ts';
import { civilRecoveries, reductionOf } from '../statutes/18-usc-3664-j-2-civil-recoveries.ts';
import type { LiabilityReduced } from './events.ts';
import { stillOwed, type JointlyOwed } from './joint.ts';
import { creditDay, refOf, type Liability } from './liability.ts';
import { reducedBy } from './reductions.ts';

/**
 * The next of the credits of courts that takes off more of the liability than it did; undefined where none does. What a
 * court allowed is the fact, and what it comes to follows from what is owed: a credit that met a balance below it takes off
 * the rest once a payment comes back, an amendment raises the order, or what had ended is owed again. It takes effect on no
 * day before that.
 */
export function reducedAgain(liability: Liability, jointly: JointlyOwed): LiabilityReduced | undefined {
  const owed = stillOwed(liability, jointly);
  if (owed === noMoney) return undefined;
  const group = jointly.group?.orderIds.flatMap((orderId) => jointly.under(orderId) ?? []) ?? [liability];
  for (const { recoveryId, told } of liability.reductions) {
    if (told === undefined || told.reversedOn !== undefined) continue;
    const { proceeding, allowed, on } = told;
    const taken = sum(group.map((each) => reducedBy(each, recoveryId)));
    const amount = reductionOf(owed, allowed, taken);
    if (amount === noMoney) continue;
    const said = { recoveryId, proceeding, allowed: formatMoney(allowed), amount: formatMoney(amount) };
    const { citation } = civilRecoveries;
    const effectiveOn = group.map(({ settledOn }) => settledOn).reduce(laterOf, creditDay(liability, on));
    const data = { ...refOf(liability), ...said, citation, on, again: true as const };
    return { type: 'LiabilityReduced', effectiveOn, data };
  }
  return undefined;
}
