/** How what the law made of the facts about a victim was measured: each by the state that it was decided on. */
import type { CaseId } from '../../domain/ids.ts';
import { isFinal } from '../../domain/liability/liability.ts';
import { formatMoney, greatest, noMoney, subtract, sum, type Money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { lossesFor, type Track } from '../../domain/statutes/restitution-statutes.ts';
import { countedTracks, greatestLoss } from '../../domain/victim/recovery.ts';
import { findingsKey, foundFor, type FindingsKey, type FoundFor } from '../../domain/victim/keys.ts';
import { counts, findingOf, type VictimState } from '../../domain/victim/state.ts';
import {
  amount,
  greatest as greatestOf,
  groupedAmount,
  line,
  minus,
  total,
  type Line,
} from './arithmetic.ts';
import { amountsShown } from './explanation.ts';

/** What one case says of the greatest loss. */
export interface CaseMeasured {
  readonly caseId: CaseId;
  /** Whether an order of the case is final, so that what it found counts (P-01). */
  readonly isFinal: boolean;
  /** What was found of the losses that count, or stands in for it (P-02); undefined where nothing does. */
  readonly losses: Money | undefined;
  readonly line: Line | undefined;
}

/** Every case in which losses that count were found or ordered, as the cap looks at it (P-01, P-02, P-03, P-12). */
export function casesMeasured(state: VictimState, policies: Policies): readonly CaseMeasured[] {
  const shares = new Map<FindingsKey, Partial<Record<Track, readonly Money[]>>>();
  const final = new Set<FindingsKey>();
  for (const liability of state.liabilities.values()) {
    const { track, ordered } = liability;
    if (!counts(liability, policies)) continue;
    const key = findingsKey(liability);
    const before = shares.get(key) ?? {};
    const isCounted = isFinal(liability, policies);
    if (isCounted) final.add(key);
    shares.set(key, isCounted ? { ...before, [track]: [...(before[track] ?? []), ordered] } : before);
  }
  const categories = countedTracks(policies).map((track) => lossesFor('18 U.S.C. 2259', track));
  const found = [...state.findings.entries()].filter(([, of]) => categories.some((each) => each in of));
  const cases = new Set([...shares.keys(), ...found.map(([key]) => key)]);
  return [...cases].map((key) => {
    const of = foundFor(key);
    const measured = lossesIn(state, of, { shares: shares.get(key) ?? {}, policies });
    return { caseId: of.caseId, isFinal: final.has(key), ...measured };
  });
}

function lossesIn(
  state: VictimState,
  of: FoundFor,
  { shares, policies }: { shares: Partial<Record<Track, readonly Money[]>>; policies: Policies },
): Pick<CaseMeasured, 'losses' | 'line'> {
  const parts = countedTracks(policies).flatMap((track): readonly Money[] => {
    const finding = findingOf(state, of, lossesFor('18 U.S.C. 2259', track));
    if (finding && policies['P-12'] === 'NET_FINDINGS_ONLY') return [finding.amount];
    if (finding) return finding.deducted === noMoney ? [finding.amount] : [finding.amount, finding.deducted];
    const ordered = policies['P-02'] === 'ORDERED_AS_LOWER_BOUND' ? shares[track] : undefined;
    return ordered === undefined ? [] : [ordered.reduce(greatest, noMoney)];
  });
  if (parts.length === 0) return { losses: undefined, line: undefined };
  return { losses: sum(parts), line: line(total(parts), { note: `losses in case ${of.caseId}` }) };
}

/** How the greatest loss was found among the cases with a final order. */
export function greatestLossLines(
  state: VictimState,
  policies: Policies,
  recorded: Money | undefined,
): readonly Line[] {
  const measured = casesMeasured(state, policies);
  const counted = measured.filter(({ isFinal: isCounted, losses }) => isCounted && losses !== undefined);
  if (counted.length === 0) return [];
  const amounts = counted.map(({ losses }) => amount(losses ?? noMoney));
  const isShort = counted.length <= amountsShown;
  const each = isShort ? counted.flatMap((one) => one.line ?? []) : [];
  const [first = amount(noMoney), ...others] = isShort
    ? amounts
    : [amount(greatestLoss(state, policies) ?? noMoney)];
  const note = `the greatest of the losses found in ${countOf(counted.length, 'final case')}`;
  return [...each, line(greatestOf(first, ...others), { note, ...(recorded !== undefined && { recorded }) })];
}

/** That what was received is not below the greatest loss. */
export function fullnessLine(receivedInAll: Money, cap: Money): Line {
  const above = subtract(receivedInAll, cap);
  const note =
    above < noMoney
      ? `${groupedAmount(formatMoney(subtract(cap, receivedInAll)))} is lacking`
      : 'not below nothing: the full amount has been received';
  return line(minus(amount(receivedInAll), amount(cap)), { note });
}

/** `1 case`, `3 cases`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
