import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import type { TakingGround } from '../liability/events.ts';
import { lastFirst } from '../liability/taken-back.ts';
import { least, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { isFullyRecovered } from '../statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { countedCredits, creditedAbove } from './counted-credits.ts';
import type { VictimEvent } from './events.ts';
import { ending } from './lists.ts';
import type { Matter } from './matter.ts';
import { openLiabilities, reachedAt, received } from './recovery.ts';
import { takenBackForCap } from './takings.ts';

/**
 * Where the answer looks back, a cap that has fallen (P-17), or that is one over two ids (P-31), judges also what was credited
 * before: what is above it is taken back, of the receipts that paid last.
 */
export function whatIsAboveTheCapIsTakenBack(matter: Matter): readonly VictimEvent[] {
  const { victim, policies, effectiveOn: on } = matter;
  const above = creditedAbove(victim, policies);
  if (above === noMoney) return [];
  const fallen = lookingBack(matter);
  if (fallen === undefined) return [];
  const { ground, by } = fallen;
  const credits = countedCredits(victim, policies).toSorted(lastFirst);
  return takenBackForCap(victim, { credits, amount: least(above, by ?? above), ground, on, policies });
}

/** Why what was credited is judged anew, and how far at most: what was above the cap before it fell had been let in. */
function lookingBack({
  happened,
  brought,
  policies,
}: Matter): { readonly ground: TakingGround; readonly by?: Money } | undefined {
  const isJoined = happened.some(({ type }) => type === 'HistoriesJoined');
  if (isJoined && policies['P-31'] === 'RETROACTIVE') return { ground: 'ONE_PERSON' };
  if (isJoined || policies['P-17'] !== 'RECOMPUTE_RETROACTIVELY') return undefined;
  const moved = brought.find((event) => event.type === 'GreatestLossChanged');
  if (moved === undefined) return undefined;
  const { greatestLoss, previous } = moved.data;
  if (greatestLoss === null || previous === null) return undefined;
  const by = subtract(parseMoney(previous), parseMoney(greatestLoss));
  return by > noMoney ? { ground: 'CAP_FELL', by } : undefined;
}

/** What is owed again for what was taken back has nothing left to collect, as long as the full recovery stands. */
export function whatWasTakenBackEnds(matter: Matter): readonly VictimEvent[] {
  const { victim, policies } = matter;
  const taken = takenFrom(matter);
  if (taken.size === 0 || reachedAt(victim) === undefined) return [];
  if (!isFullyRecovered(victim.greatestLoss, received(victim, policies))) return [];
  const open = openLiabilities(victim, policies).filter((each) => taken.has(liabilityKey(each)));
  return ending(matter, open, victim.epoch);
}

function takenFrom({ happened, brought }: Matter): ReadonlySet<LiabilityKey> {
  const taken = [...happened, ...brought].filter((event) => event.type === 'RecoveryTakenBack');
  return new Set(taken.map(({ data }) => liabilityKey(data)));
}
