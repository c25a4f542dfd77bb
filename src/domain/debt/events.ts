/**
 * What a defendant owes under a judgment beside restitution: assessments, fines, community restitution, penalties, costs.
 * The case's stream owns each, and decides every cent that is paid on it.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DebtId, DefendantId, ReceiptId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { AssessedOffence } from '../statutes/18-usc-2259a-a-assessments.ts';
import type { DebtKind, Obligation } from '../statutes/obligations.ts';

/** Which debt is meant; every event about it names all three, so that no reader needs another event to place it. */
export interface DebtRef {
  readonly debtId: DebtId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
}

/** A court imposed an assessment, a fine, community restitution, a penalty or costs. */
export type DebtImposed = DomainEvent<
  'DebtImposed',
  DebtRef & {
    readonly kind: DebtKind;
    readonly amount: MoneyText;
    readonly offenceOn: CalendarDate;
    /** Which of its offences an assessment under 18 U.S.C. 2259A is for; not there where that was not told. */
    readonly assessedOffence?: AssessedOffence;
  }
>;

/** Money of a receipt was credited to the debt. */
export type DebtCredited = DomainEvent<
  'DebtCredited',
  DebtRef & {
    readonly kind: DebtKind;
    readonly receiptId: ReceiptId;
    readonly round: number;
    readonly amount: MoneyText;
  }
>;

/** The receipt came back: `amount` that it had paid on the debt is owed again. */
export type DebtReversed = DomainEvent<
  'DebtReversed',
  DebtRef & { readonly kind: DebtKind; readonly receiptId: ReceiptId; readonly amount: MoneyText }
>;

/** On petition of the government the court remitted so much of what was unpaid: 18 U.S.C. 3573. */
export type DebtRemitted = DomainEvent<
  'DebtRemitted',
  DebtRef & { readonly kind: DebtKind; readonly amount: MoneyText; readonly citation: string }
>;

/**
 * The judgment that imposed it was set aside: `amount` that was still owed is owed no more. What was paid stays paid. Said
 * again of what a payment that came back would have made owed.
 */
export type DebtVacated = DomainEvent<
  'DebtVacated',
  DebtRef & { readonly kind: DebtKind; readonly amount: MoneyText }
>;

/**
 * The term of the debt was over, or the defendant’s death ended it: `amount` that was still owed is owed no more. Said again
 * of what a payment that came back would have made owed.
 */
export type DebtExpired = DomainEvent<
  'DebtExpired',
  DebtRef & {
    readonly kind: DebtKind;
    readonly amount: MoneyText;
    readonly citation: string;
    readonly policyVersion: number;
  }
>;

/**
 * That its term was over was recorded in error: `amount` is owed again; and `vacated`, of a debt that was set aside since, is set
 * aside, and no longer ended with the term.
 */
export type DebtExpiryUndone = DomainEvent<
  'DebtExpiryUndone',
  DebtRef & { readonly kind: DebtKind; readonly amount: MoneyText; readonly vacated?: MoneyText }
>;

/** The judgment says in which order this defendant's obligations are paid; policy P-39 says whether that is followed. */
export type OrderOfPaymentSet = DomainEvent<
  'OrderOfPaymentSet',
  {
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    /** Paid one after the other; what is not named comes after these, as the statute ranks it. */
    readonly obligations: readonly Obligation[];
  }
>;

export type DebtEvent =
  | DebtImposed
  | DebtCredited
  | DebtReversed
  | DebtRemitted
  | DebtVacated
  | DebtExpired
  | DebtExpiryUndone
  | OrderOfPaymentSet;
