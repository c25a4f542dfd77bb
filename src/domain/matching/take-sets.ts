/** Sets of lines and items that come to the same, taken where no other set wants any of them. */
import type { ReadItem, ReadLine } from './bond.ts';
import { evidenceOfSet } from './sums.ts';
import type { Desk } from './desk.ts';
import { pushTo } from './in-order.ts';
import type { Evidence } from './evidence.ts';
import type { AskReason, MatchRule } from './outcome.ts';

/** A set that fits, and why it may not be taken even if nothing else wants its parts. */
export interface SetFound {
  readonly lines: readonly ReadLine[];
  readonly items: readonly ReadItem[];
  /** What speaks for it beside the sum and the bonds. */
  readonly evidence: readonly Evidence[];
  readonly doubt: AskReason | undefined;
}

/** Takes the sets whose lines and items are in no other, by the rule; the others are in question. */
export function takeSets(desk: Desk, sets: readonly SetFound[], rule: MatchRule): void {
  const wanted = new Map<ReadLine | ReadItem, SetFound[]>();
  for (const set of sets) for (const each of [...set.lines, ...set.items]) pushTo(wanted, each, set);
  const isAlone = (set: SetFound): boolean =>
    [...set.lines, ...set.items].every((each) => wanted.get(each)?.length === 1) &&
    !set.items.some((item) => desk.isHeld(item));
  const left = sets.filter((set) => {
    if (set.doubt !== undefined || !isAlone(set)) return true;
    desk.take(set.lines, set.items, {
      outcome: 'MATCH',
      lines: set.lines.map(({ line }) => line.id),
      items: set.items.map(({ item }) => item.id),
      rule,
      evidence: [...evidenceOfSet(desk, set.lines, set.items), ...set.evidence],
    });
    return false;
  });
  for (const line of new Set(left.flatMap(({ lines }) => lines))) {
    const candidates = (wanted.get(line) ?? []).map(({ lines, items }) => ({
      items,
      lines: lines.filter((each) => each !== line),
    }));
    const [only] = wanted.get(line) ?? [];
    const because = candidates.length > 1 ? 'SEVERAL_FIT' : (only?.doubt ?? 'SEVERAL_CLAIM');
    desk.question(line, { because, candidates });
  }
}
