/** What a case tells the stream of victim `v-1`, and what that stream says: commands and events as short as they can be. */
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import type { FinalityGround } from '../../../src/domain/liability/events.ts';
import { victimDecider } from '../../../src/domain/victim/decide.ts';
import type { Track } from '../../../src/domain/statutes/restitution-statutes.ts';
import type { VictimCommand } from '../../../src/domain/victim/commands.ts';
import type { ByLaw } from '../../../src/domain/by-law.ts';
import type { LiabilityAmount, VictimEvent } from '../../../src/domain/victim/events.ts';
import { specify } from '../../support/given.ts';
import {
  caseId,
  caseOf,
  defendantOf,
  orderId,
  receiptId,
  registerVictim,
  text,
  today,
  usd,
  victimId,
} from '../../support/words.ts';

type Command<Type extends VictimCommand['type']> = Extract<VictimCommand, { type: Type }>;
type Event<Type extends VictimEvent['type']> = Extract<VictimEvent, { type: Type }>;

/** The decider of the victim, under the default policies. */
export const spec = specify(victimDecider);
export const registered = registerVictim('v-1');

const v1 = victimId('v-1');

/** The four ids by which every event about a liability names it. */
export function ref(order: string) {
  return { orderId: orderId(order), victimId: v1, caseId: caseOf(order), defendantId: defendantOf(order) };
}

interface Given {
  readonly on?: CalendarDate;
  /** The order meant; `o-1` unless told. */
  readonly to?: string;
  readonly round?: number;
}

/** A court ordered a share for the victim. The case may be another than the order's own number says. */
export function impose(
  order: string,
  amount: string,
  given: { track?: Track; on?: CalendarDate; inCase?: string; isBeforeAct?: boolean } = {},
): Command<'ImposeLiability'> {
  const { track = 'TRAFFICKING', on = today, inCase = caseOf(order), isBeforeAct = false } = given;
  const ids = { ...ref(order), caseId: caseId(inCase) };
  return { type: 'ImposeLiability', ...ids, track, isBeforeAct, amount: usd(amount), on };
}

export function becomesFinal(
  order: string,
  ground: FinalityGround = 'DIRECT_REVIEW_DONE',
  on = today,
): Command<'MakeLiabilityFinal'> {
  return { type: 'MakeLiabilityFinal', ...ref(order), ground, on };
}

export function amend(order: string, amount: string, amendment = 1, on = today): Command<'AmendLiability'> {
  return { type: 'AmendLiability', ...ref(order), amount: usd(amount), amendment, on };
}

export function vacate(order: string, on = today): Command<'VacateLiability'> {
  return { type: 'VacateLiability', ...ref(order), on };
}

/** Money of a receipt is tendered. */
export function tender(receipt: string, amount: string, given: Given = {}): Command<'CreditRecovery'> {
  const { to = 'o-1', round = 1, on = today } = given;
  const tendered = { receiptId: receiptId(receipt), round, offered: usd(amount) };
  return { type: 'CreditRecovery', ...ref(to), ...tendered, on };
}

/** A receipt came back. */
export function comesBack(
  receipt: string,
  { to = 'o-1', on = today }: Given = {},
): Command<'ReverseRecovery'> {
  return { type: 'ReverseRecovery', ...ref(to), receiptId: receiptId(receipt), on };
}

/** A receipt has cleared. */
export function clears(receipt: string, { to = 'o-1', on = today }: Given = {}): Command<'ClearRecovery'> {
  return { type: 'ClearRecovery', ...ref(to), receiptId: receiptId(receipt), on };
}

/** What a receipt brought under an order has cleared. */
export function cleared(receipt: string, amount: string, to = 'o-1'): Event<'RecoveryCleared'> {
  const data = { ...ref(to), receiptId: receiptId(receipt), amount: text(amount) };
  return { type: 'RecoveryCleared', effectiveOn: today, data };
}

export function imposed(
  order: string,
  amount: string,
  track: Track = 'TRAFFICKING',
): Event<'LiabilityImposed'> {
  const data = { ...ref(order), track, amount: text(amount) };
  return { type: 'LiabilityImposed', effectiveOn: today, data };
}

