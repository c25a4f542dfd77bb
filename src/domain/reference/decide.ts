import { formatAnnualRate, type AnnualRateText } from '../annual-rate.ts';
import { holding, type CalendarDate } from '../calendar-date.ts';
import { weekdayOf } from '../calendar-arithmetic.ts';
import { heardAlready, type Decider, type Decision } from '../decider.ts';
import { formatMoney, noMoney, parseMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import type { CaseId, ReceiptId } from '../ids.ts';
import type {
  AwaitYield,
  RecordAssessmentCeiling,
  RecordTreasuryYield,
  ReferenceCommand,
  SetHold,
  SetPaymentTerms,
} from './commands.ts';
import type { AssessmentCeiling } from '../statutes/18-usc-2259a-a-assessments.ts';
import type { CeilingSource, HoldSet, PaymentTermsSet, ReferenceEvent } from './events.ts';

/** What was recorded: of a stream of yields these alone, and so of one of ceilings, and of one of terms. */
export interface ReferenceState {
  /** The rate that was recorded last for each week, by its Friday. */
  readonly yields: Map<CalendarDate, { readonly rate: AnnualRateText; readonly source: string }>;
  /** The receipts of which money is held for want of the yield of a week, in the order in which they were. */
  readonly awaited: Map<CalendarDate, Awaiting[]>;
  /** In the order of recording. */
  readonly ceilings: (AssessmentCeiling & { readonly source: CeilingSource })[];
  /** In the order of recording, each with the day from which it holds. */
  readonly holds: (HoldSet['data'] & { readonly on: CalendarDate })[];
  readonly terms: (PaymentTermsSet['data'] & { readonly on: CalendarDate })[];
}

/** A receipt that waits for a yield, and the case in which interest could not be reckoned. */
interface Awaiting {
  readonly receiptId: ReceiptId;
  readonly caseId: CaseId;
}

function decide(command: ReferenceCommand | AwaitYield, state: ReferenceState): Decision<ReferenceEvent> {
  const happened = whatHappened(command, state);
  return happened.length === 0 ? heardAlready : { happened, follows: [] };
}

function whatHappened(
  command: ReferenceCommand | AwaitYield,
  state: ReferenceState,
): readonly ReferenceEvent[] {
  switch (command.type) {
    case 'RecordTreasuryYield':
      return recordYield(command, state);
    case 'AwaitYield':
      return awaitYield(command, state);
    case 'RecordAssessmentCeiling':
      return recordCeiling(command, state);
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

/** A receipt waits for a week once, though it may be said by several who carry it. */
function awaitYield(
  { weekEndingOn, receiptId, caseId, on }: AwaitYield,
  { awaited }: ReferenceState,
): readonly ReferenceEvent[] {
  const waiting = awaited.get(weekEndingOn) ?? [];
  if (waiting.some((each) => each.receiptId === receiptId && each.caseId === caseId)) return [];
  return [{ type: 'YieldAwaited', effectiveOn: on, data: { weekEndingOn, receiptId, caseId } }];
}

/** Of one day and one offence, what was recorded last holds; what was imposed by then stays as it is. */
function recordCeiling(
  { offence, amount, source, on }: RecordAssessmentCeiling,
  { ceilings }: ReferenceState,
): readonly ReferenceEvent[] {
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  const last = ceilings.findLast((each) => each.offence === offence && each.from === on);
  if (last?.amount === amount && last.source === source) return [];
  const data = { offence, amount: formatMoney(amount), source };
  return [{ type: 'AssessmentCeilingPublished', effectiveOn: on, data }];
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

/** The streams `Reference-treasury-yields`, `Reference-assessment-ceilings` and `Reference-disbursement-terms`: what holds for the whole ledger. */
export const referenceDecider: Decider<ReferenceState, ReferenceCommand | AwaitYield, ReferenceEvent> = {
  empty: () => ({ yields: new Map(), awaited: new Map(), ceilings: [], holds: [], terms: [] }),
  evolve: ({ yields, awaited, ceilings, holds, terms }, { type, data, effectiveOn: on }) => {
    switch (type) {
      case 'TreasuryYieldPublished':
        yields.set(data.weekEndingOn, { rate: data.rate, source: data.source });
        return;
      case 'YieldAwaited': {
        const waiting = awaited.get(data.weekEndingOn) ?? [];
        awaited.set(data.weekEndingOn, waiting);
        waiting.push({ receiptId: data.receiptId, caseId: data.caseId });
        return;
      }
      case 'AssessmentCeilingPublished': {
        const { offence, amount, source } = data;
        ceilings.push({ offence, from: on, amount: parseMoney(amount), source });
        return;
      }
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
