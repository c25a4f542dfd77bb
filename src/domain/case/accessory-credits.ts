import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { InterestReversed } from '../collection/events.ts';
import type { ReceiptId } from '../ids.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { allocate, formatMoney, noMoney, type Money } from '../money.ts';
import type { Asked } from './accessories.ts';
import type { AccessoryClaim } from './accessory-claims.ts';
import type { CaseEvent } from './events.ts';
import { payeesOf } from './interest-payees.ts';
import type { CaseState } from './state.ts';

type Events = readonly CaseEvent[];

/** A share of a receipt on its way to what it is credited to. */
export interface Crediting {
  readonly share: Money;
  readonly receiptId: ReceiptId;
  readonly round: number;
  readonly on: CalendarDate;
  readonly policies: Asked['policies'];
}

/** The credit of a share: of interest on an order, one for each of those whom the order names, by how long each waited. */
export function accessoryCredited(
  state: CaseState,
  { rung, principal, all, declined }: AccessoryClaim,
  { share, receiptId, round, on: effectiveOn, policies }: Crediting,
): Events {
  const { caseId, defendantId, orderId, debtId, order } = principal;
  const ref = { caseId, defendantId, orderId, debtId };
  if (rung === 'LATE_PENALTIES') {
    const data = { ...ref, receiptId, round, amount: formatMoney(share) };
    return [{ type: 'PenaltyCredited', effectiveOn, data }];
  }
  if (order === undefined) {
    const data = { ...ref, victimId: null, receiptId, round, amount: formatMoney(share) };
    return [{ type: 'InterestCredited', effectiveOn, data }];
  }
  const { payees, weights } = payeesOf(state, { principal, order, owed: all }, { on: effectiveOn, policies });
  const open = payees.map((each, at) =>
    declined.has(liabilityKey(each)) ? noMoney : (weights[at] ?? noMoney),
  );
  const shares = allocate(share, declined.size === 0 ? weights : open);
  return payees.flatMap(({ victimId }, at): Events => {
    const part = shares[at] ?? noMoney;
    if (part === noMoney) return [];
    // Written out, and not spread: there may be two hundred thousand of these.
    const amount = formatMoney(part);
    const data = { caseId, defendantId, orderId, debtId, victimId, receiptId, round, amount };
    return [{ type: 'InterestCredited', effectiveOn, data }];
  });
}

/** What the receipt had paid of interest and penalties is owed again, in the order in which it was paid. */
export function accessoriesReversed(state: CaseState, receiptId: ReceiptId, on: CalendarDate): Events {
  const events: CaseEvent[] = [];
  for (let each = state.accessoryCredits.get(receiptId); each; each = each.before) {
    const { type, data } = each.credit;
    const { round: _, ...back } = data;
    // What an amendment took back of it may have gone there later than the day on which it came back.
    const effectiveOn = laterOf(each.credit.effectiveOn, on);
    events.push(
      type === 'InterestCredited'
        ? { type: 'InterestReversed', effectiveOn, data: back as InterestReversed['data'] }
        : { type: 'PenaltyReversed', effectiveOn, data: back },
    );
  }
  return events.reverse();
}