export function becameFinal(
  order: string,
  ground: FinalityGround = 'DIRECT_REVIEW_DONE',
): Event<'LiabilityBecameFinal'> {
  return { type: 'LiabilityBecameFinal', effectiveOn: today, data: { ...ref(order), ground } };
}

export function vacated(order: string, amount: string): Event<'LiabilityVacated'> {
  return { type: 'LiabilityVacated', effectiveOn: today, data: { ...ref(order), amount: text(amount) } };
}

export function credited(
  receipt: string,
  accepted: string,
  { to = 'o-1', round = 1, offered = accepted }: Given & { offered?: string } = {},
): Event<'RecoveryCredited'> {
  const amounts = { offered: text(offered), accepted: text(accepted) };
  const data = { ...ref(to), receiptId: receiptId(receipt), round, ...amounts };
  return { type: 'RecoveryCredited', effectiveOn: today, data };
}

export function reversed(
  receipt: string,
  amount: string,
  { to = 'o-1' }: Given = {},
): Event<'RecoveryReversed'> {
  const data = { ...ref(to), receiptId: receiptId(receipt), amount: text(amount) };
  return { type: 'RecoveryReversed', effectiveOn: today, data };
}

const byLaw: ByLaw & { victimId: typeof v1 } = {
  citation: '18 U.S.C. 2259(b)(2)(C)',
  policyVersion: 0,
  victimId: v1,
};

export function capMoved(previous: string | null, greatestLoss: string | null): Event<'GreatestLossChanged'> {
  const written = (amount: string | null) => (amount === null ? null : text(amount));
  const data = { ...byLaw, greatestLoss: written(greatestLoss), previous: written(previous) };
  return { type: 'GreatestLossChanged', effectiveOn: today, data };
}

export function madeWhole(epoch: number, cap: string, recovered = cap): Event<'FullRecoveryReached'> {
  const data = { ...byLaw, epoch, greatestLoss: text(cap), recovered: text(recovered) };
  return { type: 'FullRecoveryReached', effectiveOn: today, data };
}

export function undone(epoch: number, cap: string | null, recovered: string): Event<'FullRecoveryUndone'> {
  const greatestLoss = cap === null ? null : text(cap);
  const data = { ...byLaw, epoch, greatestLoss, recovered: text(recovered) };
  return { type: 'FullRecoveryUndone', effectiveOn: today, data };
}

type Amounts = Readonly<Record<string, string>>;

/** An amount each; and the amendment that had been heard of, where one had. */
function each(amounts: Amounts, heard: Amendments): readonly LiabilityAmount[] {
  return Object.entries(amounts).map(([order, amount]) => {
    const { victimId: _, ...ids } = ref(order);
    const amendment = heard[order];
    return { ...ids, amount: text(amount), ...(amendment !== undefined && { amendment }) };
  });
}

type Amendments = Readonly<Record<string, number>>;

export function ended(
  epoch: number,
  amounts: Amounts,
  heard: Amendments = {},
): Event<'LiabilitiesTerminated'> {
  const data = { ...byLaw, epoch, liabilities: each(amounts, heard) };
  return { type: 'LiabilitiesTerminated', effectiveOn: today, data };
}

export function reinstated(
  epoch: number,
  amounts: Amounts,
  heard: Amendments = {},
): Event<'LiabilitiesReinstated'> {
  const data = { ...byLaw, epoch, liabilities: each(amounts, heard) };
  return { type: 'LiabilitiesReinstated', effectiveOn: today, data };
}

/** In the books, so much is claimed from the victim in the place of what was before (P-20). */
export function claimed(amount: string, previous: string): Event<'OverRecoveryClaimed'> {
  const amounts = { amount: text(amount), previous: text(previous) };
  return { type: 'OverRecoveryClaimed', effectiveOn: today, data: { ...byLaw, ...amounts } };
}

export function overRecovered(amount: string): Event<'OverRecoveryNoted'> {
  return { type: 'OverRecoveryNoted', effectiveOn: today, data: { ...byLaw, amount: text(amount) } };
}
