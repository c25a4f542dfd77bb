import { stillOwed, type JointGroup } from '../../domain/liability/joint.ts';
import { discharged, outstanding, terminated, type Liability } from '../../domain/liability/liability.ts';
import { noMoney, parseBalance, parseMoney, subtract, sum, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { owedJointly, type CreditMethod } from '../../domain/statutes/18-usc-3664-h-joint-and-several.ts';
import {
  amount,
  cut,
  greatest,
  least,
  line,
  minus,
  orNothing,
  over,
  times,
  total,
  type Line,
  type Term,
} from './arithmetic.ts';

/** Where one stream finds who owes jointly. */
export interface OwedWith {
  readonly group: JointGroup | undefined;
  readonly under: (orderId: Liability['orderId']) => Liability | undefined;
  readonly policies: Policies;
}

/** What is owed under a liability, in lines, beside what others who owe it jointly have paid (3664(h), P-23). */
export interface OwedShown {
  readonly owed: Money;
  readonly lines: readonly Line[];
  readonly isJoint: boolean;
}

/** What is still owed under a liability, as a stream knows it. */
export function owedShown(liability: Liability, { group, under, policies }: OwedWith): OwedShown {
  const { orderId } = liability;
  const owed = stillOwed(liability, { group, under, otherwise: policies['P-23'] });
  if (isOver(liability)) return { owed, lines: [], isJoint: false };
  const note = `owed under ${orderId}: ordered, less paid, less ended`;
  const gross = outstanding(liability);
  const own = line(orNothing(byItself(liability)), { note });
  const jointly = (group?.orderIds ?? []).flatMap((each) => under(each) ?? []);
  const at = jointly.findIndex((each) => each.orderId === orderId);
  if (group === undefined || gross === noMoney || at < 0) return { owed, lines: [own], isJoint: false };
  const method = group.crediting ?? policies['P-23'];
  const shares = jointly.map((each) => ({
    orderId: each.orderId,
    ordered: each.ordered,
    paid: discharged(each),
    isVacated: each.isVacated,
  }));
  const joint = jointLines(shares, at, method);
  const limited = line(least(amount(gross), amount(parseMoney(joint.at(-1)?.result ?? '0.00'))), {
    note: 'no more than is left of the own amount and of the loss',
    recorded: owed,
  });
  return { owed, lines: [own, ...joint, limited], isJoint: true };
}

/** Whether nothing is owed, whatever was paid: there is no sum to redo. */
function isOver({ isVacated, isExpired }: Liability): boolean {
  return isVacated || isExpired;
}

/** What was ordered, less what was paid, credited by courts, and ended. */
function byItself(liability: Liability): Term {
  const { ordered, paid } = liability;
  const reduced = subtract(discharged(liability), paid);
  const unpaid = minus(amount(ordered), amount(paid));
  const unreduced = reduced === noMoney ? unpaid : minus(unpaid, amount(reduced));
  return minus(unreduced, amount(terminated(liability)));
}

/** What one of several who owe a loss still owes of it: of the own amount, and of the loss that all have paid on. */
export function jointLines(
  shares: readonly Pick<Liability, 'orderId' | 'ordered' | 'paid' | 'isVacated'>[],
  at: number,
  method: CreditMethod,
): readonly Line[] {
  const own = shares[at];
  if (own === undefined) return [];
  const standing = shares.filter(({ isVacated }) => !isVacated);
  const [first = amount(noMoney), ...others] = standing.map(({ ordered }) => amount(ordered));
  const loss = line(greatest(first, ...others), {
    note: 'the loss: the greatest amount that is ordered, and was not set aside',
  });
  const paid = shares.map((each) => each.paid);
  const left = line(minus(amount(parseMoney(loss.result)), total(paid)), {
    note: 'left of the loss, after what all of them have paid',
  });
  const credits = shares.filter((_, other) => other !== at).map((other) => creditOf(other, own, method));
  const rest = credits.reduce(minus, minus(amount(own.ordered), amount(own.paid)));
  const ofOwn = line(rest, { note: `left of the own amount; what others paid counts by ${method}` });
  const leftOfLoss = subtract(parseMoney(loss.result), sum(paid));
  const ofOwnCents = parseBalance(ofOwn.result);
  const joint = line(orNothing(least(amount(ofOwnCents), amount(leftOfLoss))), {
    recorded: owedJointly(shares, at, method),
  });
  return [loss, left, ofOwn, joint];
}

/** What is taken off the own amount for what another has paid, as the method has it. */
function creditOf(
  { ordered, paid }: Pick<Liability, 'ordered' | 'paid'>,
  own: Pick<Liability, 'ordered'>,
  method: CreditMethod,
): Term {
  const overlap = least(amount(ordered), amount(own.ordered));
  switch (method) {
    case 'OWN_AMOUNT_OR_VICTIM_WHOLE':
      return amount(noMoney);
    case 'PER_JUDGMENT':
      return amount(paid);
    case 'PRO_RATA':
      return ordered === noMoney ? amount(noMoney) : cut(over(times(amount(paid), overlap), amount(ordered)));
    case 'NON_OVERLAP_FIRST':
      return orNothing(minus(amount(paid), minus(amount(ordered), overlap)));
  }
}
