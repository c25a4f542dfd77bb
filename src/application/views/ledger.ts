/** What the ledger answers: plain objects that are fit for a table, a page or JSON alike. Amounts are decimal text. */
import type { Account } from '../../domain/chart-of-accounts.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { OverrideAuthority } from '../../domain/case/events.ts';
import type { FinalityGround } from '../../domain/liability/events.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { Offence } from '../../domain/statutes/offences.ts';
import type { EventType } from '../../domain/events.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import type { RestitutionStatute, Track } from '../../domain/statutes/restitution-statutes.ts';
import type { PeopleView } from './people.ts';
import type { RecoveryView } from './recoveries.ts';

/** The two clocks of every question: in effect on `asOf`, as far as it had been recorded by `knownAt`. */
export interface Clocks {
  readonly asOf?: CalendarDate;
  /** RFC 3339 in UTC; or `@` and a position of the log, for what had been recorded up to there. */
  readonly knownAt?: string;
}

/** Where an answer stands: on which clocks, and up to which position of the log. */
export interface Standpoint {
  readonly position: number;
  readonly asOf: CalendarDate | null;
  readonly knownAt: string | null;
}

/** Where an answer stands, who worked it out, and what it says in one word. */
export interface Stamp extends Standpoint {
  /** The version of the read models that it was worked out from. */
  readonly readModels: string;
  /**
   * SHA-256, in hexadecimal: of the answer as JSON without spaces and without its stamp; of a list, of its rows, each as JSON
   * in a line of its own. The same answer has the same hash, whenever it is given.
   */
  readonly hash: string;
}

export type Stamped<Answer> = Answer & { readonly stamp: Stamp };

export interface Page {
  /** At most so many rows; 1 to 1,000. */
  readonly limit: number;
  /** What the page before gave as `next`. */
  readonly cursor?: string;
}

export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** `open`: something is owed. `satisfied`: paid in full. `terminated`: ended by law. `vacated`: set aside by a court. */
export type LiabilityStatus = 'open' | 'satisfied' | 'terminated' | 'vacated';

/** A fact that the law made something of: what happened, where it stands in the log, and what it is about. */
export interface Cause {
  readonly type: EventType;
  readonly position: number;
  /** The receipt, the request for assistance, the payment out, the recovery, the order or the case that it is about. */
  readonly id: string | null;
}

/** Why a liability ended by law: under which words, on which day, and through which payment or other event. */
export interface Ending {
  readonly on: CalendarDate;
  readonly citation: string;
  /** The full recovery that ended it; null where its term was over. */
  readonly epoch: number | null;
  readonly position: number;
  /** The receipt whose credit reached the cap; null where something else brought it about. */
  readonly byReceipt: ReceiptId | null;
  /** What brought it about, a payment or anything else; null where its term was over, or a review found it. */
  readonly cause: Cause | null;
}

export interface LiabilityView {
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly track: Track;
  /** The day on which the order imposed it. */
  readonly imposedOn: CalendarDate;
  readonly ordered: MoneyText;
  readonly paid: MoneyText;
  /** What courts credited for civil recoveries (18 U.S.C. 3664(j)(2)). */
  readonly reduced: MoneyText;
  readonly terminated: MoneyText;
  readonly vacated: MoneyText;
  /** What was paid or credited above what is ordered now: nobody has it back by itself (P-46). */
  readonly overpaid: MoneyText;
  /** What others who owe it jointly have taken off it (18 U.S.C. 3664(h)). */
  readonly relieved: MoneyText;
  readonly outstanding: MoneyText;
  readonly isFinal: boolean;
  readonly status: LiabilityStatus;
  readonly ending: Ending | null;
}

/** One case's finding of what a victim lost, and whether it counts for the cap. */
export interface FindingView {
  readonly caseId: CaseId;
  readonly category: string;
  /** Null where the finding named none. */
  readonly statute: RestitutionStatute | null;
  readonly amount: MoneyText;
  /** What the court had deducted for assistance before it came to the amount. */
  readonly assistanceDeducted: MoneyText;
  readonly determinedOn: CalendarDate;
}

/** What is ordered and was credited for a victim under one statute other than 18 U.S.C. 2259. */
export interface UnderStatute {
  readonly statute: RestitutionStatute;
  /** How many liabilities there are under it, those set aside among them. */
  readonly liabilities: number;
  /** What stands ordered; what several owe jointly is counted under the order of each. */
  readonly ordered: MoneyText;
  /** What was paid through the court, also under orders that were set aside since. */
  readonly credited: MoneyText;
}

