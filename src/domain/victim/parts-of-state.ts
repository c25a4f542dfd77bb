import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DisbursementId, RepresentativeId, VictimId } from '../ids.ts';
import { noMoney, type Money } from '../money.ts';
import type { AmendmentAuthority } from '../statutes/18-usc-3664-o-final-judgment.ts';
import type { Track } from '../statutes/restitution-statutes.ts';
import type { DisbursementReturnReason, PaidTo } from './found-and-paid.ts';

/** By which power a court ordered something, and on which day. */
export interface CourtOrder {
  readonly authority: AmendmentAuthority;
  readonly on: CalendarDate;
}

/** What one receipt has brought under one order, over all rounds. */
export interface Credit {
  readonly round: number;
  readonly acceptedInRound: Money;
  /** What of that had ended by full recovery, and gave way to it. */
  readonly hadEndedInRound: Money;
  /** What it asked for last, with all that it had brought until then. */
  readonly asked: Money;
  readonly total: Money;
  readonly isReversed: boolean;
  /** Whether its receipt has cleared: then so has whatever it brings. */
  readonly isCleared: boolean;
  /** The earliest day on which it credited anything. */
  readonly on: CalendarDate;
  /** The day of the payment; that of its effect, where it was credited before both were told apart. */
  readonly paidOn: CalendarDate;
  /** The day on which what it brought last, or its return, took effect. */
  readonly movedOn: CalendarDate;
}

/** What came in for the victim by track, what of it under orders since vacated, and what of both has cleared. */
export interface CameIn {
  readonly credited: Readonly<Record<Track, Money>>;
  readonly underVacated: Readonly<Record<Track, Money>>;
  /** What of the former two has cleared. */
  readonly cleared: Readonly<Record<Track, Money>>;
  readonly clearedUnderVacated: Readonly<Record<Track, Money>>;
}

/** What came in for the victim as principal, and as interest of which this stream was told (P-10); and what went out. */
export interface CaseAccount extends CameIn {
  readonly interest: CameIn;
  readonly disbursed: Money;
  /** What of the latter went to the Crime Victims Fund. */
  readonly toFund: Money;
  /** What is the victim's and nobody claims: with the court, or in the Treasury. */
  readonly unclaimed: Money;
  /** What of what went out had come in beside what this stream credits: as interest, or under another statute. */
  readonly paidBeside: Money;
  /** What had gone out of interest before it was told, and was taken for such money until then. */
  readonly toldPaidOut: Money;
}

/** What one receipt has brought as interest under one order: in each round, and in all. */
export interface InterestCredit {
  readonly rounds: ReadonlyMap<number, Money>;
  readonly total: Money;
  readonly isReversed: boolean;
  readonly isCleared: boolean;
  readonly movedOn: CalendarDate;
}

/** One payment out, and its return where it came back. */
export interface Disbursement {
  readonly disbursementId: DisbursementId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly amount: Money;
  readonly on: CalendarDate;
  readonly paidTo: PaidTo;
  readonly representativeId: RepresentativeId | undefined;
  readonly beside: Money;
  /** The payment that it takes the place of. */
  readonly replaces: DisbursementId | undefined;
  readonly returned: { readonly on: CalendarDate; readonly reason: DisbursementReturnReason } | undefined;
}

/** What one victim has been ordered assistance under one request. Never changed, only replaced. */
export interface Assistance {
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly orderedOn: CalendarDate;
  readonly amount: Money;
  readonly isVacated: boolean;
  /** Every payment of it, with whether it came back. */
  readonly payments: readonly AssistanceHeard[];
}

/** One payment of assistance, as the victim's stream heard of it. */
export interface AssistanceHeard {
  readonly disbursementId: DisbursementId;
  readonly isReturned: boolean;
  readonly on: CalendarDate;
  /** Who was paid; undefined where it was the victim. */
  readonly representativeId: RepresentativeId | undefined;
}

/** Nothing. */
export const nothingCameIn: CameIn = {
  credited: { TRAFFICKING: noMoney, FULL_AMOUNT: noMoney },
  underVacated: { TRAFFICKING: noMoney, FULL_AMOUNT: noMoney },
  cleared: { TRAFFICKING: noMoney, FULL_AMOUNT: noMoney },
  clearedUnderVacated: { TRAFFICKING: noMoney, FULL_AMOUNT: noMoney },
};

/** An account into which nothing came. */
export const emptyAccount: CaseAccount = {
  ...nothingCameIn,
  interest: nothingCameIn,
  disbursed: noMoney,
  toFund: noMoney,
  unclaimed: noMoney,
  paidBeside: noMoney,
  toldPaidOut: noMoney,
};
