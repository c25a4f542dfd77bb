import type { ByLaw } from '../by-law.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { VictimId } from '../ids.ts';
import type { LiabilityOf } from '../liability/liability-index.ts';
import { outstanding, terminated, type Liability } from '../liability/liability.ts';
import { formatMoney, noMoney, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { fullRecovery } from '../statutes/18-usc-2259-b-2-c-full-recovery.ts';
import type { LiabilityAmount, VictimEvent } from './events.ts';
import type { VictimState } from './state.ts';

/** Of what a list tells: the victim, the day on which it takes effect, and the answers that hold on it. */
interface Listing {
  readonly victimId: VictimId;
  readonly victim: VictimState;
  readonly effectiveOn: CalendarDate;
  readonly policies: Policies;
}

/** What one full recovery had ended is owed again, save under orders that were set aside or whose term is over: of all, or of one. */
export function reinstated(matter: Listing, epoch: number, only?: LiabilityOf): readonly VictimEvent[] {
  const { victim, policies, victimId, effectiveOn } = matter;
  const { liabilities: all } = victim;
  const among = only === undefined ? [...all.values()] : [all.get(only) ?? []].flat();
  const ended = among.filter(
    (each) => !each.isVacated && !each.isExpired && terminated(each, epoch) > noMoney,
  );
  return reinstatedOf({ policies, victimId, effectiveOn }, ended, epoch);
}

/** What of these liabilities the full recovery of this epoch had ended is owed again. */
export function reinstatedOf(
  { policies, victimId, effectiveOn }: Omit<Listing, 'victim'>,
  ended: readonly Liability[],
  epoch: number,
): readonly VictimEvent[] {
  return inChunks(ended.map((each) => amountOf(each, terminated(each, epoch), { victimId, epoch }))).map(
    (liabilities) => ({
      type: 'LiabilitiesReinstated',
      effectiveOn,
      data: { ...byLaw(policies), victimId, epoch, liabilities },
    }),
  );
}

/** These liabilities end by the full recovery of this epoch, each with what is owed under it. */
export function ending(
  matter: Omit<Listing, 'victim'>,
  open: readonly Liability[],
  epoch: number,
): readonly VictimEvent[] {
  const { victimId, policies, effectiveOn } = matter;
  return inChunks(open.map((each) => amountOf(each, outstanding(each), { victimId, epoch }))).map(
    (liabilities) => ({
      type: 'LiabilitiesTerminated',
      effectiveOn,
      data: { ...byLaw(policies), victimId, epoch, liabilities },
    }),
  );
}

/** An event of so many liabilities stays well below what any store takes in one append of ours. */
const liabilitiesInOneEvent = 1_000;

function inChunks(liabilities: readonly LiabilityAmount[]): readonly (readonly LiabilityAmount[])[] {
  const chunks: LiabilityAmount[][] = [];
  for (let from = 0; from < liabilities.length; from += liabilitiesInOneEvent) {
    chunks.push(liabilities.slice(from, from + liabilitiesInOneEvent));
  }
  return chunks;
}

function amountOf(
  liability: Liability,
  amount: Money,
  list: { readonly victimId: VictimId; readonly epoch: number },
): LiabilityAmount {
  const { orderId, victimId, caseId, defendantId, amendments, ended } = liability;
  const named = { orderId, caseId, defendantId, amount: formatMoney(amount) };
  if (amendments === 0 && victimId === list.victimId) return named;
  const heardAs = ended.find(({ epoch }) => epoch === list.epoch)?.heardAs;
  return {
    ...named,
    ...(amendments > 0 && { amendment: amendments }),
    ...(victimId !== list.victimId && { victimId }),
    ...(heardAs !== undefined && { heardAs }),
  };
}

/** Under which words, and by which answers, something follows by law. */
export function byLaw({ version }: Policies): ByLaw {
  return { citation: fullRecovery.citation, policyVersion: version };
}
