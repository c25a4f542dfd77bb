import { liabilityKey, type LiabilityOf } from '../liability/liability-index.ts';
import { add, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import { move, none } from './accounts.ts';
import type { InterestEvent, InterestReceived, InterestReturned } from './interest-events.ts';
import { creditKey } from './keys.ts';
import { known } from './known-liability.ts';
import { nothingCameIn, type CameIn, type InterestCredit } from './parts-of-state.ts';
import type { InterestUnder, VictimState } from './state.ts';

/** Carries what is told of interest into the state of its victim. */
export function evolveInterest(state: VictimState, event: InterestEvent): void {
  switch (event.type) {
    case 'InterestReceived':
      return receive(state, event);
    case 'InterestReturned': {
      const credit = interestOf(state, event.data);
      const isReversed = { ...credit, isReversed: true, movedOn: event.effectiveOn };
      return put(state, event, {
        credit: isReversed,
        amount: subtract(noMoney, parseMoney(event.data.amount)),
      });
    }
    case 'InterestCleared': {
      const credit = interestOf(state, event.data);
      state.interest.set(creditKey(event.data), { ...credit, isCleared: true });
      return cameIn(state, event.data, { credited: noMoney, cleared: parseMoney(event.data.amount) });
    }
    case 'PastInterestTold':
      state.pastInterestTold = new Set([...state.pastInterestTold, event.data.victimId]);
      return;
  }
}

function receive(state: VictimState, event: InterestReceived): void {
  const { data, effectiveOn } = event;
  const { round } = data;
  const accepted = parseMoney(data.accepted);
  const before = state.interest.get(creditKey(data));
  const credit: InterestCredit = {
    rounds: new Map(before?.rounds).set(round, accepted),
    total: add(before?.total ?? noMoney, accepted),
    isReversed: false,
    isCleared: before?.isCleared ?? false,
    movedOn: effectiveOn,
  };
  put(state, event, { credit, amount: accepted });
  if (data.paidOut === undefined) return;
  const toldPaidOut = parseMoney(data.paidOut);
  move(state, data.caseId, { paidBeside: subtract(noMoney, toldPaidOut), toldPaidOut });
}

type OfInterest = Exclude<InterestEvent, { type: 'PastInterestTold' }>;

function put(
  state: VictimState,
  { data }: OfInterest,
  { credit, amount }: { readonly credit: InterestCredit; readonly amount: Money },
): void {
  state.interest.set(creditKey(data), credit);
  cameIn(state, data, { credited: amount, cleared: credit.isCleared ? amount : noMoney });
}

/** Lets count what another id of the person hands over of one receipt. */
export function takeInterest(
  state: VictimState,
  of: Parameters<typeof creditKey>[0],
  credit: InterestCredit,
): void {
  state.interest.set(creditKey(of), credit);
  if (credit.isReversed) return;
  cameIn(state, of, { credited: credit.total, cleared: credit.isCleared ? credit.total : noMoney });
}

/** Adds to what came in as interest under a liability, and in its case. */
function cameIn(state: VictimState, of: LiabilityOf, amount: InterestUnder): void {
  const { track, isVacated, caseId } = known(state, of);
  const key = liabilityKey(of);
  const before = state.interestUnder.get(key) ?? nothing;
  state.interestUnder.set(key, {
    credited: add(before.credited, amount.credited),
    cleared: add(before.cleared, amount.cleared),
  });
  const credited = { ...none, [track]: amount.credited };
  const cleared = { ...none, [track]: amount.cleared };
  const vacated = isVacated ? { underVacated: credited, clearedUnderVacated: cleared } : {};
  move(state, caseId, { interest: { ...nothingCameIn, credited, cleared, ...vacated } });
}

const nothing: InterestUnder = { credited: noMoney, cleared: noMoney };

/** What came in under an order as interest is under a vacated one from here on. */
export function interestVacated(state: VictimState, of: LiabilityOf): CameIn {
  const { track } = known(state, of);
  const { credited, cleared } = state.interestUnder.get(liabilityKey(of)) ?? nothing;
  return {
    ...nothingCameIn,
    underVacated: { ...none, [track]: credited },
    clearedUnderVacated: { ...none, [track]: cleared },
  };
}

function interestOf({ interest }: VictimState, data: InterestReturned['data']): InterestCredit {
  const credit = interest.get(creditKey(data));
  invariant(credit !== undefined, 'interest is returned, or clears, that was never received');
  return credit;
}
