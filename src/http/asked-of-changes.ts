import type { Clocks, SubjectFilter } from '../application/views/ledger.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, VictimId } from '../domain/ids.ts';
import { clocksOf, OneAsked, subjectFilterOf } from './asked.ts';
import { DayParameter, IdParameter, InstantParameter, ReceiptParameter } from './parameters.ts';

/** A question about what changed from one standpoint to another, which is that of `asOf` and `knownAt`. */
export class ChangesAsked extends OneAsked {
  @DayParameter('What was in effect on this day, at the beginning; all days unless told.')
  fromAsOf?: CalendarDate;

  @InstantParameter(
    'What had been recorded by then, at the beginning; nothing, unless this or the day is told.',
  )
  fromKnownAt?: string;

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

/** Before anything was recorded. */
const beginning: Clocks = { knownAt: '@0' };

/** Whom the question is about, and from where to where. */
export function changesOf(asked: ChangesAsked): readonly [SubjectFilter, Clocks, Clocks] {
  const { fromAsOf: asOf, fromKnownAt: knownAt } = asked;
  const isTold = asOf !== undefined || knownAt !== undefined;
  const from = clocksOf({ ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) });
  return [subjectFilterOf(asked), isTold ? from : beginning, clocksOf(asked)];
}
