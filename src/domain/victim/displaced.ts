import type { CalendarDate } from '../calendar-date.ts';
import { stillOwed } from '../liability/joint.ts';
import { terminated, withLessEnded, type Liability } from '../liability/liability.ts';
import { lastFirst, mayDisplaceOthers } from '../liability/taken-back.ts';
import { allocate, atLeastNothing, least, noMoney, subtract, sum, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { CreditRecovery } from './commands.ts';
import { countedCredits, countedSoFar, creditedAbove, type CountedCredit } from './counted-credits.ts';
import type { VictimEvent } from './events.ts';
import { evolveVictim } from './evolve.ts';
import { jointlyOwed } from './joint.ts';
import { counts, draftOf, type VictimState } from './state.ts';
import { amountTaken, takenBackForCap } from './takings.ts';

/** A tender under a liability, and what it is accepted for without the room of others. */
interface Tendered {
  readonly liability: Liability;
  readonly own: Money;
  readonly policies: Policies;
}

/**
 * What a tender takes of the room that other payments have: of those of later days, where the days decide (P-45), and of those
 * of its own day that have more than their share of it (P-08). Only money on its first way, and only where a payment
 * that crosses the cap is split (P-07).
 */
export function roomOfOthers(
  command: CreditRecovery,
  state: VictimState,
  tendered: Tendered,
): readonly VictimEvent[] {
  const { liability, own, policies } = tendered;
  if (!mayDisplace(command, state, tendered)) return [];
  const owed = owedBeforeItEnded(command, state, tendered);
  if (owed <= own) return [];
  const others = displaceable(command, state, policies);
  if (others.later.length + others.sameDay.length === 0) return [];
  const room = roomWithout(state, others, { liability, policies });
  const shares = sharesOf(room, owed, others.sameDay);
  const amount = subtract(least(owed, shares.own), own);
  if (amount <= noMoney) return [];
  const taking = { on: command.on, policies };
  const draft = draftOf(state);
  const ofLater = takenBackForCap(draft, {
    ...taking,
    credits: others.later,
    amount,
    ground: 'EARLIER_PAYMENT',
  });
  for (const event of ofLater) evolveVictim(draft, event);
  const left = subtract(amount, amountTaken(ofLater));
  const ofSameDay = takenBackForCap(draft, {
    ...taking,
    credits: shares.above,
    amount: left,
    ground: 'SAME_DAY',
  });
  return [...ofLater, ...ofSameDay];
}

function mayDisplace(
  { first }: CreditRecovery,
  state: VictimState,
  { liability, policies }: Tendered,
): boolean {
  if (!mayDisplaceOthers(policies) || policies['P-07'] !== 'SPLIT') return false;
  if (first === undefined || state.greatestLoss === undefined) return false;
  if (!counts(liability, policies) || liability.isVacated || liability.isExpired) return false;
  // Who has more than the cap already is credited no more, whoever gave room for it.
  return creditedAbove(state, policies) === noMoney;
}

/** What the tender would be accepted for, had the liability not ended. */
function owedBeforeItEnded(
  { first, offered }: CreditRecovery,
  state: VictimState,
  { liability, policies }: Tendered,
): Money {
  const ended = least(terminated(liability), first?.ended ?? noMoney);
  const open = withLessEnded(liability, ended);
  return least(offered, stillOwed(open, jointlyOwed(state, liability, policies)));
}

interface Others {
  /** Payments of later days, the last first. */
  readonly later: readonly CountedCredit[];
  /** Payments of that day, by their ids, so that whoever shares among them finds the same. */
  readonly sameDay: readonly CountedCredit[];
}

function displaceable({ receiptId, on }: CreditRecovery, state: VictimState, policies: Policies): Others {
  const others = countedCredits(state, policies).filter((each) => each.receiptId !== receiptId);
  const isLater = ({ paidOn }: CountedCredit): boolean => paidOn > on;
  const later = policies['P-45'] === 'STRICT_EFFECTIVE_DATE' ? others.filter(isLater) : [];
  const sameDay = policies['P-08'] === 'PRO_RATA' ? others.filter(({ paidOn }) => paidOn === on) : [];
  return {
    later: later.toSorted((one, other) => lastFirst(asPaid(one), asPaid(other))),
    sameDay: sameDay.toSorted((one, other) => (one.receiptId < other.receiptId ? -1 : 1)),
  };
}

function asPaid<Credit extends { readonly on: CalendarDate; readonly paidOn: CalendarDate }>(
  credit: Credit,
): Credit {
  return { ...credit, on: credit.paidOn };
}

/**
 * The room that there would be without those others: under the cap at which the liability ended, for what it ended by had been
 * received before them where that is not so.
 */
function roomWithout(
  state: VictimState,
  { later, sameDay }: Others,
  { liability, policies }: Pick<Tendered, 'liability' | 'policies'>,
): Money {
  const endedBy = new Set(liability.ended.map(({ epoch }) => epoch));
  const caps = state.standing.filter(({ epoch }) => endedBy.has(epoch)).map(({ at }) => at);
  const cap = caps.reduce(least, state.greatestLoss ?? noMoney);
  const theirs = sum([...later, ...sameDay].map(({ amount }) => amount));
  return atLeastNothing(subtract(cap, subtract(countedSoFar(state, policies), theirs)));
}

/** What the tender may have of the room, and what of those of its day have above their shares: all, where there is enough. */
function sharesOf(
  room: Money,
  owed: Money,
  sameDay: readonly CountedCredit[],
): { readonly own: Money; readonly above: readonly CountedCredit[] } {
  const asked = [...sameDay.map((each) => each.asked), owed];
  const shares = sum(asked) <= room ? asked : allocate(room, asked);
  const above = sameDay.map((each, at) => {
    return { ...each, amount: atLeastNothing(subtract(each.amount, shares[at] ?? noMoney)) };
  });
  return { own: shares.at(-1) ?? noMoney, above };
}
