import type { CalendarDate } from '../calendar-date.ts';
import type {
  CaseId,
  DisbursementId,
  InstrumentNumber,
  RepresentativeId,
  RunId,
  StatementId,
  VictimId,
} from '../ids.ts';
import type { Money } from '../money.ts';
import type { Instrument, PresentedBy, UnclaimedPlace } from '../payment/events.ts';
import type { PaidTo } from './found-and-paid.ts';

/** One payment of a run that was released; no door sends this. */
export interface MakeDisbursement {
  readonly type: 'MakeDisbursement';
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly disbursementId: DisbursementId;
  readonly runId: RunId;
  readonly amount: Money;
  readonly paidTo: PaidTo;
  readonly representativeId: RepresentativeId | undefined;
  /** What the case's own stream has credited the victim with: under other statutes than section 2259, and interest. */
  readonly creditedInCase: Money;
  /** What of that is interest on orders under section 2259. */
  readonly interestInCase: Money;
  /** Whether an order for the victim in the case was appealed since the run was proposed. */
  readonly isAppealed: boolean;
  readonly on: CalendarDate;
}

interface OfPayment {
  readonly victimId: VictimId;
  readonly disbursementId: DisbursementId;
  readonly on: CalendarDate;
}

/** A payment out has its cheque, or its transfer, and the number of that. */
export interface RecordInstrument extends OfPayment {
  readonly type: 'RecordInstrument';
  readonly instrument: Instrument;
  readonly number: InstrumentNumber;
}

/** A line of a bank is said to show that a payment was paid, for whatever amount; the passage adds what the line says. */
export interface RecordPresentation extends OfPayment {
  readonly type: 'RecordPresentation';
  readonly statementId: StatementId;
  readonly line: number;
}

/** What lines of a bank show of a payment; no door sends this. */
export interface NotePresentation extends OfPayment, PresentedBy {
  readonly type: 'NotePresentation';
  /** What the bank paid; that of the payment, where nothing is said. */
  readonly amount: Money | undefined;
}

/** They do not show it after all; no door sends this. */
export interface WithdrawPresentation extends OfPayment, PresentedBy {
  readonly type: 'WithdrawPresentation';
}

/** Money of a payment that came back goes where it waits for whoever claims it. */
export interface DepositUnclaimed extends OfPayment {
  readonly type: 'DepositUnclaimed';
  readonly place: UnclaimedPlace;
}

/** It was claimed. */
export interface WithdrawUnclaimed extends OfPayment {
  readonly type: 'WithdrawUnclaimed';
}

/** What is said of the cheque or the transfer of a payment, in the stream of its victim. */
export type InstrumentCommand = RecordInstrument | NotePresentation | WithdrawPresentation;
