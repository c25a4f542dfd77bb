import { formatAnnualRate, type AnnualRateText } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { weekdayOf } from '../calendar-arithmetic.ts';
import { heardAlready, type Decider, type Decision } from '../decider.ts';
import { reject } from '../rejection.ts';
import type { RecordTreasuryYield } from './commands.ts';
import type { ReferenceEvent } from './events.ts';

/** The rate that was recorded last for each week, by its Friday. */
type TreasuryYields = Map<CalendarDate, { readonly rate: AnnualRateText; readonly source: string }>;

const friday = 5;

function decide({ on, rate, source }: RecordTreasuryYield, yields: TreasuryYields): Decision<ReferenceEvent> {
  if (weekdayOf(on) !== friday) reject('week-not-ending-on-friday', '/weekEndingOn');
  const said = { weekEndingOn: on, rate: formatAnnualRate(rate), source };
  const before = yields.get(on);
  if (before?.rate === said.rate && before.source === source) return heardAlready;
  return { happened: [{ type: 'TreasuryYieldPublished', effectiveOn: on, data: said }], follows: [] };
}

/** The stream `Reference-treasury-yields`: figures that others publish and the law refers to. */
export const referenceDecider: Decider<TreasuryYields, RecordTreasuryYield, ReferenceEvent> = {
  empty: () => new Map(),
  evolve: (yields, { data: { weekEndingOn, rate, source } }) => {
    yields.set(weekEndingOn, { rate, source });
  },
  decide,
};
