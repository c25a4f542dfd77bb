import { formatMoney, greatest, noMoney, type Money } from '../money.ts';
import type { VictimEvent } from './events.ts';
import { byLaw } from './lists.ts';
import { hasAny, type Matter } from './matter.ts';
import { greatestLoss } from './recovery.ts';
import { capBroughtAlong } from './take-over.ts';

/** Facts that can move the cap; money that comes or goes can not, and need not scan for it. */
export const capMovers: ReadonlySet<VictimEvent['type']> = new Set([
  'HistoriesJoined',
  'LossDetermined',
  'LiabilityImposed',
  'LiabilityBecameFinal',
  'LiabilityAmended',
  'LiabilityVacated',
  'LiabilityExpiryUndone',
]);

/** The cap is measured anew where a finding, a final order or a vacatur may have moved it; P-17 may keep it from falling. */
export function theCapMoves(matter: Matter): readonly VictimEvent[] {
  const { victim, policies, victimId, effectiveOn } = matter;
  if (!hasAny(matter, capMovers)) return [];
  const previous = victim.greatestLoss;
  const measured = capMeasured(matter);
  const falls = previous !== undefined && (measured === undefined || measured < previous);
  if (measured === previous || (falls && policies['P-17'] === 'KEEP_UNTIL_COURT_ACTS')) return [];
  const data = { ...byLaw(policies), victimId, greatestLoss: written(measured), previous: written(previous) };
  return [{ type: 'GreatestLossChanged', effectiveOn, data }];
}

/** The cap over all that is known; where it may not fall (P-17), no less than what another id of the person brought along. */
function capMeasured({ happened, victim, policies }: Matter): Money | undefined {
  const measured = greatestLoss(victim, policies);
  const kept = policies['P-17'] === 'KEEP_UNTIL_COURT_ACTS' ? capBroughtAlong(happened) : undefined;
  return kept === undefined ? measured : greatest(kept, measured ?? noMoney);
}

/** A cap as an event has it. */
export function written(amount: Money | undefined): ReturnType<typeof formatMoney> | null {
  return amount === undefined ? null : formatMoney(amount);
}
