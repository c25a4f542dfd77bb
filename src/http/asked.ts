/** What may be asked for, one class for each form of question; all of it is optional, and nothing else is heard. */
import type {
  Clocks,
  LiabilityFilter,
  LiabilityStatus,
  Page,
  SubjectFilter,
} from '../application/views/ledger.ts';
import type { DebtFilter } from '../application/views/debts.ts';
import type { ObligationFilter } from '../application/views/collection.ts';
import type { CaseFilter } from '../application/views/law.ts';
import type { Between } from '../application/views/reserve.ts';
import type { LineStatus } from '../application/reconciliation/statement-content.ts';
import type { ItemStatus } from '../application/views/statements.ts';
import type { AccountPurpose } from '../domain/account/events.ts';
import { accountPurposes } from '../requests/reconciliation-choices.ts';
import { knownAtIn } from '../application/queries/known-at.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, StatementId, VictimId } from '../domain/ids.ts';
import {
  ChoiceParameter,
  CursorParameter,
  DayParameter,
  IdParameter,
  InstantParameter,
  LimitParameter,
  ReceiptParameter,
} from './parameters.ts';

const inEffect = 'What was in effect on this day.';
/** What the parameter of the second clock says. */
export const recorded = 'What had been recorded by this instant.';
const statuses: Readonly<Record<LiabilityStatus, true>> = {
  open: true,
  satisfied: true,
  terminated: true,
  vacated: true,
};

const lineStatuses: Readonly<Record<LineStatus, true>> = {
  ...{ open: true, matched: true, suspended: true },
  ...{ 'written off': true, repeated: true },
};
const itemStatuses: Readonly<Record<ItemStatus, true>> = { confirmed: true, expected: true, missing: true };

/** A question about one thing. */
export class OneAsked {
  @DayParameter(inEffect)
  asOf?: CalendarDate;

  @InstantParameter(recorded)
  knownAt?: string;
}

/** A question why; the victim is named of a liability, where its order has several. */
export class ExplanationAsked extends OneAsked {
  @IdParameter('victim')
  victimId?: VictimId;
}

/** A question that a list answers, page by page. */
export class ListAsked extends OneAsked {
  @LimitParameter()
  limit?: string;

  @CursorParameter()
  cursor?: string;
}

/** A question about liabilities. */
export class LiabilitiesAsked extends ListAsked {
  @IdParameter('victim')
  victimId?: VictimId;

  @IdParameter('case')
  caseId?: CaseId;

  @IdParameter('defendant')
  defendantId?: DefendantId;

  @ChoiceParameter(Object.keys(statuses), 'Only liabilities of which this is so.')
  status?: LiabilityStatus;
}

/** A question about what is to be looked at, or what is due. */
export class CaseAsked extends ListAsked {
  @IdParameter('case')
  caseId?: CaseId;
}

/** A question about debts beside restitution. */
export class DebtsAsked extends ListAsked {
  @IdParameter('case')
  caseId?: CaseId;

  @IdParameter('defendant')
  defendantId?: DefendantId;
}

/** A question about interest, or about what is late. */
export class CollectionAsked extends ListAsked {
  @IdParameter('case')
  caseId?: CaseId;

  @IdParameter('defendant')
  defendantId?: DefendantId;

  @IdParameter('order')
  orderId?: OrderId;

  @DayParameter('The day of the question, and what was in effect on it; the present day unless told.')
  override asOf?: CalendarDate;
}

/** A question about history. */
export class HistoryAsked extends ListAsked {
  @IdParameter('victim')
  victimId?: VictimId;

  @IdParameter('case')
  caseId?: CaseId;

  @IdParameter('defendant')
  defendantId?: DefendantId;

  @IdParameter('order')
  orderId?: OrderId;

  @ReceiptParameter()
  receiptId?: ReceiptId;
}

/** A question about the Reserve between two days. */
export class StatementAsked {
  @DayParameter('The first day of the statement; the beginning unless told.')
  from?: CalendarDate;

  @DayParameter('The last day of the statement; the end unless told.')
  to?: CalendarDate;

  @InstantParameter(recorded)
  knownAt?: string;
}

/** A question about requests for assistance. */
export class AssistanceAsked extends ListAsked {
  @IdParameter('victim')
  victimId?: VictimId;
}

/** A question about lines of statements. */
export class LinesAsked extends ListAsked {
  @IdParameter('statement')
  statementId?: StatementId;

  @ChoiceParameter(Object.keys(lineStatuses), 'Only lines of which this has become.')
  status?: LineStatus;
}

/** A question about what the books expect of a bank. */
export class ItemsAsked extends ListAsked {
  @IdParameter('case')
  caseId?: CaseId;

  @ChoiceParameter(Object.keys(itemStatuses), 'Only items of which this is so.')
  status?: ItemStatus;
}

/** A question about bank and books. */
export class ProofAsked extends OneAsked {
  @ChoiceParameter(Object.keys(accountPurposes), 'Whose money: RESTITUTION unless told.')
  purpose?: AccountPurpose;
}

/** A question about the law, which has one clock. */
export class LawAsked {
  @DayParameter('Only what applies to an offence of this day.')
  asOf?: CalendarDate;
}

/** The clocks of a question; a day for an instant means its last millisecond. */
export function clocksOf({ asOf, knownAt }: Pick<OneAsked, 'asOf' | 'knownAt'>): Clocks {
  return {
    ...(asOf !== undefined && { asOf }),
    ...(knownAt !== undefined && {
      knownAt: knownAtIn(knownAt) ?? knownAt,
    }),
  };
}

/** The days between which a statement is asked for. */
export function betweenOf({ from, to }: StatementAsked): Between {
  return given({ from, to });
}

/** The page of a list that is asked for. */
export function pageOf({ limit = '50', cursor }: Pick<ListAsked, 'limit' | 'cursor'>): Page {
  return { limit: Number(limit), ...(cursor !== undefined && { cursor }) };
}

/** To which liabilities a list is narrowed. */
export function liabilityFilterOf({
  victimId,
  caseId,
  defendantId,
  status,
}: LiabilitiesAsked): LiabilityFilter {
  return given({ victimId, caseId, defendantId, status });
}

/** To which case a list is narrowed. */
export function caseFilterOf({ caseId }: CaseAsked): CaseFilter {
  return given({ caseId });
}

/** To whose debts a list is narrowed. */
export function debtFilterOf({ caseId, defendantId }: DebtsAsked): DebtFilter {
  return given({ caseId, defendantId });
}

/** To whose obligations a list is narrowed. */
export function obligationFilterOf({ caseId, defendantId, orderId }: CollectionAsked): ObligationFilter {
  return given({ caseId, defendantId, orderId });
}

/** To whose history a list is narrowed. */
export function subjectFilterOf({
  victimId,
  caseId,
  defendantId,
  orderId,
  receiptId,
}: Pick<HistoryAsked, keyof SubjectFilter>): SubjectFilter {
  return given({ victimId, caseId, defendantId, orderId, receiptId });
}

type Given<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that are there. */
export function given<Fields extends object>(fields: Fields): Given<Fields> {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as Given<Fields>;
}
