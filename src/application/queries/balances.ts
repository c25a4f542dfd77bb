import type { Account } from '../../domain/chart-of-accounts.ts';
import { add, money, noMoney, parseBalance, type Money } from '../../domain/money.ts';
import type { SubjectFilter } from '../views/ledger.ts';
import type { Frame } from './frame.ts';
import { trialBalanceOf } from './trial-balance.ts';
import { entriesFrom, subjectsOf } from './subjects.ts';

/** What stands in each account by the entries about a subject, or by all of them. */
export function balancesOn(frame: Frame, filter: SubjectFilter): ReadonlyMap<Account, Money> {
  const { where, params, isEmpty } = subjectsOf(frame, filter);
  if (isEmpty) {
    const { accounts } = trialBalanceOf(frame);
    return new Map(accounts.map(({ account, balance }) => [account, parseBalance(balance)]));
  }
  const flows = frame.all(
    `SELECT j.debit, j.credit, sum(j.amount) AS amount FROM ${entriesFrom(filter)}
       WHERE j.position <= :position AND j.effectiveOn <= :day ${where} GROUP BY j.debit, j.credit`,
    params,
  ) as readonly { readonly debit: bigint; readonly credit: bigint; readonly amount: bigint }[];
  const balances = new Map<Account, Money>();
  for (const { debit, credit, amount } of flows) {
    put(balances, frame.term(debit) as Account, money(amount));
    put(balances, frame.term(credit) as Account, money(-amount));
  }
  return balances;
}

/** Puts so much into an account. */
export function put(balances: Map<Account, Money>, account: Account, amount: Money): void {
  balances.set(account, add(balances.get(account) ?? noMoney, amount));
}
