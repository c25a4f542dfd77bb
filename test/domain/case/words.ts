/** What the passage asks of a case, and what the case says: commands and events as short as they can be. */
import { caseDecider } from '../../../src/domain/case/decide.ts';
import { onlyVisit } from '../../../src/domain/case/state.ts';
import type { CaseCommand, NoteTermination } from '../../../src/domain/case/commands.ts';
import type { AllocatedPart } from '../../../src/domain/case/allocation-events.ts';
import type { EventId } from '../../../src/domain/ids.ts';
import type { Track } from '../../../src/domain/statutes/restitution-statutes.ts';
import { specify, type Said } from '../../support/given.ts';
import {
  caseId,
  defendantId,
  orderId,
  receiptId,
  registerCase,
  registerDefendant,
  text,
  today,
  usd,
  victimId,
} from '../../support/words.ts';

type Command<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;

/** The decider of the case, under the default policies. */
export const spec = specify(caseDecider);

/** Case `c-1` with its only defendant, `d-1`. */
export const known = spec.after(registerCase(), registerDefendant());
export const inCase = { caseId: 'c-1', defendantId: 'd-1' } as const;

const c1 = caseId('c-1');
const d1 = defendantId('d-1');

/** Amounts by order and victim: `{ 'o-1/v-1': '50.00' }`. */
export type Parts = Readonly<Record<string, string>>;

function partsOf(parts: Parts): readonly AllocatedPart[] {
  return Object.entries(parts).map(([key, amount]) => {
    const [order = '', victim = ''] = key.split('/');
    return { orderId: orderId(order), victimId: victimId(victim), amount: text(amount) };
  });
}

export function divide(
  receipt: string,
  amount: string,
  order: string | null = 'o-1',
): Command<'AllocatePayment'> {
  const to = {
    receiptId: receiptId(receipt),
    defendantId: d1,
    orderId: order === null ? null : orderId(order),
  };
  return {
    type: 'AllocatePayment',
    caseId: c1,
    ...to,
    amount: usd(amount),
    visit: onlyVisit,
    beganAt: 1,
    on: today,
  };
}

/** The victims' streams have answered. */
export function answer(receipt: string, round: number, accepted: Parts): Command<'SettlePayment'> {
  const answers = partsOf(accepted).map((part) => ({ ...part, amount: usd(part.amount) }));
  return {
    type: 'SettlePayment',
    caseId: c1,
    receiptId: receiptId(receipt),
    round,
    accepted: answers,
    on: today,
  };
}

export function unapply(receipt: string): Command<'UnapplyPayment'> {
  return { type: 'UnapplyPayment', caseId: c1, receiptId: receiptId(receipt), on: today };
}

/** A victim's stream has ended what was owed under the order, or reinstated it; each time by an event of its own. */
export function notice(
  type: 'NoteTermination' | 'NoteReinstatement',
  amount: string,
  given: { ending: string; order?: string; epoch?: number; amendment?: number; paid?: string },
): NoteTermination {
  const { ending, order = 'o-1', epoch = 1, amendment = 0, paid = '0.00' } = given;
  const standing = { amendment, discharged: usd(paid), ended: usd(amount), endedByOthers: usd('0.00') };
  return {
    type,
    standing,
    ...{ caseId: c1, orderId: orderId(order), victimId: victimId('v-1'), epoch, ending: ending as EventId },
    ...{ amount: usd(amount), citation: '18 U.S.C. 2259(b)(2)(C)', on: today },
  };
}

/** Round `round` of dividing a receipt. */
export function divided(receipt: string, round: number, parts: Parts, unallocated = '0.00'): Said {
  const data = { caseId: c1, receiptId: receiptId(receipt), defendantId: d1, round };
  return {
    type: 'PaymentAllocated',
    data: { ...data, parts: partsOf(parts), unallocated: text(unallocated), policyVersion: 0 },
  };
}

export function applied(receipt: string, round: number, parts: Parts, excess = '0.00'): Said {
  const data = { caseId: c1, receiptId: receiptId(receipt), round, parts: partsOf(parts) };
  return { type: 'PaymentApplied', data: { ...data, excess: text(excess) } };
}

export function unapplied(receipt: string, parts: Parts): Said {
  return {
    type: 'PaymentUnapplied',
    data: { caseId: c1, receiptId: receiptId(receipt), parts: partsOf(parts) },
  };
}

/** The four ids by which an event about a liability names it. */
export function ref(order: string, victim: string) {
  return { orderId: orderId(order), victimId: victimId(victim), caseId: c1, defendantId: d1 };
}

export function imposed(key: string, amount: string, track: Track = 'FULL_AMOUNT'): Said {
  const [order = '', victim = ''] = key.split('/');
  return { type: 'LiabilityImposed', data: { ...ref(order, victim), track, amount: text(amount) } };
}

/** The case itself credits what no victim's stream decides. */
export function credited(receipt: string, round: number, [key, amount]: readonly [string, string]): Said {
  const [order = '', victim = ''] = key.split('/');
  const amounts = { offered: text(amount), accepted: text(amount) };
  return {
    type: 'RecoveryCredited',
    data: { ...ref(order, victim), receiptId: receiptId(receipt), round, ...amounts },
  };
}

export function reversed(receipt: string, [key, amount]: readonly [string, string]): Said {
  const [order = '', victim = ''] = key.split('/');
  return {
    type: 'RecoveryReversed',
    data: { ...ref(order, victim), receiptId: receiptId(receipt), amount: text(amount) },
  };
}
