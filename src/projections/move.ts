import type { Money } from '../domain/money.ts';
import type { Account } from '../domain/chart-of-accounts.ts';

/** Money, or a claim, on its way from the credited account to the debited one; below nothing, the other way. */
export interface Move {
  /** Which of several things that one event tells is meant, from 0. */
  readonly item: number;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Money;
}
