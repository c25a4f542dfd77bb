import type { CalendarDate } from '../calendar-date.ts';
import type { VictimId } from '../ids.ts';
import { add, noMoney, parseMoney, sum, type Money } from '../money.ts';
import type { AccessoryCredits } from './accessory-records.ts';
import { interestUnder2259 } from './interest-of-victims.ts';
import { isDecidedByVictim, type CaseState } from './state.ts';

/** What the case itself has credited victims with: what is owed under other statutes than section 2259, and interest. */
export class CreditedInCase {
  readonly #state: CaseState;
  readonly #interest: ReadonlyMap<VictimId, Money>;

  constructor(state: CaseState) {
    this.#state = state;
    this.#interest = interestIn(state);
  }

  to(victimId: VictimId): Money {
    const state = this.#state;
    const paid = [...state.orders.values()]
      .filter((order) => !isDecidedByVictim(state, order))
      .map(({ orderId }) => state.liabilities.get({ orderId, victimId })?.paid ?? noMoney);
    return add(sum(paid), this.#interest.get(victimId) ?? noMoney);
  }

  /** What of it is interest on orders under section 2259. */
  asInterestTo(victimId: VictimId): Money {
    return interestUnder2259(this.#state, victimId);
  }

  /** Whether an order for the victim was appealed on this day or later, and the appeal is pending. */
  isAppealedSince(victimId: VictimId, day: CalendarDate): boolean {
    const { appeals, liabilities } = this.#state;
    return [...appeals.entries()].some(
      ([orderId, { takenOn, endedOn }]) =>
        takenOn >= day && endedOn === undefined && liabilities.get({ orderId, victimId }) !== undefined,
    );
  }
}

/** The same of one victim alone, without a look at all receipts of the case. */
export function creditedInCaseTo(state: CaseState, victimId: VictimId): Money {
  const paid = [...state.orders.values()]
    .filter((order) => !isDecidedByVictim(state, order))
    .map(({ orderId }) => state.liabilities.get({ orderId, victimId })?.paid ?? noMoney);
  return add(sum(paid), state.interestPaid.get(victimId) ?? noMoney);
}

/** Interest by victim, of receipts that did not come back. */
function interestIn({ accessoryCredits, receipts }: CaseState): ReadonlyMap<VictimId, Money> {
  const interest = new Map<VictimId, Money>();
  for (const [receiptId, credits] of accessoryCredits.entries()) {
    if (receipts.get(receiptId)?.isUnapplied) continue;
    for (let at: AccessoryCredits | undefined = credits; at !== undefined; at = at.before) {
      const { type, data } = at.credit;
      if (type !== 'InterestCredited' || data.victimId === null) continue;
      interest.set(data.victimId, add(interest.get(data.victimId) ?? noMoney, parseMoney(data.amount)));
    }
  }
  return interest;
}
