/** What the ledger answers of the Reserve: plain objects, with amounts as decimal text. */
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, DisbursementId, RequestId, VictimId } from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { PriceIndexOf } from '../../domain/statutes/consumer-price-index.ts';
import type { Clocks, Page, Paged, Stamped } from './ledger.ts';

/** The days between which a statement is asked for, both included; from the beginning, and to the end, unless told. */
export interface Between {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** What moved in the Reserve between two days: opening + deposits + returned - paid = closing. */
export interface ReserveStatementView {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly opening: MoneyText;
  readonly deposits: readonly { readonly source: string; readonly amount: MoneyText }[];
  readonly paid: MoneyText;
  readonly returned: MoneyText;
  readonly closing: MoneyText;
  /** Above the ceiling, and kept outside the Reserve, at the end. */
  readonly outside: MoneyText;
  readonly moves: readonly ReserveMoveView[];
}

/** One movement, with what the Reserve held after it. */
export interface ReserveMoveView {
  readonly position: number;
  readonly effectiveOn: CalendarDate;
  /** The day on which it was received, paid or returned. */
  readonly reportedOn: CalendarDate;
  readonly type: string;
  readonly source: string | null;
  readonly reference: string;
  readonly requestId: RequestId | null;
  readonly victimId: VictimId | null;
  readonly amount: MoneyText;
  /** What of it was above the ceiling, and stayed or went outside; below nothing where it came in from there. */
  readonly outside: MoneyText;
  readonly balance: MoneyText;
}

/** `payable`: it can be paid now. `short of funds`: there is too little for it. `earlier order waits`: for another before it. */
export type QueueStatus = 'payable' | 'short of funds' | 'earlier order waits';

/** Whom the Reserve owes, the earliest-ordered first. */
export interface ReserveQueueView {
  readonly balance: MoneyText;
  readonly ceiling: MoneyText;
  readonly outside: MoneyText;
  readonly owed: MoneyText;
  readonly payable: MoneyText;
  readonly waiting: readonly QueuePlaceView[];
}

/** One order in its place, and why it waits. */
export interface QueuePlaceView {
  readonly place: number;
  readonly requestId: RequestId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly orderedOn: CalendarDate;
  readonly amount: MoneyText;
  readonly status: QueueStatus;
  /** What must still come in before it can be paid. */
  readonly missing: MoneyText;
}

/** `requested`: no court has ordered yet. `waiting`: ordered and not paid. */
export type AssistanceStatus = 'requested' | 'waiting' | 'paid' | 'closed';

/** One request for assistance, and what became of it. */
export interface AssistanceView {
  readonly requestId: RequestId;
  readonly victimId: VictimId;
  readonly status: AssistanceStatus;
  readonly madeTo: string;
  readonly requestedOn: CalendarDate;
  readonly order: {
    readonly caseId: CaseId;
    readonly orderedOn: CalendarDate;
    readonly amount: MoneyText;
    /** What the words of the law come to for the year. */
    readonly formulaAmount: MoneyText;
    /** The amount ordered less that; below nothing where less was ordered. */
    readonly difference: MoneyText;
    /** What the victim had collected by then, and whether that left the victim eligible (2259(d)(3)). */
    readonly collected: MoneyText;
    readonly eligible: boolean;
    readonly feeCeiling: MoneyText;
  } | null;
  /** The payment that stands. */
  readonly payment: { readonly disbursementId: DisbursementId; readonly paidOn: CalendarDate } | null;
  /** Fees and costs that attorneys have charged. */
  readonly charged: MoneyText;
  readonly closed: { readonly on: CalendarDate; readonly reason: string } | null;
}

/** To whose requests a list is narrowed. */
export interface AssistanceFilter {
  readonly victimId?: VictimId;
}

/** What assistance is in one year, what attorneys may take of it, and what of it is left for the victim at the least. */
export interface AssistanceAmountView {
  readonly year: number;
  /** Null where a figure of the price index is not known; `needs` says which. */
  readonly amount: MoneyText | null;
  readonly feeCeiling: MoneyText | null;
  readonly net: MoneyText | null;
  readonly priceIndex: string | null;
  readonly baseIndex: string | null;
  readonly needs: PriceIndexOf | null;
}

/** What the Reserve can be asked. */
export interface ReserveQueries {
  statement(between: Between, clocks: Pick<Clocks, 'knownAt'>): Promise<Stamped<ReserveStatementView>>;
  queue(clocks: Clocks): Promise<Stamped<ReserveQueueView>>;
  requests(filter: AssistanceFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<AssistanceView>>>;
  /** Every year from 2019 on, up to the first of which the amount is not known. */
  amounts(clocks: Clocks): Promise<Stamped<{ readonly years: readonly AssistanceAmountView[] }>>;
}
