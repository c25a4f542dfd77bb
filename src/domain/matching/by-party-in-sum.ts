/**
 * Several of one person, or of one case where a line says no more: a line that is some of the person's items together, and
 * an item that came in several lines. One set that fits is taken; two, or one that another line wants too, are not.
 */
import type { Desk } from './desk.ts';
import { partySets } from './party-sets.ts';
import { takeSets } from './take-sets.ts';
import { namelessLines } from './theirs.ts';

/** Takes the sets of one person or case that fit in one way. */
export function matchByPartyInSum(desk: Desk): void {
  takeSets(desk, partySets(desk, namelessLines(desk)), 'BY_PARTY_IN_SUM');
}
