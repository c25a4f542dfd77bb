import { noMoney, parseBalance } from '../../domain/money.ts';
import type { LiabilityView } from '../views/ledger.ts';
import { groupedAmount } from './arithmetic.ts';
import type { Asking } from './asking.ts';
import type { Fact, StepDraft } from './explanation.ts';

/** What was owed when the order was set aside: what others who owed it jointly had paid was not. */
export async function setAside(
  { queries, clocks }: Asking,
  fact: Fact,
  { orderId, victimId, vacated }: LiabilityView,
): Promise<StepDraft> {
  const before = await queries.order(orderId, { ...clocks, knownAt: `@${String(fact.position - 1)}` });
  const line = before?.liabilities.find((each) => each.victimId === victimId);
  const isRelieved = line !== undefined && parseBalance(line.relieved) !== noMoney;
  const jointly = isRelieved
    ? ` Of what was unpaid then, others who owe it jointly had paid ${groupedAmount(line.relieved)}, so ${groupedAmount(line.outstanding)} of it was owed.`
    : '';
  const what = isRelieved ? 'was unpaid under it' : 'was owed';
  return {
    says: `The order was set aside on ${fact.effectiveOn}: ${groupedAmount(vacated)} that ${what} is owed no more.${jointly} What was paid stays paid.`,
    facts: [fact],
  };
}
