import type { CalendarDate } from '../../domain/calendar-date.ts';
import { planFor, type HeldFor, type KeptBack, type PlannedPayment } from '../../domain/disbursement/plan.ts';
import type { CaseId, VictimId } from '../../domain/ids.ts';
import { formatMoney, money, noMoney, parseMoney, sum, type Money } from '../../domain/money.ts';
import {
  appealedIn,
  cameBackIn,
  movedIn,
  termsIn,
  unclearedIn,
  type ShareKey,
} from './disbursement-facts.ts';
import { PayeesBeside } from './payees-beside.ts';
import { policiesOn } from './policies-on-clocks.ts';
import { liabilityRows } from './liability-rows.ts';
import { liabilityViews } from './liabilities.ts';
import type { Frame } from './frame.ts';
import type { PlanFilter, PlanView } from '../views/disbursements.ts';

/** What would be paid out on a day. */
export function planOf(frame: Frame, filter: PlanFilter, on: CalendarDate): PlanView {
  const terms = termsIn(frame, on);
  const policies = policiesOn(frame);
  const payments: PlannedPayment[] = [];
  const kept: KeptBack[] = [];
  let held = noMoney;
  for (const share of sharesIn(frame, filter, { on, uncleared: unclearedIn(frame, terms, on) })) {
    const plan = planFor(share, { terms: terms.payments, policies });
    payments.push(...plan.payments);
    kept.push(...plan.kept);
    held = sum([held, share.held]);
  }
  return {
    ...{ on, held: formatMoney(held), total: totalOf(payments), keptTotal: totalOf(kept) },
    minimum: formatMoney(policies['P-27'] === 'NO_MINIMUM' ? noMoney : terms.payments.minimum),
    payments: payments.map(({ victimId, caseId, paidTo, representativeId = null, amount }) => {
      return { victimId, caseId, paidTo, representativeId, amount: formatMoney(amount) };
    }),
    kept: kept.map((each) => ({ ...each, amount: formatMoney(each.amount) })),
    policyVersion: policies.version,
  };
}

function totalOf(parts: readonly { readonly amount: Money }[]): PlanView['total'] {
  return formatMoney(sum(parts.map(({ amount }) => amount)));
}

interface PlannedOn {
  readonly on: CalendarDate;
  /** The receipts that have not cleared. */
  readonly uncleared: readonly number[];
}

/** What is held for each victim out of each case, in the order in which they were first credited. */
function* sharesIn(frame: Frame, filter: PlanFilter, { on, uncleared }: PlannedOn): Generator<HeldFor> {
  const { where, params } = meant(frame, filter);
  const lists = { uncleared: JSON.stringify(uncleared), appealed: JSON.stringify(appealedIn(frame)) };
  const onHold = movedIn(frame, {
    where: 't.receiptId IN (SELECT value FROM json_each(:uncleared))',
    params: { uncleared: lists.uncleared },
  });
  const onAppeal = movedIn(frame, {
    where: `t.orderId IN (SELECT value FROM json_each(:appealed))
      AND t.receiptId NOT IN (SELECT value FROM json_each(:uncleared))`,
    params: lists,
  });
  const cameBack = cameBackIn(frame);
  const payees = new PayeesBeside(frame, on);
  for (const [key, amount] of movedIn(frame, { where, params })) {
    if (amount === 0n) continue;
    const [victim = 0n, caseNumber = 0n] = key.split('/').map(BigInt);
    yield {
      victimId: frame.term(victim) as VictimId,
      caseId: frame.term(caseNumber) as CaseId,
      held: money(amount),
      ...{ onHold: part(onHold, key), onAppeal: part(onAppeal, key), cameBack: part(cameBack, key) },
      ...payees.of(victim, caseNumber),
      isLast: () => isNothingOwed(frame, victim, caseNumber),
    };
  }
}

function meant(
  frame: Frame,
  { caseId, victimId }: PlanFilter,
): { where: string; params: Record<string, number> } {
  return {
    where: [
      'true',
      ...(victimId === undefined ? [] : ['t.victimId = :victim']),
      ...(caseId === undefined ? [] : [victimId === undefined ? 't.caseId = :case' : '+t.caseId = :case']),
    ].join(' AND '),
    params: {
      ...(victimId !== undefined && { victim: frame.numberOf(victimId) }),
      ...(caseId !== undefined && { case: frame.numberOf(caseId) }),
    },
  };
}

function part(sums: ReadonlyMap<ShareKey, bigint>, key: string): Money {
  return money(sums.get(key as ShareKey) ?? 0n);
}

/** Whether nobody owes the victim anything more in the case. */
function isNothingOwed(frame: Frame, victim: bigint, caseNumber: bigint): boolean {
  const params = { victim: Number(victim), case: Number(caseNumber) };
  const which = { where: 'l.victimId = :victim AND +l.caseId = :case', params };
  if (liabilityRows(frame, which).every(({ outstanding }) => outstanding <= 0n)) return true;
  // What others who owe it jointly have paid is found with more work, and only where anything is joint.
  const { isAny } = frame.first(
    'SELECT EXISTS (SELECT 1 FROM jointOrders WHERE position <= :position AND effectiveOn <= :day) AS isAny',
  ) as { readonly isAny: bigint };
  if (isAny === 0n) return false;
  return liabilityViews(frame, which).every(({ outstanding }) => parseMoney(outstanding) <= noMoney);
}
