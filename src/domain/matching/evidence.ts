/** What speaks for a match, and what against it: a closed list of findings, each of which can be checked by hand. */
import type { Money } from '../money.ts';
import type { ReferenceRole, Slip } from './references.ts';

/** One finding on lines and items. */
export type Evidence =
  | { readonly code: 'AMOUNT_EQUAL'; readonly amount: Money }
  | { readonly code: 'AMOUNTS_SUM'; readonly amount: Money; readonly lines: number; readonly items: number }
  | { readonly code: 'AMOUNT_DIFFERS'; readonly by: Money }
  | { readonly code: 'REFERENCE_EQUAL'; readonly role: ReferenceRole; readonly as: 'WRITTEN' | 'NORMALIZED' }
  | { readonly code: 'REFERENCE_SLIPPED'; readonly role: ReferenceRole; readonly slip: Slip }
  | { readonly code: 'REFERENCE_DIFFERS'; readonly role: ReferenceRole }
  | { readonly code: 'DAY_EQUAL' }
  | { readonly code: 'DAY_DIFFERS'; readonly by: number }
  | { readonly code: 'NAME_EQUAL' }
  | { readonly code: 'NAME_CONTAINED' }
  | { readonly code: 'NAME_BY_INITIALS' }
  | { readonly code: 'NAME_DIFFERS' }
  | { readonly code: 'PARTY_NAMED' }
  | { readonly code: 'PARTY_DIFFERS' }
  | { readonly code: 'CASE_NAMED' }
  | { readonly code: 'CASE_DIFFERS' }
  | { readonly code: 'WHOLE_DAYS'; readonly days: number }
  | { readonly code: 'LEFT_OUT'; readonly items: number }
  | { readonly code: 'ONLY_CANDIDATE' }
  | { readonly code: 'TWINS'; readonly count: number };

const weights: Readonly<Record<Evidence['code'], number>> = {
  AMOUNT_EQUAL: 20,
  AMOUNTS_SUM: 20,
  AMOUNT_DIFFERS: -20,
  REFERENCE_EQUAL: 50,
  REFERENCE_SLIPPED: 20,
  REFERENCE_DIFFERS: -50,
  DAY_EQUAL: 10,
  DAY_DIFFERS: 0,
  NAME_EQUAL: 30,
  NAME_CONTAINED: 25,
  NAME_BY_INITIALS: 15,
  NAME_DIFFERS: -20,
  PARTY_NAMED: 30,
  PARTY_DIFFERS: -30,
  CASE_NAMED: 15,
  CASE_DIFFERS: -30,
  WHOLE_DAYS: 30,
  LEFT_OUT: -5,
  ONLY_CANDIDATE: 5,
  TWINS: 0,
};

/** A number by which candidates are put in order for whoever is asked. It decides nothing. */
export function scoreOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((score, { code }) => score + weights[code], 0);
}
