import { allocate, least, money, noMoney, subtract, sum, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';

/** One of those who share: what is still owed to it, and what was ordered. */
export interface Sharing {
  readonly owed: Money;
  readonly ordered: Money;
}

/**
 * Divides the amount, or all that is owed where that is less, among those who share (P-26). The shares sum to it, and no
 * share is above what is owed.
 */
export function divide(
  amount: Money,
  sharing: readonly Sharing[],
  answer: Policies['P-26'],
): readonly Money[] {
  const owed = sharing.map((each) => each.owed);
  const placed = least(amount, sum(owed));
  switch (answer) {
    case 'OUTSTANDING':
      return allocate(placed, owed);
    case 'ORDERED':
      return byOrdered(placed, sharing);
    case 'OUTSTANDING_CUT':
      return cut(placed, owed);
  }
}

/** In proportion to what was ordered; what is above somebody's balance is shared by the others, until nothing is. */
function byOrdered(placed: Money, sharing: readonly Sharing[]): readonly Money[] {
  const shares = sharing.map(() => noMoney);
  let open = [...sharing.keys()].filter((at) => owedAt(sharing, at) > noMoney);
  let left = placed;
  while (left > noMoney) {
    const offered = allocate(
      left,
      open.map((at) => sharing[at]?.ordered ?? noMoney),
    );
    const full = open.filter((at, index) => (offered[index] ?? noMoney) >= owedAt(sharing, at));
    if (full.length === 0) {
      for (const [index, at] of open.entries()) shares[at] = offered[index] ?? noMoney;
      return shares;
    }
    for (const at of full) {
      shares[at] = owedAt(sharing, at);
      left = subtract(left, owedAt(sharing, at));
    }
    open = open.filter((at) => !full.includes(at));
  }
  return shares;
}

function owedAt(sharing: readonly Sharing[], at: number): Money {
  return sharing[at]?.owed ?? noMoney;
}

/** In proportion to what is outstanding, each share cut to the cent; cents left over go to the first in the judgment's order. */
function cut(placed: Money, owed: readonly Money[]): readonly Money[] {
  const whole = sum(owed);
  if (whole === noMoney) return owed.map(() => noMoney);
  const shares = owed.map((each) => money((placed * each) / whole));
  let left = subtract(placed, sum(shares));
  return shares.map((share, at) => {
    if (left === noMoney || share >= (owed[at] ?? noMoney)) return share;
    left = subtract(left, money(1n));
    return money(share + 1n);
  });
}
