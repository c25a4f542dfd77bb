/**
 * What bears on the collection of what a defendant owes in a case: terms of interest, schedules, release and death.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DebtId, DefendantId, OrderId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { Interval } from '../statutes/18-usc-3572-d-payment.ts';

/** The obligation meant: restitution under an order, or a debt; the other id is null. */
export interface ObligationRef {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly debtId: DebtId | null;
}

/** Whether interest is that of 18 U.S.C. 3612(f), is waived under 3612(f)(3)(A), or is that of 28 U.S.C. 1961. */
export type InterestTerms = 'STATUTE' | 'WAIVED' | 'CIVIL';

/** The judgment, or a later order, says on which terms an obligation bears interest. */
export type InterestTermsSet = DomainEvent<
  'InterestTermsSet',
  ObligationRef & {
    readonly terms: InterestTerms;
    readonly limit: MoneyText | null;
    readonly endsOn: CalendarDate | null;
  }
>;

/** All at once on a day, in instalments, or in nominal periodic payments. */
export type PaymentManner = 'LUMP_SUM' | 'INSTALMENTS' | 'NOMINAL';

/** The court set how an obligation is to be paid. */
export type PaymentScheduleSet = DomainEvent<
  'PaymentScheduleSet',
  ObligationRef & {
    readonly manner: PaymentManner;
    readonly firstOn: CalendarDate;
    readonly amount: MoneyText | null;
    readonly every: Interval | null;
  }
>;

interface OfDefendant {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
}

/** The defendant was released from imprisonment: twenty years of liability may run from this day. */
export type DefendantReleased = DomainEvent<'DefendantReleased', OfDefendant>;

/** The defendant died: a fine ends, and the estate is liable for restitution. */
export type DefendantDied = DomainEvent<'DefendantDied', OfDefendant>;

export type CollectionEvent = InterestTermsSet | PaymentScheduleSet | DefendantReleased | DefendantDied;
