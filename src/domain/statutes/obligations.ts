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

/** Obligations in the order in which they are paid; those of one step share what comes in. */
export type OrderOfPayment = readonly (readonly Obligation[])[];

/** Whether it is one of those of which sections 3572 and 3612 speak: a fine, or restitution. */
export function isFineOrRestitution(obligation: Obligation): boolean {
  return obligation === 'FINE' || obligation === 'RESTITUTION' || obligation === 'RESTITUTION_2259';
}

/** Which obligation an order of restitution under the statute is. */
export function obligationOf(statute: RestitutionStatute): Obligation {
  return statute === '18 U.S.C. 2259' ? 'RESTITUTION_2259' : 'RESTITUTION';
}
