import { laterOf, type CalendarDate } from '../calendar-date.ts';
import {
  add,
  atLeastNothing,
  formatMoney,
  least,
  noMoney,
  parseMoney,
  subtract,
  sum,
  type Money,
} from '../money.ts';
import type { RecoveryId } from '../ids.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { Payee } from '../statutes/18-usc-3664-i-several-victims.ts';
import type { CivilProceeding } from '../statutes/18-usc-3664-j-2-civil-recoveries.ts';
import type { Track } from '../statutes/restitution-statutes.ts';
import type { FinalityGround, LiabilityAmended, LiabilityImposed, LiabilityRef } from './events.ts';

/** What one defendant owes one victim under one order, as far as the stream that holds it knows. Never changed, only replaced. */
export interface Liability extends LiabilityRef {
  readonly track: Track;
  /** Whether the offence was before the Act of 7 December 2018. Known where the victim's stream decides, and asked there (P-04). */
  readonly isBeforeAct: boolean;
  /** In which capacity the payee is to be paid; as the victim, where nothing is said. Known to the case only. */
  readonly payee: Payee | undefined;
  /** The rank that the court gave the line, from 1; 1, where nothing is said. Known to the case only. */
  readonly priority: number | undefined;
  readonly ordered: Money;
  readonly paid: Money;
  /** What of it has ended by law, and by which full recovery, oldest first. */
  readonly ended: readonly Ended[];
  /** What courts have credited it with for civil recoveries, by recovery. */
  readonly reductions: readonly Reduction[];
  readonly ground: FinalityGround | undefined;
  readonly isVacated: boolean;
  /** Whether its term is over, so that nothing is owed under it whatever was paid. */
  readonly isExpired: boolean;
  /** What of it the end of its term had ended when its order was set aside; nothing, while the order stands. */
  readonly lapsed: Money;
  /** How often it was said that its term was over, or that this was an error. */
  readonly termChanges: number;
  /** Which amendment of its order gave it its amount, counted from 1; 0 where that was the entry. */
  readonly amendments: number;
  /** The day from which it was imposed. */
  readonly imposedOn: CalendarDate;
  /** The latest day on which its amount changed otherwise than by a credit: no credit takes effect before it. */
  readonly settledOn: CalendarDate;
  /** The latest day on which its amount changed at all: no other change takes effect before it. */
  readonly lastOn: CalendarDate;
}

/** So much of a liability was ended by the full recovery of this epoch. */
export interface Ended {
  readonly epoch: number;
  readonly amount: Money;
  /** The number under which its case heard of it; not there where that is the same. */
  readonly heardAs?: number;
}

/** So much is owed no more for what was recovered in a civil proceeding; nothing, where that does not hold any more. */
export interface Reduction {
  readonly recoveryId: RecoveryId;
  readonly amount: Money;
  /** What the court said; known to the stream that decides the liability. */
  readonly told:
    | {
        readonly proceeding: CivilProceeding;
        readonly allowed: Money;
        readonly on: CalendarDate;
        readonly reversedOn: CalendarDate | undefined;
        /** The day on which what was said last took effect. */
        readonly effectiveOn: CalendarDate;
      }
    | undefined;
}

/** Shared, for most liabilities are never reduced. */
export const noReductions: readonly Reduction[] = [];

/** A liability as it was first imposed. */
export function imposed({ data, effectiveOn }: LiabilityImposed): Liability {
  const { orderId, victimId, caseId, defendantId, track } = data;
  return {
    ...{ orderId, victimId, caseId, defendantId, track },
    isBeforeAct: data.isBeforeAct ?? false,
    payee: undefined,
    priority: undefined,
    ordered: parseMoney(data.amount),
    paid: noMoney,
    ended: [],
    reductions: noReductions,
    ground: undefined,
    isVacated: false,
    isExpired: false,
    lapsed: noMoney,
    termChanges: 0,
    amendments: 0,
    imposedOn: effectiveOn,
    settledOn: effectiveOn,
    lastOn: effectiveOn,
  };
}

/**
 * The day on which a credit takes effect: that of the payment, or, where the liability has been imposed, amended, ended
 * or reinstated since, the day of that. Two credits may come in any order of days; so what is owed on a day is never
 * below nothing, whichever of them had been recorded.
 */
export function creditDay({ settledOn }: Pick<Liability, 'settledOn'>, on: CalendarDate): CalendarDate {
  return laterOf(on, settledOn);
}

/** The day on which any other change takes effect: not before what the liability was changed by until then. */
export function changeDay({ lastOn }: Pick<Liability, 'lastOn'>, on: CalendarDate): CalendarDate {
  return laterOf(on, lastOn);
}

/** The liability with so much more paid, on this day. */
export function creditedOn(liability: Liability, on: CalendarDate, amount: Money): Liability {
  return { ...liability, paid: add(liability.paid, amount), lastOn: laterOf(liability.lastOn, on) };
}

/** The liability with so much less paid, on this day. */
export function reversedOn(liability: Liability, on: CalendarDate, amount: Money): Liability {
  return changedOn({ ...liability, paid: subtract(liability.paid, amount) }, on);
}

