import type { LedgerEvent } from '../../domain/events.ts';
import { noMoney, parseMoney, subtract, sum, type Money } from '../../domain/money.ts';
import { amount, line, total, type Line, type Term } from './arithmetic.ts';
import { countOf } from './consequences.ts';
import { amountsShown } from './explanation.ts';

/** These amounts together: each of them, or, of very many, what they come to. */
export function movedLine(moved: readonly Money[], note: string, recorded?: Money): Line {
  const isShort = moved.length <= amountsShown;
  const beside = isShort ? note : `${note}: ${countOf(moved.length, 'amount')} together`;
  return line(together(moved), { note: beside, ...(recorded !== undefined && { recorded }) });
}

/** The sum of these amounts, or, of very many, what it comes to. */
export function together(moved: readonly Money[]): Term {
  return moved.length <= amountsShown ? total(moved) : amount(sum(moved));
}

const recoveries = [
  'RecoveryCredited',
  'RecoveryReversed',
  'OverpaymentTakenBack',
  'RecoveryTakenBack',
] as const;

type Recovery = (typeof recoveries)[number];

/** Whether the event says what a receipt brought under a liability, or what of that went again. */
export function isRecovery(event: LedgerEvent): event is Extract<LedgerEvent, { type: Recovery }> {
  return recoveries.some((type) => type === event.type);
}

/** What an event of a receipt paid on a liability or a debt: below nothing where it came back, or was taken back; undefined for any other. */
export function paidBy({ type, data }: LedgerEvent): Money | undefined {
  switch (type) {
    case 'RecoveryCredited':
      return parseMoney(data.accepted);
    case 'DebtCredited':
      return parseMoney(data.amount);
    case 'RecoveryReversed':
    case 'OverpaymentTakenBack':
    case 'RecoveryTakenBack':
    case 'DebtReversed':
      return subtract(noMoney, parseMoney(data.amount));
    default:
      return undefined;
  }
}

/** What had ended of a liability, and gave way to a payment: below nothing, or nothing. */
export function gaveWayBy({ type, data }: LedgerEvent): Money {
  const hadEnded = type === 'RecoveryCredited' ? data.hadEnded : undefined;
  return subtract(noMoney, parseMoney(hadEnded ?? '0.00'));
}

/** The same, and what it paid of interest and penalties. */
export function appliedBy(event: LedgerEvent): Money | undefined {
  switch (event.type) {
    case 'InterestCredited':
    case 'PenaltyCredited':
      return parseMoney(event.data.amount);
    case 'InterestReversed':
    case 'PenaltyReversed':
      return subtract(noMoney, parseMoney(event.data.amount));
    default:
      return paidBy(event);
  }
}
