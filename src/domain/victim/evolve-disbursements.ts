import type { DisbursementId } from '../ids.ts';
import { noMoney, parseMoney, subtract } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { DisbursementWithheld, InstrumentEvent, UnclaimedEvent } from '../payment/events.ts';
import { lifeWith, unseen } from '../payment/instrument.ts';
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
    const { paidTo = 'VICTIM', representativeId, replaces, beside: said } = event.data;
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
      replaces,
      returned: undefined,
    };
    state.disbursements.set(key, paid);
    if (replaces !== undefined) replace(state, { replaces, paid });
    return move(state, caseId, paidOut({ amount, paidTo, beside }));
  }
  const disbursement = state.disbursements.get(key);
  invariant(disbursement !== undefined, 'a disbursement is returned that was never made');
  const returned = { on: event.effectiveOn, reason: event.data.reason };
  state.disbursements.set(key, { ...disbursement, returned });
  const { paidTo, beside } = disbursement;
  const interest = event.data.interest === undefined ? noMoney : parseMoney(event.data.interest);
  const back = { amount: subtract(noMoney, amount), paidTo, beside: subtract(interest, beside) };
  move(state, caseId, { ...paidOut(back), toldPaidOut: subtract(noMoney, interest) });
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

/** Carries what has become of a payment at the bank into the state of its victim. */
export function evolveInstrument({ instruments }: VictimState, event: InstrumentEvent): void {
  const key = paymentKey(event.data);
  instruments.set(key, lifeWith(instruments.get(key) ?? unseen, event));
}

/** Carries where money waits that nobody claims into the state of its victim. */
export function evolveUnclaimed(state: VictimState, event: UnclaimedEvent): void {
  const key = paymentKey(event.data);
  const { effectiveOn: on } = event;
  const amount = parseMoney(event.data.amount);
  const life = state.instruments.get(key) ?? unseen;
  const before = life.unclaimed ?? { setAsideOn: on };
  switch (event.type) {
    case 'UnclaimedMoneySetAside':
      state.instruments.set(key, { ...life, unclaimed: { setAsideOn: on } });
      return move(state, event.data.caseId, { unclaimed: amount });
    case 'UnclaimedMoneyDeposited':
      return state.instruments.set(key, { ...life, unclaimed: { ...before, depositedOn: on } });
    case 'UnclaimedMoneyWithdrawn':
      state.instruments.set(key, { ...life, unclaimed: { ...before, withdrawnOn: on } });
      return move(state, event.data.caseId, { unclaimed: subtract(noMoney, amount) });
  }
}

/** The payment that took the place of another is known where that one is. */
export function replace(
  { instruments }: VictimState,
  { replaces, paid }: { readonly replaces: DisbursementId; readonly paid: Disbursement },
): void {
  const key = paymentKey({ disbursementId: replaces, victimId: paid.victimId });
  instruments.set(key, { ...(instruments.get(key) ?? unseen), replacedBy: paid.disbursementId });
}
