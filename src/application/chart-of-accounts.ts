import { accounts, type Account, type Family } from '../domain/chart-of-accounts.ts';

/** Every account of the journal, with the family whose balances sum to nothing, in the order of the chart. */
export const chartOfAccounts: readonly { readonly account: Account; readonly family: Family }[] = (
  Object.entries(accounts) as [Account, Family][]
).map(([account, family]) => ({ account, family }));
