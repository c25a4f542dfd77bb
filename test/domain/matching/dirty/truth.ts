/** What really was each line's, and how an outcome is held against it. */
import type { Item, ItemId } from '../../../../src/domain/matching/item.ts';
import type { Line, LineId } from '../../../../src/domain/matching/line.ts';
import type { Matched } from '../../../../src/domain/matching/match.ts';
import type { Deed, Outcome } from '../../../../src/domain/matching/outcome.ts';

/**
 * What a line is: with which other lines it is which items, or what it asks to be done, or nothing that may be done without
 * asking. The dirt that was put on it is told, so that what is missed can be counted by its kind.
 */
export type Truth = { readonly dirt: string } & (
  | { readonly lines: readonly LineId[]; readonly items: readonly ItemId[] }
  | { readonly act: Pick<Deed, 'deed'> & { readonly item?: ItemId; readonly caseId?: string } }
  | { readonly nothing: true }
);

/** A year of lines and items, and the truth on each line. */
export interface DirtyYear {
  readonly lines: readonly Line[];
  readonly items: readonly Item[];
  readonly truths: ReadonlyMap<LineId, Truth>;
}

/** How well a run did. */
export interface Verdict {
  /** Lines settled without asking, and those of them that were settled wrongly. */
  readonly automatic: number;
  readonly wrong: readonly string[];
  /** Lines that are something, and those of them that were settled. */
  readonly settleable: number;
  readonly settled: number;
  /** The items that lines really are, and those of them that were found. */
  readonly confirmable: number;
  readonly confirmed: number;
  /** Of lines that are something, those left open, by the dirt that was on them. */
  readonly missed: ReadonlyMap<string, number>;
}

/** Holds the outcomes of a year against the truth. */
export function judge(year: DirtyYear, { outcomes }: Matched): Verdict {
  const likeness = new Map(year.items.map((item) => [item.id, alike(item)]));
  const judged = year.lines.map(({ id }) => ({
    id,
    truth: year.truths.get(id)!,
    outcome: outcomes.get(id)!,
  }));
  const isSettled = (outcome: Outcome) => outcome.outcome === 'MATCH' || outcome.outcome === 'ACT';
  const automatic = judged.filter(({ outcome }) => isSettled(outcome));
  const wrong = automatic.filter(({ truth, outcome }) => !isRight(outcome, truth, likeness));
  const settleable = judged.filter(({ truth }) => !('nothing' in truth));
  const missed = new Map<string, number>();
  for (const { truth, outcome } of settleable)
    if (!isSettled(outcome)) missed.set(truth.dirt, (missed.get(truth.dirt) ?? 0) + 1);
  return {
    automatic: automatic.length,
    wrong: wrong.map(({ id, truth }) => `${truth.dirt}: ${id}`),
    settleable: settleable.length,
    settled: settleable.filter(({ outcome }) => isSettled(outcome)).length,
    confirmable: new Set(judged.flatMap(({ truth }) => ('items' in truth ? truth.items : []))).size,
    confirmed: new Set(judged.flatMap(({ outcome }) => ('rule' in outcome ? outcome.items : []))).size,
    missed,
  };
}

function isRight(outcome: Outcome, truth: Truth, likeness: ReadonlyMap<ItemId, string>): boolean {
  const kinds = (ids: readonly ItemId[]) =>
    ids
      .map((id) => likeness.get(id))
      .sort()
      .join();
  if (outcome.outcome === 'MATCH' && 'items' in truth)
    return kinds(outcome.items) === kinds(truth.items) && outcome.lines.length === truth.lines.length;
  if (outcome.outcome !== 'ACT' || !('act' in truth)) return false;
  const { deed, item, caseId } = { item: undefined, caseId: undefined, ...outcome.act };
  return deed === truth.act.deed && item === truth.act.item && caseId === truth.act.caseId;
}

/** Two receipts of one person in one case on one day, of one amount, are the same to everybody. */
function alike({ id, kind, caseId, partyId, effectiveOn, amount }: Item): string {
  if (caseId === undefined || partyId === undefined) return id;
  return [kind, caseId, partyId, effectiveOn, amount].join(' ');
}
