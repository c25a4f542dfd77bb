import { formatAnnualRate, type AnnualRateText } from '../annual-rate.ts';
import { holding, type CalendarDate } from '../calendar-date.ts';
import { weekdayOf } from '../calendar-arithmetic.ts';
import { heardAlready, type Decider, type Decision } from '../decider.ts';
import { formatMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import type { RecordTreasuryYield, ReferenceCommand, SetHold, SetPaymentTerms } from './commands.ts';
import type { HoldSet, PaymentTermsSet, ReferenceEvent } from './events.ts';

/** What was recorded: of a stream of yields these alone, and of a stream of terms those alone. */
export interface ReferenceState {
  /** The rate that was recorded last for each week, by its Friday. */
  readonly yields: Map<CalendarDate, { readonly rate: AnnualRateText; readonly source: string }>;
  /** In the order of recording, each with the day from which it holds. */
  readonly holds: (HoldSet['data'] & { readonly on: CalendarDate })[];
  readonly terms: (PaymentTermsSet['data'] & { readonly on: CalendarDate })[];
}

function decide(command: ReferenceCommand, state: ReferenceState): Decision<ReferenceEvent> {
  const happened = whatHappened(command, state);
  return happened.length === 0 ? heardAlready : { happened, follows: [] };
}

function whatHappened(command: ReferenceCommand, state: ReferenceState): readonly ReferenceEvent[] {
  switch (command.type) {
    case 'RecordTreasuryYield':
      return recordYield(command, state);
    case 'SetHold':
      return setHold(command, state);
    case 'SetPaymentTerms':
      return setTerms(command, state);
  }
}

const friday = 5;

function recordYield(
  { on, rate, source }: RecordTreasuryYield,
  { yields }: ReferenceState,
): readonly ReferenceEvent[] {
  if (weekdayOf(on) !== friday) reject('week-not-ending-on-friday', '/weekEndingOn');
  const said = { weekEndingOn: on, rate: formatAnnualRate(rate), source };
  const before = yields.get(on);
  if (before?.rate === said.rate && before.source === source) return [];
  return [{ type: 'TreasuryYieldPublished', effectiveOn: on, data: said }];
}

/** Of one day and one kind of receipt, what was set last holds. */
function setHold(
  { source, method, days, on }: SetHold,
  { holds }: ReferenceState,
): readonly ReferenceEvent[] {
  const same = holds.filter((each) => each.source === source && each.method === method && each.on === on);
  if (holding(same)?.days === days) return [];
  return [{ type: 'HoldSet', effectiveOn: on, data: { source, method, days } }];
}

function setTerms(
  { minimum, staleAfterMonths, on }: SetPaymentTerms,
  { terms }: ReferenceState,
): readonly ReferenceEvent[] {
  const data = { minimum: formatMoney(minimum), staleAfterMonths };
  const last = holding(terms.filter((each) => each.on === on));
  if (last?.minimum === data.minimum && last.staleAfterMonths === staleAfterMonths) return [];
  return [{ type: 'PaymentTermsSet', effectiveOn: on, data }];
}

/** The streams `Reference-treasury-yields` and `Reference-disbursement-terms`: what holds for the whole ledger. */
export const referenceDecider: Decider<ReferenceState, ReferenceCommand, ReferenceEvent> = {
  empty: () => ({ yields: new Map(), holds: [], terms: [] }),
  evolve: ({ yields, holds, terms }, { type, data, effectiveOn: on }) => {
    switch (type) {
      case 'TreasuryYieldPublished':
        yields.set(data.weekEndingOn, { rate: data.rate, source: data.source });
        return;
      case 'HoldSet':
        holds.push({ ...data, on });
        return;
      case 'PaymentTermsSet':
        terms.push({ ...data, on });
        return;
    }
  },
  decide,
};
