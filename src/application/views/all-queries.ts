import type { Changes } from './changes.ts';
import type { ArrearsView, InterestBasis, InterestView, ObligationFilter } from './collection.ts';
import type { DebtFilter, DebtView } from './debts.ts';
import type { CaseFilter, DeadlineView, ReviewView } from './law.ts';
import type { ReceiptFilter, ReceiptRow, ReceiptView } from './receipts.ts';
import type { OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import type { DisbursementQueries } from './disbursements.ts';
import type {
  Clocks,
  EntryView,
  LiabilityFilter,
  LiabilityView,
  OrderView,
  Page,
  Paged,
  Stamped,
  SubjectFilter,
  TimelineView,
  TrialBalanceView,
  VictimSummary,
  VictimView,
} from './ledger.ts';
import type { MonthQueries } from './months.ts';
import type { ReplayFilter, ReplayView } from './replay.ts';
import type { ReserveQueries } from './reserve.ts';
import type { ReconciliationQueries } from './statements.ts';

/** The one way to ask. Every question takes both clocks; undefined means that the ledger does not know the id (then). */
export interface Queries {
  victim(id: VictimId, clocks: Clocks): Promise<Stamped<VictimView> | undefined>;
  order(id: OrderId, clocks: Clocks): Promise<Stamped<OrderView> | undefined>;
  receipt(id: ReceiptId, clocks: Clocks): Promise<Stamped<ReceiptView> | undefined>;
  /** Victims by id, without their findings and liabilities. */
  victims(clocks: Clocks, page: Page): Promise<Stamped<Paged<VictimSummary>>>;
  liabilities(filter: LiabilityFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<LiabilityView>>>;
  receipts(filter: ReceiptFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ReceiptRow>>>;
  debts(filter: DebtFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<DebtView>>>;
  /** To the day of `asOf`, or to the present one in UTC. */
  interest(filter: ObligationFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<InterestView>>>;
  /** On the day of `asOf`, or on the present one in UTC. */
  arrears(filter: ObligationFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ArrearsView>>>;
  journal(filter: SubjectFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<EntryView>>>;
  timeline(filter: SubjectFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<TimelineView>>>;
  /** What a person should look at; of representations, those that are over on the day of `asOf`, or on the present one. */
  reviews(filter: CaseFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ReviewView>>>;
  /** Terms of 18 U.S.C. 3664(d)(5) and of representations, the earliest first; without `asOf`, none is overdue. */
  deadlines(filter: CaseFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<DeadlineView>>>;
  trialBalance(clocks: Clocks): Promise<Stamped<TrialBalanceView>>;
}

/** All that the ledger can be asked. */
export interface AllQueries extends Queries {
  readonly reserve: ReserveQueries;
  readonly disbursements: DisbursementQueries;

  readonly reconciliation: ReconciliationQueries;

  readonly months: MonthQueries;

  /**
   * What changed about a subject, or about the whole ledger, from one pair of clocks to another, event by event.
   *
   * @throws UnknownSubject where the ledger has never heard of the subject
   */
  changes(filter: SubjectFilter, from: Clocks, to: Clocks): Promise<Stamped<Changes>>;

  /** What happened to a subject, or to anybody, event by event, and how it stood after each. */
  replay(filter: ReplayFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ReplayView>>>;

  /** Interest on one order or debt, to the day of `asOf` or the present one, with what it is worked out from. */
  interestBasis(filter: ObligationFilter, clocks: Clocks): Promise<InterestBasis | undefined>;
}
