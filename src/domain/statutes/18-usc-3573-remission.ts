import { calendarDate } from '../calendar-date.ts';
import type { DebtKind } from './obligations.ts';
import type { Statute } from './statute.ts';

/**
 * On petition of the government the court may remit a fine or a special assessment, or defer its payment. Restitution
 * cannot be remitted under this section.
 *
 * > Upon petition of the Government showing that reasonable efforts to collect a fine or assessment are not likely to
 * > be effective, the court may, in the interest of justice (1) remit all or part of the unpaid portion of the fine or
 * > special assessment, including interest and penalties
 *
 * Not formalized: that collection efforts must be unlikely to be effective, which the court finds.
 */
export const remission: Statute = {
  citation: '18 U.S.C. 3573',
  inForceFrom: calendarDate('1987-11-01'),
  words:
    'Upon petition of the Government showing that reasonable efforts to collect a fine or assessment are not likely ' +
    'to be effective, the court may, in the interest of justice (1) remit all or part of the unpaid portion of the ' +
    'fine or special assessment, including interest and penalties',
};

const remissible: ReadonlySet<DebtKind> = new Set<DebtKind>([
  'ASSESSMENT_3013',
  'ASSESSMENT_2259A',
  'ASSESSMENT_3014',
  'FINE',
  'PENALTY',
]);

/** Whether a debt of this kind can be remitted. */
export function isRemissible(kind: DebtKind): boolean {
  return remissible.has(kind);
}
