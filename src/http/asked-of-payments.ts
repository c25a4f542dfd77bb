/** What may be asked of payments in, and of payments out. */
import type { ChequeFilter, PlanFilter, RefundPlanFilter } from '../application/views/disbursements.ts';
import type { ReceiptFilter, ReceiptStatus } from '../application/views/receipts.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CaseId, DefendantId, RunId, VictimId } from '../domain/ids.ts';
import { paymentOrigins, type PaymentOrigin } from '../domain/statutes/payment-origins.ts';
import { given, ListAsked, recorded } from './asked.ts';
import { ChoiceParameter, DayParameter, IdParameter, InstantParameter } from './parameters.ts';

const chequeStatuses: Readonly<Record<NonNullable<ChequeFilter['status']>, true>> = {
  ...{ outstanding: true, stale: true, presented: true, voided: true },
  ...{ returned: true, unclaimed: true, due: true, reissued: true, questioned: true },
};

/** A question about payments out, as a register of cheques has them. */
export class ChequesAsked extends ListAsked {
  @IdParameter('run')
  runId?: RunId;

  @IdParameter('victim')
  victimId?: VictimId;

  @IdParameter('defendant')
  defendantId?: DefendantId;

  @IdParameter('case')
  caseId?: CaseId;

  @ChoiceParameter(
    Object.keys(chequeStatuses),
    'Only payments that stand so, or of which something is questioned.',
  )
  status?: NonNullable<ChequeFilter['status']>;
}

const receiptStatuses: Readonly<Record<ReceiptStatus, true>> = {
  ...{ settling: true, applied: true, 'excess held': true },
  ...{ refunded: true, returned: true },
};

/** A question about payments in. */
export class ReceiptsAsked extends ListAsked {
  @IdParameter('case')
  caseId?: CaseId;

  @IdParameter('defendant')
  defendantId?: DefendantId;

  @ChoiceParameter(paymentOrigins, 'Only payments whose money came from there.')
  origin?: PaymentOrigin;

  @ChoiceParameter(Object.keys(receiptStatuses), 'Only payments that stand so.')
  status?: ReceiptStatus;

  @DayParameter('The first day of receipt.')
  from?: CalendarDate;

  @DayParameter('The last day of receipt.')
  until?: CalendarDate;
}

/** A question what would happen if a receipt came back. */
export class UnwindingAsked {
  @DayParameter('The day on which it would come back; the present one unless told.')
  asOf?: CalendarDate;
}

/** A question about what would be paid out. */
export class PlanAsked {
  @IdParameter('victim')
  victimId?: VictimId;

  @IdParameter('case')
  caseId?: CaseId;

  @DayParameter('The day of the payments, and what was in effect on it; the present day unless told.')
  asOf?: CalendarDate;

  @InstantParameter(recorded)
  knownAt?: string;
}

/** A question about what would go back to payors. */
export class RefundPlanAsked {
  @IdParameter('case')
  caseId?: CaseId;

  @IdParameter('defendant')
  defendantId?: DefendantId;

  @DayParameter('The day of the refunds, and what was in effect on it; the present day unless told.')
  asOf?: CalendarDate;

  @InstantParameter(recorded)
  knownAt?: string;
}

/** To which payments a list is narrowed. */
export function receiptFilterOf(asked: ReceiptsAsked): ReceiptFilter {
  const { caseId, defendantId, origin, status, from, until } = asked;
  return given({ caseId, defendantId, origin, status, from, until });
}

/** Whose money is asked about. */
export function planFilterOf({ victimId, caseId }: PlanAsked): PlanFilter {
  return given({ victimId, caseId });
}

/** Whose refunds are asked about. */
export function refundPlanFilterOf({ caseId, defendantId }: RefundPlanAsked): RefundPlanFilter {
  return given({ caseId, defendantId });
}
