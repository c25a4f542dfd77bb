import { noMoney, parseMoney, subtract } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { DisbursementWithheld } from '../payment/events.ts';
import { move } from './accounts.ts';
import type { DisbursementReturned, RestitutionDisbursed } from './events.ts';
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
    const { paidTo = 'VICTIM', representativeId, beside: said } = event.data;
    const beside = said === undefined ? noMoney : parseMoney(said);
    const payee: Pick<Disbursement, 'paidTo' | 'representativeId'> = { paidTo, representativeId };
    const paid = {
      disbursementId,
      victimId,
      caseId,
      amount,
      on: event.effectiveOn,
      ...payee,
      beside,
      returned: undefined,
    };
    state.disbursements.set(key, paid);
    return move(state, caseId, paidOut({ amount, paidTo, beside }));
  }
  const disbursement = state.disbursements.get(key);
  invariant(disbursement !== undefined, 'a disbursement is returned that was never made');
  const returned = { on: event.effectiveOn, reason: event.data.reason };
  state.disbursements.set(key, { ...disbursement, returned });
  const { paidTo, beside } = disbursement;
  const back = { amount: subtract(noMoney, amount), paidTo, beside: subtract(noMoney, beside) };
  move(state, caseId, paidOut(back));
}

/** How an account changes by a payment out; by its return, with less than nothing. */
export function paidOut({
  amount,
  paidTo,
  beside,
}: Pick<Disbursement, 'amount' | 'paidTo' | 'beside'>): Pick<
  CaseAccount,
  'disbursed' | 'toFund' | 'paidBeside'
> {
  const toFund = paidTo === 'CRIME_VICTIMS_FUND' ? amount : noMoney;
  return { disbursed: amount, toFund, paidBeside: beside };
}
