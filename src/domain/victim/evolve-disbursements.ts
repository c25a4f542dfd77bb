import { noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { DisbursementWithheld } from '../payment/events.ts';
import { move } from './accounts.ts';
import type { DisbursementReturned, RestitutionDisbursed } from './events.ts';
import type { PaidTo } from './found-and-paid.ts';
import { paymentKey } from './keys.ts';
import type { CaseAccount, Disbursement } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

/** Carries money that went out, or came back, into the state of its victim. */
export function evolveDisbursement(
  state: VictimState,
  event: RestitutionDisbursed | DisbursementWithheld | DisbursementReturned,
): void {
  const { disbursementId, victimId, caseId } = event.data;
  const key = paymentKey(event.data);
  if (event.type === 'DisbursementWithheld') return state.withheld.set(key, event.data.reason);
  const amount = parseMoney(event.data.amount);
  if (event.type === 'RestitutionDisbursed') {
    const { paidTo = 'VICTIM', representativeId } = event.data;
    const payee: Pick<Disbursement, 'paidTo' | 'representativeId'> = { paidTo, representativeId };
    const paid = {
      disbursementId,
      victimId,
      caseId,
      amount,
      on: event.effectiveOn,
      ...payee,
      returned: undefined,
    };
    state.disbursements.set(key, paid);
    return move(state, caseId, paidOut(amount, paidTo));
  }
  const disbursement = state.disbursements.get(key);
  invariant(disbursement !== undefined, 'a disbursement is returned that was never made');
  const returned = { on: event.effectiveOn, reason: event.data.reason };
  state.disbursements.set(key, { ...disbursement, returned });
  move(state, caseId, paidOut(subtract(noMoney, amount), disbursement.paidTo));
}

/** How an account changes by a payment out; by its return, with less than nothing. */
export function paidOut(amount: Money, paidTo: PaidTo): Pick<CaseAccount, 'disbursed' | 'toFund'> {
  return { disbursed: amount, toFund: paidTo === 'CRIME_VICTIMS_FUND' ? amount : noMoney };
}
