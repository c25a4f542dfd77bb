import { atLeastNothing, formatMoney, noMoney, subtract } from '../money.ts';
import type { VictimEvent } from './events.ts';
import { byLaw } from './lists.ts';
import { received } from './recovery.ts';
import type { Matter } from './matter.ts';

/** What was received above the cap stays where it is; a person should know, also when it is over. */
export function overRecoveryIsNoted(matter: Matter): readonly VictimEvent[] {
  const { victim, policies, victimId, effectiveOn } = matter;
  const { greatestLoss: cap } = victim;
  const above = cap === undefined ? noMoney : atLeastNothing(subtract(received(victim, policies), cap));
  if (above === victim.overRecovery) return [];
  const data = { ...byLaw(policies), victimId, amount: formatMoney(above) };
  return [{ type: 'OverRecoveryNoted', effectiveOn, data }];
}

/** Where P-20 says so, what was received above the cap is claimed from the victim, in the books; nothing collects it. */
export function overRecoveryIsClaimed(matter: Matter): readonly VictimEvent[] {
  const { victim, policies, victimId, effectiveOn } = matter;
  const { overRecovery, overRecoveryClaimed: before } = victim;
  const claimed = policies['P-20'] === 'CREATE_RECEIVABLE' ? overRecovery : noMoney;
  if (claimed === before) return [];
  const amounts = { amount: formatMoney(claimed), previous: formatMoney(before) };
  return [{ type: 'OverRecoveryClaimed', effectiveOn, data: { ...byLaw(policies), victimId, ...amounts } }];
}
