/**
 * Corrections in a report. A clerk's system does not edit a payment: it backs it out by an element of the same amount below
 * nothing, and puts another in its place, unless the payment was deleted. They share the number of the entry in its case, and
 * only the first has a receipt number. What is clear is an act; what is not is asked.
 */
import { isContradicted, type ReadItem, type ReadLine } from './bond.ts';
import type { Desk } from './desk.ts';
import { pushTo } from './in-order.ts';
import type { Evidence } from './evidence.ts';
import type { Deed } from './outcome.ts';
import { evidenceOfPair } from './sums.ts';

/** Settles corrections together with the elements that they correct. */
export function settleCorrections(desk: Desk): void {
  const groups = new Map<string, ReadLine[]>();
  for (const line of desk.freeLines()) {
    const key = entryOf(line);
    if (key !== undefined) pushTo(groups, key, line);
  }
  for (const lines of groups.values())
    if (lines.some(({ line }) => line.kind === 'REPORTED_CORRECTION')) settleEntry(desk, lines);
}

/** The entry that a line of a report is about: by its number in a case, or by its receipt number. */
function entryOf({ line, keys }: ReadLine): string | undefined {
  if (line.kind !== 'REPORTED_RECEIPT' && line.kind !== 'REPORTED_CORRECTION') return undefined;
  const [caseId, more] = line.caseIds ?? [];
  if (keys.ENTRY !== undefined && caseId !== undefined && more === undefined)
    return `entry ${line.source ?? ''} ${caseId} ${keys.ENTRY}`;
  return keys.RECEIPT === undefined ? undefined : `receipt ${line.source ?? ''} ${keys.RECEIPT}`;
}

/** The elements of one entry: the receipt as it was first said, what backs it out, and what takes its place. */
interface Entry {
  readonly first: readonly ReadLine[];
  readonly back: readonly ReadLine[];
  readonly instead: readonly ReadLine[];
  readonly known: readonly ReadItem[];
}

function settleEntry(desk: Desk, lines: readonly ReadLine[]): void {
  const entry = entryFrom(desk, lines);
  const [back, instead, known] = [entry.back[0], entry.instead[0], entry.known[0]];
  if (!back || !isClear(entry, back)) askAll(desk, lines, entry.known);
  else if (known) settleKnown(desk, lines, { known, back, instead });
  else if (instead) recordInstead(desk, lines, instead);
  else settleTogether(desk, lines);
}

/** Whether there is one of each, and what was backed out is what was said first and what is known. */
function isClear({ first, back, instead, known }: Entry, { line }: ReadLine): boolean {
  if ([first, back, instead, known].some((each) => each.length > 1)) return false;
  const amounts = [...first.map((each) => each.line.amount), ...known.map(({ item }) => item.amount)];
  return amounts.length > 0 && amounts.every((amount) => amount === line.amount);
}

function entryFrom(desk: Desk, lines: readonly ReadLine[]): Entry {
  const moving = lines.filter(({ line }) => line.amount > 0n);
  const ins = moving.filter(({ line }) => line.direction === 'IN');
  const isFirst = ({ line, keys }: ReadLine): boolean =>
    line.kind === 'REPORTED_RECEIPT' && (keys.RECEIPT !== undefined || ins.length === 1);
  const back = moving.filter(({ line }) => line.direction === 'OUT');
  // Alone beside what backs it out, an element without a receipt number is what takes the place of the first.
  const first = ins.filter((each) => isFirst(each) && !(each.keys.RECEIPT === undefined && back.length > 0));
  return {
    first,
    back,
    instead: ins.filter((each) => !first.includes(each)),
    known: receiptsMeant(desk, lines),
  };
}

/** The recorded receipts that the elements name, by the number of the entry or of the receipt. */
function receiptsMeant(desk: Desk, lines: readonly ReadLine[]): readonly ReadItem[] {
  const meant = lines.flatMap((line) =>
    (['ENTRY', 'RECEIPT'] as const).flatMap((role) =>
      desk.namedBy(line, role).filter((item) => {
        const isOfCase = role === 'RECEIPT' || desk.bond(line, item).ofCase === true;
        return isOfCase && item.item.kind === 'RECEIPT' && !desk.isReturned(item);
      }),
    ),
  );
  return [...new Set(meant)].filter((item) => lines.some((line) => !isContradicted(desk.bond(line, item))));
}

function settleKnown(
  desk: Desk,
  lines: readonly ReadLine[],
  { known, back, instead }: { known: ReadItem; back: ReadLine; instead: ReadLine | undefined },
): void {
  const item = known.item.id;
  const act: Deed = instead
    ? { deed: 'CHANGE_RECEIPT', item, amount: instead.line.amount, on: instead.line.bookedOn }
    : { deed: 'TAKE_BACK_RECEIPT', item, on: back.line.bookedOn };
  desk.markReturned(known);
  const evidence: readonly Evidence[] = evidenceOfPair(desk, back, known);
  desk.settle(lines, { outcome: 'ACT', lines: lines.map(({ line }) => line.id), act, evidence });
}

/** Said and taken back before anybody recorded it. */
function settleTogether(desk: Desk, lines: readonly ReadLine[]): void {
  desk.settle(lines, { outcome: 'NONE', because: 'TAKEN_BACK', evidence: [], items: [] });
}

/** Said, taken back and said otherwise before anybody recorded it: what counts is what was said last. */
function recordInstead(desk: Desk, lines: readonly ReadLine[], instead: ReadLine): void {
  const { caseIds = [], defendantIds = [], amount, bookedOn: on } = instead.line;
  const [caseId, defendantId] = [caseIds[0], defendantIds[0]];
  if (caseId === undefined || defendantId === undefined || caseIds.length + defendantIds.length > 2)
    return askAll(desk, lines, []);
  desk.settle(lines, {
    outcome: 'ACT',
    lines: lines.map(({ line }) => line.id),
    act: { deed: 'RECORD_RECEIPT', caseId, defendantId, amount, on },
    evidence: [{ code: 'CASE_NAMED' }, { code: 'PARTY_NAMED' }],
  });
}

function askAll(desk: Desk, lines: readonly ReadLine[], items: readonly ReadItem[]): void {
  for (const line of lines)
    desk.question(line, {
      because: 'CORRECTION_UNCLEAR',
      candidates: items.map((item) => ({ items: [item], lines: lines.filter((each) => each !== line) })),
    });
}
