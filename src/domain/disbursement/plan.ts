import type { CaseId, RepresentativeId, VictimId } from '../ids.ts';
import { atLeastNothing, least, noMoney, subtract, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { PaidTo } from '../victim/events.ts';
import type { NoPayee, PayeeFound } from './payee.ts';
import type { PaymentTerms } from './terms.ts';

/** What the court holds for one victim out of one case, and what is known of that money. */
export interface HeldFor {
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  /** Credited and neither paid out nor gone to the Treasury; below nothing where more went out than came in. */
  readonly held: Money;
  /** Out of receipts that have not cleared. */
  readonly onHold: Money;
  /** Out of other receipts, under orders whose appeal is pending. */
  readonly onAppeal: Money;
  /** Of payments that came back, and were not made again. */
  readonly cameBack: Money;
  /** The Crime Victims Fund's by assignment, and not paid to it. */
  readonly forFund: Money;
  /** Whether an assignment reaches money of which it is not known what is the Fund's. */
  readonly isMixed: boolean;
  readonly payee: PayeeFound;
  /** Whether nobody owes the victim anything more in the case; asked only where it matters. */
  isLast(): boolean;
}

/** One payment of a plan: the victim's money, and whom it goes to. */
export interface PlannedPayment {
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly amount: Money;
  readonly paidTo: PaidTo;
  /** There where the payee is a representative or heir. */
  readonly representativeId?: RepresentativeId;
}

/** Money that is not paid, and why. */
export interface KeptBack {
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  /** Below nothing where more went out than came in. */
  readonly amount: Money;
  readonly reason: KeptReason;
}

/**
 * Why money is not paid out: it has not cleared, an appeal is pending, an earlier payment came back, the share is too
 * small and kept for its payee, nobody knows what of it is the Fund's, more has gone out than came in, or there is no one
 * payee.
 */
export type KeptReason =
  | 'NOT_CLEARED'
  | 'APPEAL_PENDING'
  | 'CAME_BACK'
  | 'BELOW_MINIMUM'
  | 'ASSIGNMENT_NOT_MEASURED'
  | 'PAID_TOO_MUCH'
  | NoPayee;

/** What is paid of one victim's money of one case, and what is not: payments + kept = held, to the cent. */
export interface PlanFor {
  readonly payments: readonly PlannedPayment[];
  readonly kept: readonly KeptBack[];
}

/** How a plan is made. */
export interface PlannedUnder {
  readonly terms: PaymentTerms;
  readonly policies: Policies;
}

/** What of the money held for a victim out of a case is paid, and why the rest is not. */
export function planFor(of: HeldFor, under: PlannedUnder): PlanFor {
  const { victimId, caseId, held } = of;
  const kept: KeptBack[] = [];
  const keep = (reason: KeptReason, amount: Money): void => {
    if (amount !== noMoney) kept.push({ victimId, caseId, amount, reason });
  };
  if (held < noMoney) keep('PAID_TOO_MUCH', held);
  let left = atLeastNothing(held);
  for (const [reason, most] of reasonsIn(of, left, under)) {
    const amount = least(most, left);
    keep(reason, amount);
    left = subtract(left, amount);
  }
  const shares = sharesOf(of, left).filter(({ amount }) => amount > noMoney);
  const few = shares.filter(({ amount }) => amount < minimumUnder(under));
  const isLast = few.length > 0 && kept.length === 0 && of.isLast();
  const earmarked = isLast ? [] : few;
  for (const { amount } of earmarked) keep('BELOW_MINIMUM', amount);
  const payments = shares.filter((share) => !earmarked.includes(share));
  return { payments: payments.map((share) => ({ victimId, caseId, ...share })), kept };
}

type Share = Pick<PlannedPayment, 'amount' | 'paidTo' | 'representativeId'>;

/** What keeps money back, the gravest first, each with the most that it keeps. */
function reasonsIn(
  { payee, isMixed, cameBack, onAppeal, onHold }: HeldFor,
  all: Money,
  { policies }: PlannedUnder,
): readonly (readonly [KeptReason, Money])[] {
  return [
    ...(typeof payee === 'string' ? [[payee, all] as const] : []),
    ...(isMixed ? [['ASSIGNMENT_NOT_MEASURED', all] as const] : []),
    ...(policies['P-28'] === 'EARMARK' ? [['CAME_BACK', cameBack] as const] : []),
    ['NOT_CLEARED', onHold],
    ['APPEAL_PENDING', onAppeal],
  ];
}

/** What the Fund has by assignment, and what is the victim's own. */
function sharesOf({ forFund, payee }: HeldFor, left: Money): readonly Share[] {
  const fund = least(atLeastNothing(forFund), left);
  const own = subtract(left, fund);
  const representativeId = typeof payee === 'string' ? undefined : payee.representativeId;
  return [
    representativeId === undefined
      ? { amount: own, paidTo: 'VICTIM' }
      : { amount: own, paidTo: 'REPRESENTATIVE', representativeId },
    { amount: fund, paidTo: 'CRIME_VICTIMS_FUND' },
  ];
}

function minimumUnder({ terms, policies }: PlannedUnder): Money {
  return policies['P-27'] === 'NO_MINIMUM' ? noMoney : terms.minimum;
}
