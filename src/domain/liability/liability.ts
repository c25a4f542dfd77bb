import {
  add,
  atLeastNothing,
  formatMoney,
  least,
  noMoney,
  parseMoney,
  subtract,
  type Money,
} from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { Track } from '../statutes/restitution-statutes.ts';
import type { FinalityGround, LiabilityAmended, LiabilityImposed, LiabilityRef } from './events.ts';

/** What one defendant owes one victim under one order, as far as the stream that holds it knows. Never changed, only replaced. */
export interface Liability extends LiabilityRef {
  readonly track: Track;
  readonly ordered: Money;
  readonly paid: Money;
  readonly terminated: Money;
  /** The full recovery that ended it, where one did. */
  readonly epoch: number | undefined;
  readonly ground: FinalityGround | undefined;
  readonly isVacated: boolean;
  /** How many amendments of its order it has heard. */
  readonly amendments: number;
}

export function imposed({ data }: LiabilityImposed): Liability {
  const { orderId, victimId, caseId, defendantId, track } = data;
  return {
    ...{ orderId, victimId, caseId, defendantId, track },
    ordered: parseMoney(data.amount),
    paid: noMoney,
    terminated: noMoney,
    epoch: undefined,
    ground: undefined,
    isVacated: false,
    amendments: 0,
  };
}

/** What is still owed: never below nothing, and nothing once vacated. */
export function outstanding({ isVacated, ordered, paid, terminated }: Liability): Money {
  return isVacated ? noMoney : atLeastNothing(subtract(ordered, add(paid, terminated)));
}

/** The four ids that every event about the liability names. */
export function refOf({ orderId, victimId, caseId, defendantId }: LiabilityRef): LiabilityRef {
  return { orderId, victimId, caseId, defendantId };
}

/**
 * The liability with a new amount. Where less is ordered than was paid and ended, what was ended gives way first; what
 * was paid stays paid.
 */
export function amended(liability: Liability, amount: Money, amendment: number): Liability {
  const terminated = least(liability.terminated, atLeastNothing(subtract(amount, liability.paid)));
  return { ...liability, ordered: amount, terminated, amendments: amendment };
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
    terminatedBefore: formatMoney(before.terminated),
    terminatedAfter: formatMoney(after.terminated),
    overpaid: formatMoney(atLeastNothing(subtract(after.paid, after.ordered))),
  };
}

const grounds: readonly FinalityGround[] = [
  'ENTRY_OF_JUDGMENT',
  'DIRECT_REVIEW_DONE',
  'CERT_EXHAUSTED',
  'MANUAL',
];

/** Whether one ground of finality goes beyond another; no ground at all is the entry of judgment. */
export function isLaterGround(ground: FinalityGround, than: FinalityGround = 'ENTRY_OF_JUDGMENT'): boolean {
  return grounds.indexOf(ground) > grounds.indexOf(than);
}

/** Whether the order is final in the sense that the cap asks (P-01); a vacated one is not. */
export function isFinal({ ground, isVacated }: Liability, policies: Policies): boolean {
  return !isVacated && !isLaterGround(policies['P-01'], ground);
}
