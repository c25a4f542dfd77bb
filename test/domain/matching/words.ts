/** Words for examples of matching: lines, items, and what is said of them. */
import { calendarDate } from '../../../src/domain/calendar-date.ts';
import type { CaseId, DefendantId } from '../../../src/domain/ids.ts';
import { itemIdOf, type Item, type ItemId, type ItemKind } from '../../../src/domain/matching/item.ts';
import type { Line, LineId, LineKind } from '../../../src/domain/matching/line.ts';
import { match, type Matched } from '../../../src/domain/matching/match.ts';
import type { Outcome } from '../../../src/domain/matching/outcome.ts';
import { usualSettings, type MatchingSettings } from '../../../src/domain/matching/settings.ts';
import { parseMoney } from '../../../src/domain/money.ts';

const leaves: ReadonlySet<LineKind | ItemKind> = new Set([
  ...(['CHEQUE_PRESENTED', 'DEBIT', 'RETURN', 'FEE', 'REPORTED_RETURN'] as const),
  ...(['DISBURSEMENT', 'REFUND', 'PAYMENT_RETURN'] as const),
]);

/** A line of this kind, amount and day; `more` says what is written on it. */
export function line(
  kind: LineKind,
  [amount, on]: readonly [amount: string, on: string],
  more: Partial<Omit<Line, 'id'>> & { readonly id?: string } = {},
): Line {
  const id = (more.id ?? `${kind} ${amount} ${on}`) as LineId;
  const direction = leaves.has(kind) ? 'OUT' : 'IN';
  const written = {
    kind,
    direction,
    amount: parseMoney(amount),
    bookedOn: calendarDate(on),
    source: 'dcd',
  } as const;
  return { ...written, references: {}, ...more, id };
}

/** What the books expect; a receipt is of Jane Roe in case c-1 unless it says otherwise. */
export function item(
  id: string,
  [amount, on]: readonly [amount: string, on: string],
  more: Partial<Omit<Item, 'id'>> = {},
): Item {
  const kind = more.kind ?? 'RECEIPT';
  const direction = leaves.has(kind) ? 'OUT' : 'IN';
  const written = {
    kind,
    direction,
    amount: parseMoney(amount),
    effectiveOn: calendarDate(on),
    source: 'dcd',
  } as const;
  return { ...written, ...janes, references: {}, ...more, id: itemIdOf(kind, id) };
}

/** Whose a receipt is. */
export const janes = { caseId: 'c-1' as CaseId, partyId: 'd-1' as DefendantId, names: ['Jane Ann Roe'] };
/** Somebody else's. */
export const johns = { caseId: 'c-2' as CaseId, partyId: 'd-2' as DefendantId, names: ['John Doe'] };

/** What becomes of lines and items, with settings that differ from the usual ones as is said. */
export function matched(
  lines: readonly Line[],
  items: readonly Item[],
  settings: Partial<MatchingSettings> = {},
): Matched {
  const asOf = calendarDate('2026-06-30');
  return match({ lines, items, settings: { ...usualSettings, ...settings }, asOf });
}

/** What becomes of the first of the lines. */
export function outcomeOf(
  lines: readonly Line[],
  items: readonly Item[],
  settings: Partial<MatchingSettings> = {},
): Outcome {
  return matched(lines, items, settings).outcomes.get(lines[0]!.id)!;
}

/** A match with these items, by this rule. */
export function isMatch(rule: string, ...items: readonly Item[]) {
  const ids: readonly ItemId[] = items.map(({ id }) => id);
  return expect.objectContaining({ outcome: 'MATCH', rule, items: ids });
}

/** A question, for this reason. */
export function isAsked(because: string) {
  return expect.objectContaining({ outcome: 'ASK', because });
}

/** Nothing, for this reason. */
export function isNone(because: string) {
  return expect.objectContaining({ outcome: 'NONE', because });
}
