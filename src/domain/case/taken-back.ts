import type { CalendarDate } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import type { ReceiptId } from '../ids.ts';
import type { OverpaymentTakenBack } from '../liability/events.ts';
import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import { overpaid, type Liability } from '../liability/liability.ts';
import { overpaymentsTakenBack, type PaidOut } from '../liability/overpayments.ts';
import { freeOn, isFor, type Paying } from '../liability/taken-back.ts';
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
import { invariant } from '../rejection.ts';
import { crossesCases } from '../statutes/restitution-statutes.ts';
import type { AmendOrder, NoteTakenBack } from './commands.ts';
import type { AppliedPart, OverpaymentUnapplied, RecoveryUnapplied } from './allocation-events.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import { creditedInCaseTo } from './payable.ts';
import { draftOf, type CaseState } from './state.ts';

type Events = readonly CaseEvent[];

/**
 * What an amendment that lowers an order takes back of receipts (P-46), where the case itself decides what becomes of them;
 * elsewhere the victims' streams say it.
 *
 * @param amendment the events of the amendment
 */
export function overpaymentsOf(
  { orderId, lines, paidOut = [] }: AmendOrder,
  amendment: Events,
  { state, policies }: Pick<Context, 'policies'> & { readonly state: CaseState },
): Events {
  const order = state.orders.get(orderId);
  if (policies['P-46'] !== 'EXCESS' || order === undefined || crossesCases(order.statute)) return [];
  const draft = draftOf(state);
  for (const event of amendment) evolveCase(draft, event);
  const amended = amendment.flatMap((event) => (event.type === 'LiabilityAmended' ? [event.data] : []));
  const paidAbove = amended.flatMap((of) => {
    const liability = draft.liabilities.get(of);
    return liability && overpaid(liability) > noMoney ? [liability] : [];
  });
  if (paidAbove.length === 0) return [];
  const paying = payingOn(draft, paidAbove);
  const known = new Map(lines.map(({ victimId }, at) => [victimId, paidOut[at]]));
  const takenBack: OverpaymentTakenBack[] = [];
  for (const liability of paidAbove) {
    const events = overpaymentsTakenBack(liability, {
      paying: paying.get(liabilityKey(liability)) ?? [],
      notPaidOut: { VICTIM: heldIn(draft, known.get(liability.victimId)), FUND: noMoney },
      policies,
    });
    // One order may name a person under two ids, and what is held for that person is there once.
    for (const event of events) evolveCase(draft, event);
    takenBack.push(...events);
  }
  return [...unapplied(takenBack), ...takenBack];
}

/** What the person has not been paid out of what the case itself has credited; nothing, where nobody looked it up. */
function heldIn(state: CaseState, paidOut: PaidOut | undefined): Money {
  if (paidOut === undefined) return noMoney;
  const { ids, left, beside } = paidOut;
  const credited = sum(ids.map((id) => creditedInCaseTo(state, id)));
  return atLeastNothing(least(subtract(credited, beside), add(left, credited)));
}

/** The receipts that pay on these liabilities; there may be two hundred thousand, and each receipt is looked at once. */
function payingOn(
  { receipts }: CaseState,
  liabilities: readonly Liability[],
): ReadonlyMap<LiabilityKey, readonly Paying[]> {
  const found = new Map<LiabilityKey, Map<ReceiptId, Paying>>();
  for (const each of liabilities) found.set(liabilityKey(each), new Map());
  for (const [receiptId, { applied, isUnapplied, on }] of receipts.entries()) {
    if (isUnapplied) continue;
    for (const part of applied) {
      const paying = found.get(liabilityKey(part));
      const before = paying?.get(receiptId)?.amount ?? noMoney;
      paying?.set(receiptId, {
        receiptId,
        on,
        amount: add(before, parseMoney(part.amount)),
        payee: 'VICTIM',
      });
    }
  }
  return new Map([...found].map(([key, paying]) => [key, [...paying.values()]]));
}

/** The same by receipt, each of which goes on in one piece. */
function unapplied(takenBack: readonly OverpaymentTakenBack[]): readonly OverpaymentUnapplied[] {
  const byReceipt = new Map<ReceiptId, Taking & { readonly parts: Taking['parts'][number][] }>();
  for (const { data, effectiveOn } of takenBack) {
    const { caseId, receiptId, defendantId, orderId, amendment, victimId } = data;
    const part = { victimId, amount: parseMoney(data.amount), effectiveOn };
    const known = byReceipt.get(receiptId);
    if (known) known.parts.push(part);
    else
      byReceipt.set(receiptId, { ...{ caseId, receiptId, defendantId, orderId, amendment }, parts: [part] });
  }
  return [...byReceipt.values()].map(taken);
}

type Taking = Pick<NoteTakenBack, 'caseId' | 'receiptId' | 'orderId' | 'parts'> &
  Pick<OverpaymentUnapplied['data'], 'defendantId' | 'amendment'>;

function taken({ parts, ...of }: Taking): OverpaymentUnapplied {
  const effectiveOn = freeOn(parts.map((part) => part.effectiveOn) as [CalendarDate, ...CalendarDate[]]);
  const written = parts.map(({ victimId, amount, effectiveOn: on }): AppliedPart => {
    const part = { orderId: of.orderId, victimId, amount: formatMoney(amount) };
    return on === effectiveOn ? part : { ...part, effectiveOn: on };
  });
  return { type: 'OverpaymentUnapplied', effectiveOn, data: { ...of, parts: written } };
}

/** What victims' streams took back of a receipt; the case may be told twice. */
export function noteTakenBack(
  { caseId, receiptId, orderId, takenFor, parts }: NoteTakenBack,
  state: CaseState,
): Events {
  // What has come back whole was taken back with it.
  if (state.receipts.get(receiptId)?.isUnapplied) return [];
  const known = state.takenBack.get(orderId) ?? [];
  if (known.some((each) => each.receiptId === receiptId && isFor(each.takenFor, takenFor))) return [];
  const order = state.orders.get(orderId);
  invariant(order !== undefined, 'something was taken back under an order that was never entered');
  const of = { caseId, receiptId, orderId, defendantId: order.defendantId };
  if ('amendment' in takenFor) return [taken({ ...of, ...takenFor, parts })];
  return parts.map(({ amount, effectiveOn }): RecoveryUnapplied => {
    const data = { ...of, ...takenFor, amount: formatMoney(amount) };
    return { type: 'RecoveryUnapplied', effectiveOn, data };
  });
}
