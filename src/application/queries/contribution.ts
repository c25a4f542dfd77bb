import type { DefendantId, OrderId, VictimId } from '../../domain/ids.ts';
import { contributionClaims } from '../../domain/liability/contribution.ts';
import { formatMoney, money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { liabilityRows, type LiabilityCells } from './liability-rows.ts';
import { JointlyOwed } from './joint.ts';
import type { Frame } from './frame.ts';
import type { ContributionView, PartyView } from '../views/ledger.ts';

/** What those who owe jointly with an order owe its defendant, and the other way, by victim; nothing where that is not kept (P-24). */
export function contributionsOf(
  frame: Frame,
  policies: Policies,
  orderId: OrderId,
): readonly ContributionView[] {
  if (policies['P-24'] === 'NONE') return [];
  const joint = new JointlyOwed(frame, policies);
  const order = frame.numberOf(orderId);
  const lines = liabilityRows(frame, { where: 'l.orderId = :order', params: { order } });
  return lines.flatMap((line) => claimsBeside(frame, line, joint.jointlyWith(line)));
}

function claimsBeside(
  frame: Frame,
  { orderId }: LiabilityCells,
  jointly: readonly LiabilityCells[],
): readonly ContributionView[] {
  const contributors = jointly.map(({ ordered, paid, isVacated }) => ({
    ordered: money(ordered),
    paid: money(paid),
    isVacated: isVacated !== 0n,
  }));
  return contributionClaims(contributors).flatMap(({ from, to, amount }) => {
    const [debtor, creditor] = [jointly[from], jointly[to]];
    if (debtor === undefined || creditor === undefined) return [];
    if (debtor.orderId !== orderId && creditor.orderId !== orderId) return [];
    const victimId = frame.term(debtor.victimId) as VictimId;
    const parties = { from: partyOf(frame, debtor), to: partyOf(frame, creditor) };
    return [{ victimId, ...parties, amount: formatMoney(amount) }];
  });
}

function partyOf(frame: Frame, { defendantId, orderId }: LiabilityCells): PartyView {
  return {
    defendantId: frame.term(defendantId) as DefendantId,
    orderId: frame.term(orderId) as OrderId,
  };
}
