import { add, money, noMoney, type Money } from '../domain/money.ts';
import { accounts, type Account, type Family } from '../domain/chart-of-accounts.ts';
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

const names = Object.keys(accounts) as Account[];
const numbers = Object.fromEntries(names.map((account, number) => [account, number])) as Record<
  Account,
  number
>;

/** The number of a pair of accounts: the journal is long, and accounts are few. */
export function pairNumber(debit: Account, credit: Account): number {
  return numbers[debit] * names.length + numbers[credit];
}

/** The pair of this number. */
export function pairOf(number: number): { readonly debit: Account; readonly credit: Account } {
  const debit = names[Math.floor(number / names.length)] as Account;
  return { debit, credit: names[number % names.length] as Account };
}

/** The pairs of accounts of two families, which alone could keep the families from balancing: the keys of their flows. */
export const pairsAcross: readonly (readonly [debit: string, credit: string])[] = names.flatMap((debit) =>
  names
    .filter((credit) => accounts[credit] !== accounts[debit])
    .map((credit): [string, string] => [debit, credit]),
);

/** The sums of some entries, to be added to those of before. */
export class Flows {
  /** By the number of the pair. */
  readonly #sums = Array<bigint>(names.length ** 2).fill(0n);

  count({ debit, credit, amount }: EntryRow): void {
    const at = pairNumber(debit, credit);
    this.#sums[at] = (this.#sums[at] ?? 0n) + amount;
  }

  changes(): readonly Change[] {
    const changes: Change[] = [];
    this.#sums.forEach((amount, number) => {
      if (amount === 0n) return;
      const { debit, credit } = pairOf(number);
      changes.push(flow(debit, credit, amount));
    });
    return changes;
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
  const balances = {
    money: noMoney,
    claims: noMoney,
    debts: noMoney,
    accessories: noMoney,
    'over-recovery': noMoney,
    reserve: noMoney,
  };
  for (const { debit, credit, amount } of flows) {
    balances[accounts[debit]] = add(balances[accounts[debit]], money(amount));
    balances[accounts[credit]] = add(balances[accounts[credit]], money(-amount));
  }
  return balances;
}
