import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, OrderId, RecoveryId, VictimId } from '../ids.ts';
import { add, formatMoney, noMoney, parseMoney, sum, type Money } from '../money.ts';
import { reject } from '../rejection.ts';
import {
  civilRecoveries,
  reductionOf,
  type CivilProceeding,
} from '../statutes/18-usc-3664-j-2-civil-recoveries.ts';
import { expiredAgain } from './expired.ts';
import { stillOwed, type JointlyOwed } from './joint.ts';
import type { LiabilityEvent, LiabilityReduced, ReductionReversed } from './events.ts';
import { changedOn, changeDay, creditDay, refOf, type Liability, type Reduction } from './liability.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface OfReduction {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  /** What was recovered; it was reported under this id. */
  readonly recoveryId: RecoveryId;
  readonly on: CalendarDate;
}

/** A court credits a line of an order with what the victim recovered in a civil proceeding. */
export interface ReduceLiability extends OfReduction {
  readonly type: 'ReduceLiability';
  readonly proceeding: CivilProceeding;
  /** What the court allowed. */
  readonly amount: Money;
}

/** That does not hold any more: the judgment was reversed, or the court set its credit aside. */
export interface ReverseReduction extends OfReduction {
  readonly type: 'ReverseReduction';
}

export type ReductionCommand = ReduceLiability | ReverseReduction;

/** What a court says of a line of an order under 18 U.S.C. 3664(j)(2). It may be told twice. */
export function decideReduction(
  command: ReductionCommand,
  liability: Liability,
  jointly: JointlyOwed,
): readonly LiabilityEvent[] {
  const known = liability.reductions.find(({ recoveryId }) => recoveryId === command.recoveryId);
  return command.type === 'ReduceLiability'
    ? reduce(command, { liability, known, jointly })
    : reverse(command, liability, known);
}

function reduce(
  { recoveryId, proceeding, amount: allowed, on }: ReduceLiability,
  { liability, known, jointly }: { liability: Liability; known: Reduction | undefined; jointly: JointlyOwed },
): readonly LiabilityEvent[] {
  const told = known?.told;
  if (told?.allowed === allowed && told.proceeding === proceeding && told.on === on) return [];
  if (told) reject('reduction-recorded-differently', '/recoveryId');
  if (allowed <= noMoney) reject('amount-not-positive', '/amount');
  const others = jointly.group?.orderIds.filter((orderId) => orderId !== liability.orderId) ?? [];
  const taken = sum(others.map((orderId) => reducedBy(jointly.under(orderId), recoveryId)));
  const amount = formatMoney(reductionOf(stillOwed(liability, jointly), allowed, taken));
  const { citation } = civilRecoveries;
  const said = { recoveryId, proceeding, allowed: formatMoney(allowed), amount, citation };
  return [
    {
      type: 'LiabilityReduced',
      effectiveOn: creditDay(liability, on),
      data: { ...refOf(liability), ...said, on },
    },
  ];
}

function reverse(
  { recoveryId, on }: ReverseReduction,
  liability: Liability,
  known: Reduction | undefined,
): readonly LiabilityEvent[] {
  const { amount, told } = known ?? reject('reduction-not-found', '/recoveryId');
  if (told?.reversedOn === on) return [];
  if (told === undefined || told.reversedOn !== undefined) reject('reduction-recorded-differently', '/on');
  if (on < told.on) reject('reversed-before-reduced', '/on');
  const data = { ...refOf(liability), recoveryId, amount: formatMoney(amount), on };
  const reversed = { type: 'ReductionReversed', effectiveOn: changeDay(liability, on), data } as const;
  return [reversed, ...expiredAgain(liability, reversedOn(liability, reversed), on)];
}

/** What this recovery has taken off the liability. */
export function reducedBy(liability: Liability | undefined, recoveryId: RecoveryId): Money {
  return liability?.reductions.find((each) => each.recoveryId === recoveryId)?.amount ?? noMoney;
}

/** The liability after what a court said of it. */
export function afterReduction(liability: Liability, event: LiabilityReduced | ReductionReversed): Liability {
  return event.type === 'LiabilityReduced' ? reducedOn(liability, event) : reversedOn(liability, event);
}

function reducedOn(liability: Liability, { data, effectiveOn }: LiabilityReduced): Liability {
  const { recoveryId, proceeding, on } = data;
  const told = { proceeding, allowed: parseMoney(data.allowed), on, reversedOn: undefined, effectiveOn };
  // Where more came to be owed, the same credit takes off more.
  const amount = add(reducedBy(liability, recoveryId), parseMoney(data.amount));
  const reduction = { recoveryId, amount, told };
  return { ...withReduction(liability, reduction), lastOn: changeDay(liability, effectiveOn) };
}

function reversedOn(liability: Liability, { data, effectiveOn }: ReductionReversed): Liability {
  const { recoveryId, on } = data;
  const told = liability.reductions.find((each) => each.recoveryId === recoveryId)?.told;
  const reversed = { recoveryId, amount: noMoney, told: told && { ...told, reversedOn: on, effectiveOn } };
  return changedOn(withReduction(liability, reversed), effectiveOn);
}

/** The liability with this reduction in the place of another by the same recovery. */
export function withReduction(liability: Liability, reduction: Reduction): Liability {
  const others = liability.reductions.filter(({ recoveryId }) => recoveryId !== reduction.recoveryId);
  return { ...liability, reductions: [...others, reduction] };
}
