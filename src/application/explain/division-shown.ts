/** How an amount was divided among those who share one step, each share with its rounding (P-26). */
import { divide, type Sharing } from '../../domain/case/division.ts';
import { allocate, least as leastOf, money, noMoney, subtract, sum, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import {
  amount,
  cut,
  leftOver,
  least,
  line,
  over,
  plus,
  times,
  total,
  type Line,
  type Term,
} from './arithmetic.ts';
import { countOf } from './consequences.ts';
import { amountsShown } from './explanation.ts';

/** One of those who share, and what the ledger recorded for it. */
export interface Sharer extends Sharing {
  readonly name: string;
  readonly recorded: Money;
}

/** The division of what had come to a step; more than twenty sharers are told by their sums. */
export function divisionLines(
  offered: Money,
  sharers: readonly Sharer[],
  answer: Policies['P-26'],
): readonly Line[] {
  const owed = sharers.map((each) => each.owed);
  const [left, all] = [amount(offered), sum(owed)];
  const recorded = sum(sharers.map((each) => each.recorded));
  if (sharers.length > amountsShown) {
    const note = `${countOf(sharers.length, 'share')} together, by ${answer}: what is left of the receipt, or all that is owed`;
    return [line(least(left, amount(all)), { note, recorded })];
  }
  const placed = line(least(left, total(owed)), {
    note: 'what is left of the receipt, or all that is owed in this step',
    recorded,
  });
  if (offered >= all) return [placed, ...sharers.map(inFull)];
  const sharesShown =
    answer === 'ORDERED' ? byOrdered(offered, sharers) : byOutstanding(offered, sharers, answer);
  return sharers.length === 1 ? [placed] : [placed, ...sharesShown];
}

function inFull({ name, owed, recorded }: Sharer): Line {
  return line(amount(owed), { note: `${name}: all that is owed`, recorded });
}

function byOutstanding(placed: Money, sharers: readonly Sharer[], answer: Policies['P-26']): readonly Line[] {
  const all = sum(sharers.map(({ owed }) => owed));
  const shares = divide(placed, sharers, answer);
  return sharers.map((sharer, at) => {
    const exact = over(times(amount(placed), amount(sharer.owed)), amount(all));
    return shareLine(sharer, exact, shares[at] ?? noMoney);
  });
}

/** Who gets all that is owed stands aside, and the rest is divided anew among the others. */
function byOrdered(placed: Money, sharers: readonly Sharer[]): readonly Line[] {
  const lines: Line[] = [];
  let open = sharers.filter(({ owed }) => owed > noMoney);
  let left = placed;
  for (;;) {
    const all = sum(open.map(({ ordered }) => ordered));
    const offered = allocate(
      left,
      open.map(({ ordered }) => ordered),
    );
    const exact = ({ ordered }: Sharer): Term => over(times(amount(left), amount(ordered)), amount(all));
    const full = open.filter(({ owed }, at) => (offered[at] ?? noMoney) >= owed);
    if (full.length === 0) {
      return [...lines, ...open.map((each, at) => shareLine(each, exact(each), offered[at] ?? noMoney))];
    }
    for (const each of full) {
      const share = withCent(exact(each), offered[open.indexOf(each)] ?? noMoney);
      const note = `${each.name}: all that is owed, which is not above the share`;
      lines.push(line(least(share, amount(each.owed)), { note, recorded: each.recorded }));
    }
    left = subtract(left, sum(full.map(({ owed }) => owed)));
    open = open.filter((each) => !full.includes(each));
    if (left === noMoney || open.length === 0) return lines;
  }
}

/** The share cut to the cent, and the cent that was left over where it came here. */
function shareLine({ name, recorded }: Sharer, exact: Term, share: Money): Line {
  const rest = leftOver(exact);
  const over = rest === undefined ? 'nothing is left over' : `${rest} of a cent is left over`;
  const hasCent = share !== cut(exact).numerator;
  const note = `${name}: ${over}${hasCent ? ', and a cent comes here' : ''}`;
  return line(withCent(exact, share), { note, recorded });
}

function withCent(exact: Term, share: Money): Term {
  const whole = cut(exact);
  const more = money(share - whole.numerator);
  return more === noMoney ? whole : plus(whole, amount(more));
}

/** What is left of an amount after a step. */
export function leftAfter(offered: Money, sharers: readonly Sharing[]): Money {
  return subtract(offered, leastOf(offered, sum(sharers.map(({ owed }) => owed))));
}
