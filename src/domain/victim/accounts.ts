import type { CaseId } from '../ids.ts';
import { add, noMoney } from '../money.ts';
import { emptyAccount, type CameIn, type CaseAccount } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

/** Nothing, on every track. */
export const none = emptyAccount.credited;

/** Adds the change to the account of the case and to the total over all cases. */
export function move(state: VictimState, caseId: CaseId, change: Partial<CaseAccount>): void {
  state.accounts.set(caseId, moved(state.accounts.get(caseId) ?? emptyAccount, change));
  state.total = moved(state.total, change);
}

function moved(account: CaseAccount, change: Partial<CaseAccount>): CaseAccount {
  const { interest } = change;
  return {
    ...cameIn(account, change),
    // Most that comes in is no interest, and is added up at every payment.
    interest: interest === undefined ? account.interest : cameIn(account.interest, interest),
    disbursed: add(account.disbursed, change.disbursed ?? noMoney),
    toFund: add(account.toFund, change.toFund ?? noMoney),
    unclaimed: add(account.unclaimed, change.unclaimed ?? noMoney),
    paidBeside: add(account.paidBeside, change.paidBeside ?? noMoney),
    toldPaidOut: add(account.toldPaidOut, change.toldPaidOut ?? noMoney),
  };
}

function cameIn(account: CameIn, change: Partial<CameIn>): CameIn {
  return {
    credited: addByTrack(account.credited, change.credited ?? none),
    underVacated: addByTrack(account.underVacated, change.underVacated ?? none),
    cleared: addByTrack(account.cleared, change.cleared ?? none),
    clearedUnderVacated: addByTrack(account.clearedUnderVacated, change.clearedUnderVacated ?? none),
  };
}

function addByTrack(a: CaseAccount['credited'], b: CaseAccount['credited']): CaseAccount['credited'] {
  return {
    TRAFFICKING: add(a.TRAFFICKING, b.TRAFFICKING),
    FULL_AMOUNT: add(a.FULL_AMOUNT, b.FULL_AMOUNT),
  };
}
