import { accounts, type Account } from '../../domain/chart-of-accounts.ts';
import { add, formatMoney, noMoney, subtract, sum } from '../../domain/money.ts';
import type { TrialBalanceView } from '../views/ledger.ts';
import type { Frame } from './frame.ts';
import { flowsOn, type Flow } from './journal-sums.ts';

/** Every account with what ever went into it and out of it. */
export function trialBalanceOf(frame: Frame): TrialBalanceView {
  return trialBalanceFrom(flowsOn(frame));
}

/** The same, of all that went from account to account. */
export function trialBalanceFrom(flows: readonly Flow[]): TrialBalanceView {
  const totalOf = (side: 'debit' | 'credit', account: Account) =>
    sum(flows.filter((flow) => flow[side] === account).map(({ amount }) => amount));
  const balances = (Object.keys(accounts) as Account[]).map((account) => {
    const [debit, credit] = [totalOf('debit', account), totalOf('credit', account)];
    return { account, debit, credit, balance: subtract(debit, credit) };
  });
  return {
    accounts: balances.map(({ account, debit, credit, balance }) => ({
      account,
      debit: formatMoney(debit),
      credit: formatMoney(credit),
      balance: formatMoney(balance),
    })),
    difference: formatMoney(balances.reduce((total, { balance }) => add(total, balance), noMoney)),
  };
}
