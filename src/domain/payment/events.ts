/**
 * What becomes of payments out beside their being made and coming back, in the stream of their victim.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { NoPayee } from '../disbursement/payee.ts';
import type {
  CaseId,
  DisbursementId,
  InstrumentNumber,
  MatchId,
  RunId,
  StatementId,
  VictimId,
} from '../ids.ts';
import type { MoneyText } from '../money.ts';

/** A payment of a run was not made: something has changed since it was planned. */
export type DisbursementWithheld = DomainEvent<
  'DisbursementWithheld',
  {
    readonly victimId: VictimId;
    readonly caseId: CaseId;
    readonly disbursementId: DisbursementId;
    readonly runId: RunId;
    readonly amount: MoneyText;
    readonly reason: WithheldReason;
  }
>;

/** What has changed: there is less than was planned, another is the payee or nobody is, or an appeal was taken. */
export type WithheldReason = 'NOT_PAYABLE' | 'PAYEE_CHANGED' | 'APPEAL_TAKEN' | NoPayee;

/** By what a payment goes out: a cheque, or a transfer through a clearing house. */
export type Instrument = 'CHEQUE' | 'ACH';

/** A payment out was given its cheque, or its transfer, and the number of it. */
export type InstrumentIssued = DomainEvent<
  'InstrumentIssued',
  OfPayment & {
    readonly amount: MoneyText;
    readonly instrument: Instrument;
    readonly number: InstrumentNumber;
  }
>;

/** A bank paid it: one presentation, by the lines of the statement that show it. */
export type InstrumentPresented = DomainEvent<
  'InstrumentPresented',
  OfPayment &
    PresentedBy & {
      /** What the bank paid. */
      readonly amount: MoneyText;
      /** What was issued. */
      readonly issued: MoneyText;
    }
>;

/** The match that had shown it was undone: it was not presented by those lines. */
export type PresentationWithdrawn = DomainEvent<
  'PresentationWithdrawn',
  OfPayment & PresentedBy & { readonly amount: MoneyText }
>;

/** Something about a presentation cannot be right, and a person must look at it; nothing of it is booked by itself. */
export type InstrumentQuestioned = DomainEvent<
  'InstrumentQuestioned',
  OfPayment &
    Pick<PresentedBy, 'statementId' | 'lines'> & {
      readonly question: InstrumentQuestion;
      /** What was issued, and what was presented. */
      readonly issued: MoneyText;
      readonly presented: MoneyText;
    }
>;

/** What cannot be right: the amounts differ, it was paid twice, or it was paid though it had been voided, or voided though paid. */
export type InstrumentQuestion =
  'PRESENTED_FOR_ANOTHER_AMOUNT' | 'PRESENTED_AGAIN' | 'PRESENTED_AFTER_VOID' | 'VOIDED_AFTER_PRESENTED';

interface OfPayment {
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly disbursementId: DisbursementId;
}

/** The lines of one statement that show a presentation, by number. */
export interface PresentedBy {
  readonly statementId: StatementId;
  readonly lines: readonly number[];
  /** The match that said so; not there where somebody named the line. */
  readonly matchId?: MatchId;
}

/** Money of a payment that came back is set aside with the court, for its payee cannot be found (28 U.S.C. 2041). */
export type UnclaimedMoneySetAside = DomainEvent<
  'UnclaimedMoneySetAside',
  OfPayment & { readonly amount: MoneyText }
>;

/** It went to the Treasury, in the name of the United States; it stays the victim's to claim (28 U.S.C. 2042). */
export type UnclaimedMoneyDeposited = DomainEvent<
  'UnclaimedMoneyDeposited',
  OfPayment & { readonly amount: MoneyText }
>;

/** It was claimed, and is held for the victim again. */
export type UnclaimedMoneyWithdrawn = DomainEvent<
  'UnclaimedMoneyWithdrawn',
  OfPayment & {
    readonly amount: MoneyText;
    /** Where it had been. */
    readonly heldBy: UnclaimedPlace;
  }
>;

/** Where money waits that nobody claims: with the court, or in the Treasury. */
export type UnclaimedPlace = 'REGISTRY' | 'TREASURY';

export type UnclaimedEvent = UnclaimedMoneySetAside | UnclaimedMoneyDeposited | UnclaimedMoneyWithdrawn;

export type InstrumentEvent =
  InstrumentIssued | InstrumentPresented | PresentationWithdrawn | InstrumentQuestioned;

export type PaymentEvent = DisbursementWithheld | InstrumentEvent | UnclaimedEvent;