export interface VictimView {
  readonly victimId: VictimId;
  /** The greatest loss found in any case with a final order; null where there is none. */
  readonly greatestLoss: MoneyText | null;
  /** What the victim has received in the sense of the statute: `recovered`, or what of it has cleared or was paid out (P-05). */
  readonly received: MoneyText;
  /** Restitution credited under 18 U.S.C. 2259 on the track that the cap measures, and what counts beside it (P-12, P-13, P-43). */
  readonly recovered: MoneyText;
  /** What may still be recovered before liability ends; null without a cap. */
  readonly headroom: MoneyText | null;
  /** All restitution credited, on every track and statute. */
  readonly credited: MoneyText;
  /** Interest paid for the victim; no part of what is credited. */
  readonly interest: MoneyText;
  readonly disbursed: MoneyText;
  /** Credited, or paid as interest, and not yet paid out. */
  readonly held: MoneyText;
  /** Paid out of cases beyond what was held there: `credited` + `interest` = `disbursed` + `held` - `paidBeyondHeld`. */
  readonly paidBeyondHeld: MoneyText;
  /** Paid to the victim from the Reserve; no part of what is credited. */
  readonly assisted: MoneyText;
  /** What was recovered elsewhere and takes part in the recovery toward the cap; no part of what is credited. */
  readonly elsewhere: MoneyText;
  /** What of `interest` takes part in the recovery toward the cap (P-10). */
  readonly interestCounted: MoneyText;
  /** The last full recovery; null where it was undone, and while a greater loss found since leaves more to recover. */
  readonly madeWhole: {
    readonly on: CalendarDate;
    readonly epoch: number;
    readonly byReceipt: ReceiptId | null;
    /** What brought it about, a payment or anything else; null where a review found it. */
    readonly cause: Cause | null;
  } | null;
  readonly overRecovery: MoneyText;
  /** What of it is claimed from the victim in the journal, where P-20 has it so; nothing collects it. */
  readonly overRecoveryClaimed: MoneyText;
  /**
   * Whether what was decided (`madeWhole`, `overRecovery`, what ended) agrees no more with `received`, as an answer to an
   * open question was changed since: `ReviewLiabilities` decides anew.
   */
  readonly isReviewDue: boolean;
  readonly people: PeopleView;
  readonly findings: readonly FindingView[];
  /** What was reported of recoveries elsewhere, in the order of the reports. */
  readonly recoveries: readonly RecoveryView[];
  readonly liabilities: readonly LiabilityView[];
  /** What of it is not under 18 U.S.C. 2259, by statute: no part of `received` and `recovered`. */
  readonly underOtherStatutes: readonly UnderStatute[];
}

export interface OrderView {
  readonly orderId: OrderId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly statute: RestitutionStatute;
  readonly offenceOn: CalendarDate;
  readonly enteredOn: CalendarDate;
  /** The offences of conviction, where the order named any. */
  readonly offences: readonly Offence[];
  /** On whose word it was recorded although the law does not let a court order it; null where it does. */
  readonly override: OverrideAuthority | null;
  readonly final: { readonly on: CalendarDate; readonly ground: FinalityGround } | null;
  readonly vacatedOn: CalendarDate | null;
  /** When its defendant died, as far as is known; a fine ends with that, and restitution does not (18 U.S.C. 3613(b)). */
  readonly defendantDiedOn: CalendarDate | null;
  /** Who owes jointly with it; nobody, where it stands alone (18 U.S.C. 3664(h)). */
  readonly jointlyWith: readonly PartyView[];
  readonly liabilities: readonly LiabilityView[];
  /** What those who owe jointly with this order owe its defendant, and the other way, where that is kept (P-24). */
  readonly contributions: readonly ContributionView[];
}

/** A defendant, and the order on that defendant. */
export interface PartyView {
  readonly defendantId: DefendantId;
  readonly orderId: OrderId;
}

/** That one who owes a victim jointly paid less than the own share, and another more. */
export interface ContributionView {
  readonly victimId: VictimId;
  /** Who paid less. */
  readonly from: PartyView;
  /** Who paid more. */
  readonly to: PartyView;
  readonly amount: MoneyText;
}

/** One entry of the journal: `amount` moves from the credited to the debited account. */
export interface EntryView {
  readonly position: number;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: MoneyText;
  readonly caseId: CaseId | null;
  readonly victimId: VictimId | null;
  readonly defendantId: DefendantId | null;
  readonly orderId: OrderId | null;
  readonly receiptId: ReceiptId | null;
}

export interface TrialBalanceView {
  readonly accounts: readonly {
    readonly account: Account;
    readonly debit: MoneyText;
    readonly credit: MoneyText;
    readonly balance: MoneyText;
  }[];
  /** Debits less credits over all accounts: 0.00, or the books are wrong. */
  readonly difference: MoneyText;
}

/** One thing that happened, for a reader: what, when in law, when recorded, and to whom. */
export interface TimelineView {
  readonly position: number;
  readonly type: string;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: string;
  readonly caseId: CaseId | null;
  readonly victimId: VictimId | null;
  readonly defendantId: DefendantId | null;
  readonly orderId: OrderId | null;
  readonly receiptId: ReceiptId | null;
  readonly amount: MoneyText | null;
}

export interface LiabilityFilter {
  readonly victimId?: VictimId;
  readonly caseId?: CaseId;
  readonly defendantId?: DefendantId;
  readonly status?: LiabilityStatus;
}

/** The subject of a question about history; every field given must match. */
export interface SubjectFilter {
  readonly victimId?: VictimId;
  readonly caseId?: CaseId;
  readonly defendantId?: DefendantId;
  readonly orderId?: OrderId;
  readonly receiptId?: ReceiptId;
}

export type VictimSummary = Omit<
  VictimView,
  'findings' | 'recoveries' | 'liabilities' | 'underOtherStatutes' | 'people'
>;
