/** How a case divided a receipt, round by round. */
import { stepsFor } from '../../domain/case/allocation.ts';
import type { PaymentAllocated } from '../../domain/case/allocation-events.ts';
import { liabilityKey } from '../../domain/liability/liability-index.ts';
import { accessoryKey } from '../../domain/case/keys.ts';
import type { CaseState, Visit } from '../../domain/case/state.ts';
import { hasAssessment, isRankedByCourt, type Claim } from '../../domain/case/waterfall.ts';
import type { OrderId } from '../../domain/ids.ts';
import { formatMoney, noMoney, parseMoney, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import type { Pass, ReceiptState } from '../../domain/receipt/state.ts';
import { assessmentOrderOfPayment } from '../../domain/statutes/18-usc-2259a-d-2-order-of-payment.ts';
import { applicationOfPayments } from '../../domain/statutes/18-usc-3612-i-application-of-payments.ts';
import { orderOfPayment } from '../../domain/statutes/18-usc-3612-c-order-of-payment.ts';
import { amount, groupedAmount, line, type Line } from './arithmetic.ts';
import { countOf } from './consequences.ts';
import { divisionLines, leftAfter, type Sharer } from './division-shown.ts';
import type { StepDraft } from './explanation.ts';
import { applied } from './policy-book.ts';
import { quoted } from './quoted-law.ts';

/** What a round of a division is explained from. */
export interface RoundAsked {
  /** The case as it stood when the round began. */
  readonly state: CaseState;
  readonly allocated: PaymentAllocated;
  /** What the stream of the receipt says of it, at the end. */
  readonly receipt: Pick<ReceiptState, 'received' | 'passes'>;
  /** What the ledger recorded of the round for each liability, by order and victim, and for each debt, by its id. */
  readonly recorded: ReadonlyMap<string, Money>;
  readonly policies: Policies;
}

/** One round: whom it was offered to, step after step, each share to the cent. */
export function roundStep(asked: RoundAsked): StepDraft {
  const { allocated, state, policies } = asked;
  const { caseId, receiptId, round, unallocated, defendantId } = allocated.data;
  const { orderId, offered, visit } = offerOf(asked);
  const declined = allocated.data.isAnew ? undefined : state.receipts.get(receiptId)?.declined;
  const offer = { defendantId, orderId, visit, round, amount: offered };
  const steps = stepsFor(state, offer, { caseId, on: allocated.effectiveOn, policies, declined });
  const order = orderFollowed(asked, visit);
  const isBeyond = steps.some((step) => step.some(({ accessory }) => accessory !== undefined));
  const lines: Line[] = [];
  let left = offered;
  for (const step of steps) {
    if (left === noMoney) break;
    const sharers = step.map((claim) => sharerOf(claim, asked));
    lines.push(...divisionLines(left, sharers, policies['P-26']));
    left = leftAfter(left, sharers);
  }
  const rest = line(amount(left), { note: 'found nobody to take it', recorded: parseMoney(unallocated) });
  return {
    says: `${round === 1 ? '' : `Round ${String(round)}: `}${groupedAmount(formatMoney(offered))} came to be divided in case ${caseId}. ${order.says} ${countOf(steps.length, 'step')} of that order ${steps.length === 1 ? 'is' : 'are'} open; each is paid in full before the next is paid anything.${namedWords(orderId)}`,
    law: quoted(...order.citations, ...(isBeyond ? [applicationOfPayments.citation] : [])),
    policies: applied(policies, 'P-39', 'P-25', 'P-26', 'P-09'),
    arithmetic: [...lines, rest],
  };
}

function namedWords(orderId: OrderId | null): string {
  return orderId === null ? '' : ` The payor named order ${orderId}, which comes first among its like.`;
}

interface Offered {
  readonly orderId: OrderId | null;
  readonly offered: Money;
  readonly visit: Visit;
}

/** What came to this round: from the payor, from another case, or from the round before. */
function offerOf({ state, allocated, receipt }: RoundAsked): Offered {
  const { receiptId, visit: number = 1, reach = null, isAssessed = false } = allocated.data;
  const visit = { number, reach, isAssessed };
  const before = state.receipts.get(receiptId);
  if (before !== undefined && before.visit.number >= number)
    return { orderId: null, offered: before.excess, visit };
  const pass: Pass | undefined = receipt.passes[number - 2];
  if (pass !== undefined) return { orderId: null, offered: pass.amount, visit };
  const { orderId = null, amount: came = noMoney } = receipt.received ?? {};
  return { orderId, offered: came, visit };
}

function sharerOf(claim: Claim, { recorded: shares }: RoundAsked): Sharer {
  const { owed, ordered } = claim;
  const { key, name } = namesOf(claim);
  return { name, owed, ordered, recorded: shares.get(key) ?? noMoney };
}

function namesOf({ liability, debt, accessory }: Claim): { readonly key: string; readonly name: string } {
  if (accessory) {
    const kind = accessory.rung.startsWith('INTEREST') ? 'INTEREST' : 'PENALTY';
    return {
      key: accessoryKey(kind, accessory.principal),
      name: `${accessory.rung} ${accessoryKey(kind, accessory.principal)}`,
    };
  }
  if (debt) return { key: debt.debtId, name: `debt ${debt.debtId} (${debt.kind})` };
  if (!liability) return { key: '', name: '' };
  return { key: liabilityKey(liability), name: `${liability.victimId} under ${liability.orderId}` };
}

/** Which order of payment is followed, and by whose words (P-39). */
function orderFollowed(
  { state, allocated, policies }: RoundAsked,
  { isAssessed }: Visit,
): { readonly says: string; readonly citations: readonly string[] } {
  const { defendantId } = allocated.data;
  const others = ['18 U.S.C. 3664(i)'];
  if (policies['P-39'] === 'AO_245B') {
    return {
      says: 'It follows the order of payment that the judgment form prints (AO 245B).',
      citations: others,
    };
  }
  const hasOne = isAssessed || hasAssessment(state, defendantId);
  const { citation } = hasOne ? assessmentOrderOfPayment : orderOfPayment;
  const byCourt = isRankedByCourt(state, { defendantId, on: allocated.effectiveOn, policies })
    ? 'the order that the judgment sets, and behind it that of '
    : '';
  const why = hasOne
    ? 'an assessment under 18 U.S.C. 2259A stands on the payor'
    : 'no assessment under 18 U.S.C. 2259A stands on the payor';
  return { says: `It follows ${byCourt}${citation}, for ${why}.`, citations: [citation, ...others] };
}
