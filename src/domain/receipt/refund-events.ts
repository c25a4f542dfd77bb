/**
 * What becomes of money that goes back to its payor, in the stream of the receipt that owns every cent of it.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DefendantId, InstrumentNumber, ReceiptId, RefundId, RunId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { Instrument, InstrumentQuestion, PresentedBy, UnclaimedPlace } from '../payment/events.ts';
import type { DisbursementReturnReason } from '../victim/found-and-paid.ts';

/** Excess was paid back to the payor. `beyondHeld` is the part for which the ledger knew of no excess. */
export type RefundMade = DomainEvent<
  'RefundMade',
  OfRefund & {
    readonly amount: MoneyText;
    readonly beyondHeld: MoneyText;
    /** The run that it went out with; not there where it went by itself. */
    readonly runId?: RunId;
    /** The refund that came back, and whose place this one takes; not there where it takes none. */
    readonly replaces?: RefundId;
  }
>;

/** A refund of a run was not made: something has changed since it was planned. */
export type RefundWithheld = DomainEvent<
  'RefundWithheld',
  OfRefund & { readonly runId: RunId; readonly amount: MoneyText; readonly reason: RefundWithheldReason }
>;

/** What has changed: less is held than was planned, it waits for a court, the receipt came back, or what other streams know of it. */
export type RefundWithheldReason = 'NOT_HELD' | 'AWAITS_COURT' | 'RECEIPT_RETURNED' | RefundHindered;

/**
 * What is known outside the receipt: its payor has died, or owes victims or the public, or it is held until a yield is
 * recorded, since 0.1.0.
 */
export type RefundHindered = 'PAYOR_DIED' | 'YIELD_AWAITED' | 'PAYOR_OWES';

/** A refund came back, or was called off: the money is held for the payor again. */
export type RefundReturned = DomainEvent<
  'RefundReturned',
  OfRefund & { readonly amount: MoneyText; readonly reason: DisbursementReturnReason }
>;

/** A refund was given its cheque, or its transfer, and the number of it. */
export type RefundInstrumentIssued = DomainEvent<
  'RefundInstrumentIssued',
  OfRefund & {
    readonly amount: MoneyText;
    readonly instrument: Instrument;
    readonly number: InstrumentNumber;
  }
>;

/** A bank paid it: one presentation, by the lines of the statement that show it. */
export type RefundPresented = DomainEvent<
  'RefundPresented',
  OfRefund &
    PresentedBy & {
      /** What the bank paid. */
      readonly amount: MoneyText;
      /** What was issued. */
      readonly issued: MoneyText;
    }
>;

/** The match that had shown it was undone: it was not presented by those lines. */
export type RefundPresentationWithdrawn = DomainEvent<
  'RefundPresentationWithdrawn',
  OfRefund & PresentedBy & { readonly amount: MoneyText }
>;

/** Something about the presentation of a refund cannot be right; nothing of it is booked by itself. */
export type RefundQuestioned = DomainEvent<
  'RefundQuestioned',
  OfRefund &
    Pick<PresentedBy, 'statementId' | 'lines'> & {
      readonly question: InstrumentQuestion;
      /** What was issued, and what was presented. */
      readonly issued: MoneyText;
      readonly presented: MoneyText;
    }
>;

/** Money of a refund that came back is set aside with the court, for its payor cannot be found (28 U.S.C. 2041). */
export type UnclaimedRefundSetAside = DomainEvent<
  'UnclaimedRefundSetAside',
  OfRefund & {
    readonly amount: MoneyText;
    /** The part that is not held any more, as where the same money went out again; not there where all of it is. */
    readonly beyondHeld?: MoneyText;
  }
>;

/** It went to the Treasury, in the name of the United States; it stays the payor's to claim (28 U.S.C. 2042). */
export type UnclaimedRefundDeposited = DomainEvent<
  'UnclaimedRefundDeposited',
  OfRefund & { readonly amount: MoneyText }
>;

/** It was claimed, and is held for the payor again. */
export type UnclaimedRefundWithdrawn = DomainEvent<
  'UnclaimedRefundWithdrawn',
  OfRefund & {
    readonly amount: MoneyText;
    /** Where it had been. */
    readonly heldBy: UnclaimedPlace;
  }
>;

/** Whose refund it is, and out of what. */
interface OfRefund {
  readonly receiptId: ReceiptId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly refundId: RefundId;
}

/** What a bank says of a refund. */
export type RefundInstrumentEvent =
  RefundInstrumentIssued | RefundPresented | RefundPresentationWithdrawn | RefundQuestioned;

/** Where money of refunds waits for whoever claims it. */
export type UnclaimedRefundEvent =
  UnclaimedRefundSetAside | UnclaimedRefundDeposited | UnclaimedRefundWithdrawn;

export type RefundEvent =
  RefundMade | RefundWithheld | RefundReturned | RefundInstrumentEvent | UnclaimedRefundEvent;