/** The liability as changed on this day in any other way, so far as days go. */
export function changedOn(liability: Liability, on: CalendarDate): Liability {
  const lastOn = laterOf(liability.lastOn, on);
  return { ...liability, settledOn: lastOn, lastOn };
}

/** The liability with its order set aside. Should its term prove not to have been over, what that had ended is set aside too. */
export function vacated(liability: Liability): Liability {
  const lapsed = subtract(endedByLaw(liability), terminated(liability));
  return { ...liability, isVacated: true, lapsed };
}

/** What is still owed: never below nothing, and nothing once vacated or expired. */
export function outstanding(liability: Liability): Money {
  const { isVacated, isExpired, ordered } = liability;
  return isVacated || isExpired
    ? noMoney
    : atLeastNothing(subtract(ordered, add(discharged(liability), terminated(liability))));
}

/** What was paid on it, and what it was credited with for civil recoveries: what stands against any amount of it. */
export function discharged({ paid, reductions }: Pick<Liability, 'paid' | 'reductions'>): Money {
  return reductions.length === 0 ? paid : add(paid, sum(reductions.map(({ amount }) => amount)));
}

/** What was paid on it, or credited, above what is ordered now. */
export function overpaid(liability: Liability): Money {
  return atLeastNothing(subtract(discharged(liability), liability.ordered));
}

/** What of it has ended by law in any way: once it has expired, all that was neither paid nor credited. */
function endedByLaw(liability: Liability): Money {
  const { isExpired, ordered } = liability;
  return isExpired ? atLeastNothing(subtract(ordered, discharged(liability))) : terminated(liability);
}

/** What of it has ended by full recovery, under all of them or under one. */
export function terminated({ ended }: Liability, epoch?: number): Money {
  if (ended.length === 0) return noMoney;
  return sum(ended.filter((each) => epoch === undefined || each.epoch === epoch).map(({ amount }) => amount));
}

/** The liability with so much more of it ended by one full recovery, of which its case may hear after a later one. */
export function withEnded(liability: Liability, { epoch, amount }: Ended): Liability {
  const others = withoutEnded(liability, epoch).ended;
  const ended = { epoch, amount: add(terminated(liability, epoch), amount) };
  const isBefore = (each: Ended): boolean => each.epoch < epoch;
  return {
    ...liability,
    ended: [...others.filter(isBefore), ended, ...others.filter((each) => !isBefore(each))],
  };
}

/** The liability with so much less of it ended: what ended last gives way first. */
export function withLessEnded(liability: Liability, amount: Money): Liability {
  if (amount === noMoney) return liability;
  return { ...liability, ended: endedUpTo(liability, subtract(terminated(liability), amount)) };
}

/** The liability with nothing of it ended by that full recovery, which was undone. */
export function withoutEnded(liability: Liability, epoch: number): Liability {
  return { ...liability, ended: liability.ended.filter((each) => each.epoch !== epoch) };
}

/** The four ids that every event about the liability names. */
export function refOf({ orderId, victimId, caseId, defendantId }: LiabilityRef): LiabilityRef {
  return { orderId, victimId, caseId, defendantId };
}

/**
 * The liability with a new amount. Where less is ordered than was paid and ended, what was ended gives way first, and of
 * that what ended last; what was paid or credited stays so.
 */
export function amended(liability: Liability, amount: Money, amendment: number): Liability {
  const ended = endedUpTo(liability, atLeastNothing(subtract(amount, discharged(liability))));
  return { ...liability, ordered: amount, ended, amendments: amendment };
}

function endedUpTo({ ended }: Liability, amount: Money): readonly Ended[] {
  let left = amount;
  return ended.flatMap((each) => {
    const kept = least(each.amount, left);
    left = subtract(left, kept);
    return kept === noMoney ? [] : [{ ...each, amount: kept }];
  });
}

/** What is told of an amendment: both sides of it, so that no reader needs the history to post it. */
export function amendmentOf(before: Liability, after: Liability): LiabilityAmended['data'] {
  return {
    ...refOf(before),
    amendment: after.amendments,
    amountBefore: formatMoney(before.ordered),
    amount: formatMoney(after.ordered),
    outstandingBefore: formatMoney(outstanding(before)),
    outstandingAfter: formatMoney(outstanding(after)),
    terminatedBefore: formatMoney(endedByLaw(before)),
    terminatedAfter: formatMoney(endedByLaw(after)),
    overpaid: formatMoney(overpaid(after)),
  };
}

const rank: Readonly<Record<FinalityGround, number>> = {
  ENTRY_OF_JUDGMENT: 0,
  DIRECT_REVIEW_DONE: 1,
  CERT_EXHAUSTED: 2,
  MANUAL: 3,
};

/** Whether one ground of finality goes beyond another; no ground at all is the entry of judgment. */
export function isLaterGround(ground: FinalityGround, than: FinalityGround = 'ENTRY_OF_JUDGMENT'): boolean {
  return rank[ground] > rank[than];
}

/** Whether the order is final in the sense that the cap asks (P-01); a vacated one is not. */
export function isFinal({ ground, isVacated }: Liability, policies: Policies): boolean {
  return !isVacated && !isLaterGround(policies['P-01'], ground);
}
