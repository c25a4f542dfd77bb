/** Pairs of lines and items, taken where there is one way to do so; whatever has more ways is put in question. */
import type { ReadItem, ReadLine } from './bond.ts';
import type { Desk } from './desk.ts';
import type { MatchRule } from './outcome.ts';
import { pairUp } from './pairing.ts';
import { evidenceOfPair } from './sums.ts';

/** A line, and an item that it may be. */
export type Edge = readonly [line: ReadLine, item: ReadItem];

/** Takes what pairs up, by the rule; the rest is in question. */
export function takePairs(desk: Desk, edges: readonly Edge[], rule: MatchRule): void {
  const { pairs, knots } = pairUp({
    edges,
    leftTwin: lineTwin,
    rightTwin: itemTwin,
    distance: daysApart,
    isFree: (item) => !desk.isHeld(item),
  });
  for (const { left, right, twins } of pairs) {
    const evidence = [...evidenceOfPair(desk, left, right)];
    if (twins > 1) evidence.push({ code: 'TWINS', count: twins });
    desk.take([left], [right], {
      outcome: 'MATCH',
      lines: [left.line.id],
      items: [right.item.id],
      rule,
      evidence,
    });
  }
  questionKnots(desk, knots, edges);
}

/** Puts the lines of knots in question: each has its own candidates, or others have the same one. */
function questionKnots(
  desk: Desk,
  knots: readonly { readonly lefts: readonly ReadLine[] }[],
  edges: readonly Edge[],
): void {
  const knotted = new Set(knots.flatMap(({ lefts }) => lefts));
  const candidates = new Map<ReadLine, ReadItem[]>();
  for (const [line, item] of edges)
    if (knotted.has(line)) candidates.set(line, [...(candidates.get(line) ?? []), item]);
  for (const [line, items] of candidates)
    desk.question(line, {
      because: items.length > 1 ? 'SEVERAL_FIT' : 'SEVERAL_CLAIM',
      candidates: items.map((item) => ({ items: [item], lines: [] })),
    });
}

/** The days between a line and an item, either way. */
export function daysApart(line: ReadLine, item: ReadItem): number {
  return Math.abs(line.day - item.day);
}

/** Lines that are alike in all that matching can see. */
function lineTwin({ line, keys, party }: ReadLine): string {
  const whose = [...(line.caseIds ?? []), '', ...(line.defendantIds ?? [])];
  const numbers = Object.entries(keys).flat();
  return [line.kind, line.bookedOn, line.source ?? '', ...numbers, '', ...party, '', ...whose].join(' ');
}

/** Items that are alike in effect: the same kind of thing, of the same person, in the same case, on the same day. */
export function itemTwin({ item }: ReadItem): string | undefined {
  if (item.caseId === undefined || item.partyId === undefined) return undefined;
  return [item.kind, item.caseId, item.partyId, item.effectiveOn, item.source ?? ''].join(' ');
}
