import type { Frame } from './frame.ts';
import { liabilityParams, liabilitySql } from './liability-rows.ts';
import { historyOf } from './victim-histories.ts';
import type { OfStatute } from './liability-history.ts';

/** All liabilities to a victim on the clocks of the frame, in the order in which they were imposed. */
export function owedTo(frame: Frame, victim: number): readonly OfStatute[] {
  const remembered = frame.isNow ? undefined : historyOf(frame, victim);
  return remembered?.liabilitiesOn(frame) ?? rowsOf(frame, victim);
}

function rowsOf(frame: Frame, victim: number): readonly OfStatute[] {
  const which = { where: 'l.victimId = :victim', params: { victim } };
  return frame.all(
    `SELECT l.*, o.statute FROM (${liabilitySql(frame, which)}) l LEFT JOIN orders o ON o.orderId = l.orderId
       ORDER BY l.position, l.item`,
    liabilityParams(frame, which),
  ) as readonly OfStatute[];
}
