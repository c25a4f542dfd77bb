import { add, money, noMoney, type Money } from '../domain/money.ts';
import { accounts, type Account, type Family } from './accounts.ts';
import type { EntryRow } from './journal.ts';
import { tableOf, type Change } from './read-model.ts';

/** All that has ever gone from one account to another: the trial balance in a few rows, however long the journal. */
export interface FlowRow {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: bigint;
}

/** The sums of the journal, by pair of accounts. */
export const flowTable = tableOf<FlowRow>({
  name: 'flows',
  columns: { debit: 'word', credit: 'word', amount: 'amount' },
  key: ['debit', 'credit'],
  indexes: [],
});

/** Every pair of accounts, whether or not anything may go from the one to the other: the keys of all flows. */
export const accountPairs: readonly (readonly [debit: string, credit: string])[] = Object.keys(
  accounts,
).flatMap((debit) =>
  Object.keys(accounts).flatMap((credit): [string, string][] => (debit === credit ? [] : [[debit, credit]])),
);

/** The sums of some entries, to be added to those of before. */
export class Flows {
  readonly #sums = new Map<Account, Map<Account, bigint>>();

  count({ debit, credit, amount }: EntryRow): void {
    const from = this.#sums.get(debit) ?? new Map<Account, bigint>();
    from.set(credit, (from.get(credit) ?? 0n) + amount);
    this.#sums.set(debit, from);
  }

  *changes(): Iterable<Change> {
    for (const [debit, from] of this.#sums) {
      for (const [credit, amount] of from) yield flow(debit, credit, amount);
    }
  }
}

function flow(debit: Account, credit: Account, amount: bigint): Change {
  return {
    key: [debit, credit],
    to: (row) => ({ debit, credit, amount: ((row as FlowRow | undefined)?.amount ?? 0n) + amount }),
  };
}

/** The balance of each family of accounts, debits less credits: nothing, or the books are wrong. */
export function familyBalances(flows: Iterable<FlowRow>): Readonly<Record<Family, Money>> {
  const balances = { money: noMoney, claims: noMoney };
  for (const { debit, credit, amount } of flows) {
    balances[accounts[debit]] = add(balances[accounts[debit]], money(amount));
    balances[accounts[credit]] = add(balances[accounts[credit]], money(-amount));
  }
  return balances;
}
