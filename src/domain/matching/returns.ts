/**
 * Money that came back, which the books do not know of yet: which payment was it? The trace of the original says so exactly;
 * otherwise it is a payment of that amount, of that person, within the days in which its kind may come back. Often there is
 * nothing but an amount: then somebody is asked.
 */
import { isContradicted, isNamed, type Bond, type ReadItem, type ReadLine } from './bond.ts';
import { itemsLike, type Desk } from './desk.ts';
import type { Evidence } from './evidence.ts';
import type { Deed } from './outcome.ts';
import { pairUp } from './pairing.ts';
import type { ReferenceRole } from './references.ts';
import { evidenceOfPair } from './sums.ts';
import { daysApart, itemTwin, type Edge } from './take-pairs.ts';

/** What says that it was sent without leave: it may come back for sixty days. */
const unauthorized: ReadonlySet<string> = new Set(['R05', 'R07', 'R10', 'R11', 'R29', 'R51']);

/** What a number on the line is a number of, for the payment that came back. */
const naming: readonly (readonly [ofLine: ReferenceRole, ofItem: ReferenceRole])[] = [
  ['ORIGINAL_TRACE', 'TRACE'],
  ['END_TO_END', 'END_TO_END'],
  ['RECEIPT', 'RECEIPT'],
  ['CHEQUE_SERIAL', 'CHEQUE_SERIAL'],
];

/** Settles each line that is the return of one payment, and no other line is. */
export function findReturns(desk: Desk): void {
  const lines = desk.freeLines().filter(isReturn);
  if (lines.length === 0) return;
  const named = lines.flatMap((line) => paymentsNamed(desk, line).map((item): Edge => [line, item]));
  settlePairs(desk, named);
  const nameless = lines.filter((line) => desk.isFree(line) && paymentsNamed(desk, line).length === 0);
  const theirs = nameless.flatMap((line) =>
    isExpectedOtherwise(desk, line)
      ? []
      : paymentsLike(desk, line)
          .filter((item) => isTheirs(desk.bond(line, item)))
          .map((item): Edge => [line, item]),
  );
  settlePairs(desk, theirs);
}

/** The payments of the amount that may have come back by this line, whoever's they are. */
export function paymentsLike(desk: Desk, line: ReadLine): readonly ReadItem[] {
  return desk
    .ofAmount(line.line.amount, { from: line.day - daysToReturn(desk, line), to: line.day })
    .filter((item) => couldHaveReturned(desk, line, item));
}

/** Whether the line says that money came back. */
export function isReturn({ line }: ReadLine): boolean {
  return line.kind === 'RETURN' || line.kind === 'REPORTED_RETURN';
}

/** Whether the line may be the return of the item, whoever's it is. */
export function couldHaveReturned(desk: Desk, line: ReadLine, item: ReadItem): boolean {
  const { kind, direction, amount } = item.item;
  if (amount !== line.line.amount || direction === line.line.direction || desk.isReturned(item)) return false;
  if (kind !== (line.line.direction === 'OUT' ? 'RECEIPT' : 'DISBURSEMENT')) return false;
  const days = line.day - item.day;
  return days >= 0 && days <= daysToReturn(desk, line);
}

/** What would be done if the line were the return of the item. */
export function returnOf(line: ReadLine, item: ReadItem): Deed {
  const code = line.line.returnCode;
  const of = { item: item.item.id, on: line.line.bookedOn };
  return { deed: 'RECORD_RETURN', ...of, ...(code !== undefined && { code }) };
}

function daysToReturn(desk: Desk, { line }: ReadLine): number {
  const { usual, unauthorized: long, cheque } = desk.settings.returns;
  if (line.returnCode === undefined) return cheque;
  return unauthorized.has(line.returnCode) ? long : usual;
}

/** Payments that the line names by number. Two that have the same number are told apart by whose they are. */
function paymentsNamed(desk: Desk, line: ReadLine): readonly ReadItem[] {
  for (const [ofLine, ofItem] of naming) {
    const found = desk
      .namedBy(line, ofLine, ofItem)
      .filter((item) => couldHaveReturned(desk, line, item) && !isDenied(desk.bond(line, item)));
    if (found.length > 0) return found;
  }
  return [];
}

function isTheirs(bond: Bond): boolean {
  return isNamed(bond) && !isDenied(bond);
}

/** The line's own trace is of the return, and not of the payment; any other difference speaks against it. */
function isDenied(bond: Bond): boolean {
  return isContradicted({ ...bond, differing: bond.differing.filter((role) => role !== 'TRACE') });
}

function settlePairs(desk: Desk, edges: readonly Edge[]): void {
  const free = edges.filter(([line]) => desk.isFree(line));
  const { pairs, knots } = pairUp({
    edges: free,
    leftTwin: ({ line }) => line.id,
    rightTwin: itemTwin,
    distance: daysApart,
    isFree: () => true,
  });
  for (const { left, right } of pairs) {
    const evidence: Evidence[] = [...evidenceOfReturn(desk, left, right), { code: 'ONLY_CANDIDATE' }];
    desk.markReturned(right);
    desk.settle([left], {
      outcome: 'ACT',
      lines: [left.line.id],
      act: returnOf(left, right),
      evidence,
    });
  }
  const items = new Map(knots.flatMap(({ lefts, rights }) => lefts.map((line) => [line, rights])));
  for (const [line] of items) {
    const its = free.filter(([each]) => each === line).map(([, item]) => item);
    desk.question(line, {
      because: its.length > 1 ? 'SEVERAL_FIT' : 'SEVERAL_CLAIM',
      candidates: its.map((item) => ({ items: [item], lines: [] })),
    });
  }
}

/** What speaks for a return; that the original's trace is the payment's is said here, for the two are numbers of different things. */
export function evidenceOfReturn(desk: Desk, line: ReadLine, item: ReadItem): readonly Evidence[] {
  const evidence = evidenceOfPair(desk, line, item).filter(
    (found) => !(found.code === 'REFERENCE_DIFFERS' && found.role === 'TRACE'),
  );
  const original = line.keys.ORIGINAL_TRACE;
  if (original === undefined || original !== item.keys.TRACE) return evidence;
  return [{ code: 'REFERENCE_EQUAL', role: 'ORIGINAL_TRACE', as: 'NORMALIZED' }, ...evidence];
}

/** Whether a return of that amount is in the books already and nothing has confirmed it: this may be it. */
function isExpectedOtherwise(desk: Desk, line: ReadLine): boolean {
  return itemsLike(desk, line).some(({ item }) => item.kind.endsWith('_RETURN'));
}
