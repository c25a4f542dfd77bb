import { parseMoney } from '../../domain/money.ts';
import { jointAndSeveral } from '../../domain/statutes/18-usc-3664-h-joint-and-several.ts';
import type { LiabilityView, OrderView } from '../views/ledger.ts';
import { amount, groupedAmount, line } from './arithmetic.ts';
import type { Asking } from './asking.ts';
import type { StepDraft } from './explanation.ts';
import { applied } from './policy-book.ts';
import { quoted } from './quoted-law.ts';

/** What others who owe the loss jointly have paid in this defendant's stead, or this one in theirs, where that is kept (P-24). */
export function contributionSteps(
  { book, standpoint }: Asking,
  { order, liability }: { readonly order: OrderView; readonly liability: LiabilityView },
): readonly StepDraft[] {
  const claims = order.contributions.filter(({ victimId }) => victimId === liability.victimId);
  return claims.map(({ from, to, amount: claimed }) => ({
    says: `Under order ${to.orderId}, ${to.defendantId} has paid ${groupedAmount(claimed)} that was the share of ${from.defendantId} under order ${from.orderId}. It changes nothing of what is owed to the victim.`,
    law: quoted(jointAndSeveral.citation),
    policies: applied(book.onDay(standpoint.asOf), 'P-24'),
    arithmetic: [line(amount(parseMoney(claimed)), { note: 'paid above the own share' })],
  }));
}
