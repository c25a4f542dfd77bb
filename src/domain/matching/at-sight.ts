/** Lines that are nothing of the books' whatever else they say: nothing moved, a fee, interest, what was said before. */
import type { Desk } from './desk.ts';
import type { Line } from './line.ts';
import type { NoneReason } from './outcome.ts';

/** Settles them before anything else is looked at. Elements of a report that move nothing go with what they belong to. */
export function settleAtSight(desk: Desk): void {
  for (const line of desk.lines) {
    const because = reasonAtSight(line.line);
    if (because) desk.settle([line], { outcome: 'NONE', because, evidence: [], items: [] });
  }
}

function reasonAtSight(line: Line): NoneReason | undefined {
  if (line.repeats !== undefined) return 'REPEATED';
  if (line.amount === 0n) return 'NOTHING_MOVED';
  if (line.kind === 'FEE' || line.kind === 'INTEREST') return line.kind;
  return undefined;
}
