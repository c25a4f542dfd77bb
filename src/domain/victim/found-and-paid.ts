/**
 * Of what events about findings and payments are made.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { MoneyText } from '../money.ts';
import type { LossHead } from '../statutes/loss-heads.ts';

/** What was found under one head, with the values that it was reckoned from, where the finding gave them. */
export interface HeadFound {
  readonly head: LossHead;
  readonly amount: MoneyText;
  /** Of property, on the day of its loss, and on that of sentencing; and of the part returned, on the day of return. */
  readonly valueAtLoss?: MoneyText;
  readonly valueAtSentencing?: MoneyText;
  readonly valueReturned?: MoneyText;
  /** Of labor or services, to the defendant; and as minimum wage and overtime have it. */
  readonly grossValue?: MoneyText;
  readonly minimumWageValue?: MoneyText;
}

/** To whom money for a victim went. The victim is its beneficiary, whoever is paid. */
export type PaidTo = 'VICTIM' | 'REPRESENTATIVE' | 'CRIME_VICTIMS_FUND';

/** Why a payment out came back. */
export type DisbursementReturnReason = 'UNDELIVERABLE' | 'STALE' | 'STOPPED' | 'VOIDED' | 'REFUSED' | 'OTHER';
