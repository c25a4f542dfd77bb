/** What a defendant can owe under a judgment, as the orders of payment of 18 U.S.C. 2259A(d)(2) and 3612(c) tell it apart. */
import type { RestitutionStatute } from './restitution-statutes.ts';

/** Obligations to the United States or the public, which stand beside restitution to victims. */
export const debtKinds = [
  'ASSESSMENT_3013',
  'ASSESSMENT_2259A',
  'ASSESSMENT_3014',
  'FINE',
  'COMMUNITY_RESTITUTION',
  'PENALTY',
  'COSTS',
] as const;

/** One kind of debt: an assessment by the section that imposes it, a fine, community restitution, a penalty, costs. */
export type DebtKind = (typeof debtKinds)[number];

/** Every obligation that an order of payment may name: restitution to child-pornography victims, to others, and debts. */
export const obligations = ['RESTITUTION_2259', 'RESTITUTION', ...debtKinds] as const;

/** One rung of an order of payment. */
export type Obligation = (typeof obligations)[number];

/** What comes to be owed on a fine or restitution beside its principal, by that: 18 U.S.C. 3612(f) and (g). */
export const accessories = [
  'INTEREST_ON_RESTITUTION_2259',
  'INTEREST_ON_RESTITUTION',
  'INTEREST_ON_FINE',
  'LATE_PENALTIES',
] as const;

/** Interest, by what bears it, or penalties for being late with any of them. */
export type Accessory = (typeof accessories)[number];

/** One rung of an order of payment that goes on to interest and penalties. */
export type Rung = Obligation | Accessory;

/** Principals, or accessories, in the order in which they are paid; those of one step share what comes in. */
export type OrderOfPayment<Of extends string = Obligation> = readonly (readonly Of[])[];

/** Whether the rung is a principal, and no interest or penalty on one. */
export function isPrincipal(rung: Obligation | Accessory): rung is Obligation {
  return (obligations as readonly string[]).includes(rung);
}

/**
 * Whether it is one of those of which sections 3572 and 3612 speak: a fine, or restitution; or an assessment under 2259A, to
 * which 2259A(d)(1) applies what they say of fines.
 */
export function isUnderRulesOfFines(obligation: Obligation): boolean {
  return (
    obligation === 'FINE' ||
    obligation === 'RESTITUTION' ||
    obligation === 'RESTITUTION_2259' ||
    obligation === 'ASSESSMENT_2259A'
  );
}

/** Which obligation an order of restitution under the statute is. */
export function obligationOf(statute: RestitutionStatute): Obligation {
  return statute === '18 U.S.C. 2259' ? 'RESTITUTION_2259' : 'RESTITUTION';
}
