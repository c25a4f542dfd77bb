/** What is said of lines that nothing settled: a question with what they may be, or that they are nothing the books know. */
import { money } from '../money.ts';
import { isContradicted, type ReadItem, type ReadLine } from './bond.ts';
import { itemsNamed } from './by-reference.ts';
import { evidenceOfSet } from './sums.ts';
import { couldBe, itemsLike, type Desk, type Question } from './desk.ts';
import { inOrder } from './in-order.ts';
import { scoreOf, type Evidence } from './evidence.ts';
import type { Ask, Candidate, NoneReason, None } from './outcome.ts';
import { couldHaveReturned, evidenceOfReturn, isReturn, paymentsLike, returnOf } from './returns.ts';

/** So many candidates are shown. */
const shown = 10;

/** Says of every line that is left why it is left. */
export function settleRemaining(desk: Desk): void {
  for (const line of desk.lines) {
    if (desk.outcomeOf(line) !== undefined) continue;
    const question = desk.questionOf(line) ?? questionOn(desk, line);
    desk.settle([line], question ? asked(desk, line, question) : nothing(desk, line));
  }
}

/** What a line may be, that no step has asked about: what it names, and then what has its amount. */
function questionOn(desk: Desk, line: ReadLine): Question | undefined {
  const named = itemsNamed(desk, line);
  const inDeposit = desk.namedBy(line, 'DEPOSIT').filter((item) => couldBe(line, item));
  const open = [...new Set([...named, ...inDeposit])].filter((item) => !desk.isTaken(item));
  if (open.length > 0)
    return { because: whyNotNamed(desk, line, open), candidates: [{ items: open, lines: [] }] };
  if (named.length > 0) return undefined;
  const like = [...itemsLike(desk, line), ...(isReturn(line) ? paymentsLike(desk, line) : [])];
  if (like.length > 0) {
    const candidates = like.map((item) => ({ items: [item], lines: [] }));
    return { because: whyUnnamed(desk, line, like), candidates };
  }
  const { caseIds = [], defendantIds = [] } = line.line;
  const isUnclear = caseIds.length > 1 || defendantIds.length > 1;
  return isUnclear ? { because: 'OWNER_UNCLEAR', candidates: [] } : undefined;
}

function whyNotNamed(desk: Desk, line: ReadLine, items: readonly ReadItem[]): Question['because'] {
  if (items.some((item) => isContradicted(desk.bond(line, item)))) return 'CONTRADICTED';
  return 'AMOUNT_DIFFERS';
}

function whyUnnamed(desk: Desk, line: ReadLine, items: readonly ReadItem[]): Question['because'] {
  if (items.length > 1) return 'SEVERAL_FIT';
  return items.some((item) => isContradicted(desk.bond(line, item))) ? 'CONTRADICTED' : 'NOTHING_NAMES_IT';
}

function asked(desk: Desk, line: ReadLine, question: Question): Ask {
  const candidates = question.candidates
    .map(({ items, lines }) => candidateOf(desk, line, { items: [...items].sort(inOrder), lines }))
    .sort((a, b) => b.score - a.score || (a.items.join() < b.items.join() ? -1 : 1));
  const [only] = candidates;
  const owners = candidates.length === 0 ? ownersOf(line) : candidates;
  const first = owners.slice(0, shown);
  const named: Evidence[] = [{ code: 'ONLY_CANDIDATE' }];
  const best =
    only && candidates.length === 1 ? [{ ...only, evidence: [...only.evidence, ...named] }] : first;
  return { outcome: 'ASK', because: question.because, candidates: best, others: owners.length - best.length };
}

function candidateOf(
  desk: Desk,
  line: ReadLine,
  { items, lines }: { readonly items: readonly ReadItem[]; readonly lines: readonly ReadLine[] },
): Candidate {
  const [item] = items;
  const isTheReturn = isReturn(line) && item !== undefined && couldHaveReturned(desk, line, item);
  const all = [line, ...lines];
  const evidence = isTheReturn ? evidenceOfReturn(desk, line, item) : evidenceOfSet(desk, all, items);
  return {
    items: items.map((each) => each.item.id),
    lines: lines.map((each) => each.line.id),
    ...(isTheReturn && { act: returnOf(line, item) }),
    evidence,
    score: scoreOf(evidence),
  };
}

/** Whose a receipt may be, where the docket number or the name may mean several. */
function ownersOf({ line }: ReadLine): readonly Candidate[] {
  const { caseIds = [], defendantIds = [], amount, bookedOn: on } = line;
  if (line.direction !== 'IN') return [];
  return caseIds.flatMap((caseId) =>
    defendantIds.map((defendantId): Candidate => {
      const evidence: readonly Evidence[] = [{ code: 'CASE_NAMED' }, { code: 'PARTY_NAMED' }];
      const act = { deed: 'RECORD_RECEIPT', caseId, defendantId, amount: money(amount), on } as const;
      return { items: [], lines: [], act, evidence, score: scoreOf(evidence) };
    }),
  );
}

function nothing(desk: Desk, line: ReadLine): None {
  const claimed = itemsNamed(desk, line).filter((item) => desk.isTaken(item));
  const because = claimed.length > 0 ? 'ALREADY_CLAIMED' : whyNothing(desk, line);
  const [item] = claimed;
  const evidence = item ? evidenceOfSet(desk, [line], [item]) : [];
  return { outcome: 'NONE', because, evidence, items: claimed.map((each) => each.item.id) };
}

function whyNothing(desk: Desk, line: ReadLine): NoneReason {
  if (desk.isCrowded(line)) return 'TOO_MANY_TO_TRY';
  const isReport = line.line.kind === 'REPORTED_RECEIPT';
  return isReport ? 'OWNER_UNKNOWN' : 'NOTHING_FITS';
}
