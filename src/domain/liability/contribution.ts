import { allocate, atLeastNothing, noMoney, subtract, sum, type Money } from '../money.ts';

/** What one of several who owe a loss jointly was ordered to pay, and has paid; nothing of the loss is theirs once that was set aside. */
export interface Contributor {
  readonly ordered: Money;
  readonly paid: Money;
  readonly isVacated: boolean;
}

/** That one who paid less than the own share owes one who paid more: both by their places. */
export interface ContributionClaim {
  readonly from: number;
  readonly to: number;
  readonly amount: Money;
}

/**
 * What those who owe jointly would owe each other, if there were contribution between them (P-24). The share of each in
 * what all have paid is in proportion to what was ordered, by largest remainder; what one paid above it is claimed from
 * those who paid less, in proportion to what each of them lacks. The claims of each sum to what was paid above the share.
 */
export function contributionClaims(contributors: readonly Contributor[]): readonly ContributionClaim[] {
  const weights = contributors.map(({ ordered, isVacated }) => (isVacated ? noMoney : ordered));
  if (sum(weights) === noMoney) return [];
  const paid = contributors.map((each) => each.paid);
  const shares = allocate(sum(paid), weights);
  const above = paid.map((each, at) => atLeastNothing(subtract(each, shares[at] ?? noMoney)));
  let lacking = paid.map((each, at) => atLeastNothing(subtract(shares[at] ?? noMoney, each)));
  return above.flatMap((claimed, to) => {
    const parts = allocate(claimed, lacking);
    lacking = lacking.map((each, at) => subtract(each, parts[at] ?? noMoney));
    return parts.flatMap((amount, from) => (amount === noMoney ? [] : [{ from, to, amount }]));
  });
}
