import { causeInWords } from '../queries/causes.ts';
import type { LiabilityView } from '../views/ledger.ts';
import type { PolicyId } from '../../domain/policy/catalogue.ts';
import type { LedgerEvent } from '../../domain/events.ts';
import type { MoneyText } from '../../domain/money.ts';
import { groupedAmount } from './arithmetic.ts';

/** What full recovery ends, or brings back, of many liabilities at once. */
export type ListEvent = Extract<LedgerEvent, { type: 'LiabilitiesTerminated' | 'LiabilitiesReinstated' }>;

/** That full recovery ended what was owed, and what stands `behind` that. */
export function endWords(
  { effectiveOn, data: { epoch } }: ListEvent,
  owed: MoneyText,
  behind: string,
): string {
  return `On ${effectiveOn}, ${groupedAmount(owed)} that was still owed ended by law, with full recovery ${String(epoch)} of the victim.${behind}`;
}

/** That what had ended with it is owed again. */
export function backWords({ effectiveOn, data: { epoch } }: ListEvent, ended: MoneyText): string {
  return `On ${effectiveOn}, ${groupedAmount(ended)} came to be owed again: full recovery ${String(epoch)} was undone.`;
}

type Of<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>;

/** That the term of a liability is over. */
export function overWords({ effectiveOn, data: { amount } }: Of<'LiabilityExpired'>): string {
  return `On ${effectiveOn}, ${groupedAmount(amount)} that was still owed ended, for the term of the liability is over.`;
}

/** That this was an error: what it had ended is owed again, or, of an order set aside since, set aside with that. */
export function notOverWords({
  effectiveOn,
  data: { amount, vacated },
}: Of<'LiabilityExpiryUndone'>): string {
  const became =
    vacated === undefined
      ? `${groupedAmount(amount)} came to be owed again`
      : `${groupedAmount(vacated)} that had ended was set aside with the order`;
  return `On ${effectiveOn}, ${became}: that the term was over had been recorded in error.`;
}

/**
 * The answers by which liabilities end: what was owed as full recovery was reached, unless a larger loss is pending; what came to be
 * owed after it, as the question on later orders says.
 */
export function endPolicies(isReached: boolean): readonly PolicyId[] {
  return [isReached ? 'P-14' : 'P-16', 'P-22'];
}

/** Those by which they come back. */
export const backPolicies: readonly PolicyId[] = ['P-15', 'P-19'];

/** What stands behind the ending of the liability, where it is the one that holds. */
export function behindWords({ ending }: LiabilityView, position: number): string {
  if (ending?.position !== position) return '';
  if (ending.byReceipt !== null) return ` The payment behind it is receipt ${ending.byReceipt}.`;
  if (ending.cause === null) return ' Nothing was paid then: the law was asked anew (ReviewLiabilities).';
  return ` What brought it about is ${causeInWords(ending.cause)} (position ${String(ending.cause.position)}).`;
}
