/**
 * What a line proves and the books lack: a receipt of one defendant in one case. A report says it of every receipt that is
 * new. It is never said where the same receipt may be in the books already: nothing is booked twice by silence.
 */
import { isContradicted, isNamed, type ReadItem, type ReadLine } from './bond.ts';
import { itemsNamed } from './by-reference.ts';
import { couldBe, type Desk } from './desk.ts';
import { pushTo } from './in-order.ts';

/** Settles lines that are receipts to be recorded. */
export function findReceiptsToRecord(desk: Desk): void {
  const lines = desk
    .freeLines()
    .filter((line) => isReceipt(desk, line) && itemsNamed(desk, line).length === 0);
  if (lines.length === 0) return;
  const twice = numberedTwice(desk, lines);
  for (const line of lines) {
    const like = line.keys.RECEIPT === undefined ? receiptsLike(desk, line) : [];
    if (like.length > 0)
      desk.question(line, {
        because: 'PERHAPS_RECORDED',
        candidates: like.map((item) => ({ items: [item], lines: [] })),
      });
    else if (twice.has(line)) desk.question(line, { because: 'SEVERAL_CLAIM', candidates: [] });
    else record(desk, line);
  }
}

function isReceipt(desk: Desk, { line }: ReadLine): boolean {
  if (line.direction !== 'IN' || line.amount === 0n || line.repeats !== undefined) return false;
  return line.kind === 'REPORTED_RECEIPT' || (line.kind === 'CREDIT' && desk.settings.creditsAreReceipts);
}

function record(desk: Desk, line: ReadLine): void {
  const { caseIds = [], defendantIds = [], amount, bookedOn: on, id } = line.line;
  const [[caseId, ...otherCases], [defendantId, ...others]] = [caseIds, defendantIds];
  if (caseId === undefined || defendantId === undefined || otherCases.length + others.length > 0) return;
  desk.settle([line], {
    outcome: 'ACT',
    lines: [id],
    act: { deed: 'RECORD_RECEIPT', caseId, defendantId, amount, on },
    evidence: [{ code: 'CASE_NAMED' }, { code: 'PARTY_NAMED' }],
  });
}

/** Recorded receipts of the amount and the person near the day, whether or not anything has confirmed them. */
function receiptsLike(desk: Desk, line: ReadLine): readonly ReadItem[] {
  const { before, after } = desk.settings.windows.RECEIPT;
  const near = desk.ofAmount(line.line.amount, { from: line.day - after, to: line.day + before });
  return near.filter((item) => {
    if (!couldBe(line, item)) return false;
    const bond = desk.bond(line, item);
    return isNamed(bond) && !isContradicted(bond);
  });
}

/** Lines that give the same receipt number to two receipts at about the same time. */
function numberedTwice(desk: Desk, lines: readonly ReadLine[]): ReadonlySet<ReadLine> {
  const byNumber = new Map<string, ReadLine[]>();
  for (const line of lines)
    if (line.keys.RECEIPT !== undefined)
      pushTo(byNumber, `${line.line.source ?? ''} ${line.keys.RECEIPT}`, line);
  const within = desk.settings.windows.RECEIPT.byReference;
  const twice = new Set<ReadLine>();
  for (const [first, ...others] of byNumber.values())
    others.reduce((before, line) => {
      if (before && line.day - before.day <= within) twice.add(before).add(line);
      return line;
    }, first);
  return twice;
}
