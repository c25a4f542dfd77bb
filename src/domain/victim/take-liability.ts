import { liabilityKey } from '../liability/liability-index.ts';
import { noReductions, type Liability } from '../liability/liability.ts';
import { takenBackFrom } from '../liability/taken-back.ts';
import { noMoney, parseMoney } from '../money.ts';
import { move, none } from './accounts.ts';
import type { LineOf } from './history-events.ts';
import type { VictimState } from './state.ts';

/** Lets a liability that was handed over count, with what was paid under it and what of that has cleared. */
export function takeLiability(state: VictimState, line: LineOf<'LIABILITY'>, base: number): void {
  const liability = liabilityFrom(line, base);
  const { caseId, track, paid, isVacated } = liability;
  state.liabilities.set(liability);
  if (line.reductions !== undefined)
    state.reducedUnder = new Set([...state.reducedUnder, liabilityKey(line)]);
  const credited = { ...none, [track]: paid };
  move(state, caseId, { credited, underVacated: isVacated ? credited : none });
  takeAssigned(state, line);
  const takenBack = line.takenBack?.map((each) => takenBackFrom(line.victimId, each));
  if (takenBack !== undefined) state.takenBack.set(liabilityKey(line), takenBack);
  if (line.cleared === undefined) return;
  state.cleared.set(liabilityKey(line), parseMoney(line.cleared));
  const cleared = { ...none, [track]: parseMoney(line.cleared) };
  move(state, caseId, { cleared, clearedUnderVacated: isVacated ? cleared : none });
}

function takeAssigned({ assigned: all }: VictimState, line: LineOf<'LIABILITY'>): void {
  const { assigned, assignedCleared: cleared } = line;
  if (assigned === undefined) return;
  all.set(liabilityKey(line), {
    amount: parseMoney(assigned),
    cleared: cleared === undefined ? noMoney : parseMoney(cleared),
  });
}

function liabilityFrom(line: LineOf<'LIABILITY'>, base: number): Liability {
  const { orderId, victimId, caseId, defendantId, track, ground, settledOn, lastOn } = line;
  const ended = (line.ended ?? []).map(({ epoch, amount, heardAs = epoch }) => {
    return { epoch: base + epoch, amount: parseMoney(amount), heardAs };
  });
  const reductions = line.reductions?.map(({ recoveryId, amount, allowed, ...said }) => {
    const { on, reversedOn, effectiveOn = reversedOn ?? on } = said;
    const told = { ...said, allowed: parseMoney(allowed), reversedOn, effectiveOn };
    return { recoveryId, amount: parseMoney(amount), told };
  });
  return {
    ...{ orderId, victimId, caseId, defendantId, track },
    isBeforeAct: line.isBeforeAct ?? false,
    payee: undefined,
    priority: undefined,
    ordered: parseMoney(line.ordered),
    paid: parseMoney(line.paid),
    ended,
    reductions: reductions ?? noReductions,
    ground,
    ...standingFrom(line),
    imposedOn: line.imposedOn ?? settledOn,
    settledOn,
    lastOn,
  };
}

/** Whether the order is set aside, over or amended. */
function standingFrom(
  line: LineOf<'LIABILITY'>,
): Pick<Liability, 'isVacated' | 'isExpired' | 'lapsed' | 'termChanges' | 'amendments'> {
  return {
    isVacated: line.isVacated ?? false,
    isExpired: line.isExpired ?? false,
    lapsed: line.lapsed === undefined ? noMoney : parseMoney(line.lapsed),
    termChanges: line.termChanges ?? 0,
    amendments: line.amendments ?? 0,
  };
}
