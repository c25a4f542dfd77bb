import { Asker, type QueriesParts } from './asker.ts';
import type { OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import { toClearList } from './to-clear.ts';
import { deadlineList } from './deadlines.ts';
import { refundPlanOf } from './refund-plan.ts';
import { runOf } from './runs.ts';
import { planOf } from './disbursements.ts';
import { chequeList } from './cheques.ts';
import { debtList } from './debts.ts';
import { numbersTaken } from './numbers-taken.ts';
import { arrearsList } from './arrears.ts';
import { interestBasisOf, interestList } from './interest.ts';
import { entryList, momentList } from './history.ts';
import { trialBalanceOf } from './trial-balance.ts';
import { liabilityList } from './liabilities.ts';
import { amountsOf } from './amounts.ts';
import { assistanceList } from './assistance.ts';
import { orderOf } from './orders.ts';
import { reviewList } from './reviews.ts';
import { receiptList } from './receipt-list.ts';
import { receiptOf } from './receipts.ts';
import { accountsOf } from './accounts.ts';
import { itemList } from './book-items.ts';
import { lineList } from './lines.ts';
import { statementView } from './statements.ts';
import { backDatingOf } from './back-dating.ts';
import { monthSummaries, monthViewOf } from './months.ts';
import { lastDayOf } from '../../domain/period/month.ts';
import type { MonthQueries } from '../views/months.ts';
import { threeWayOf } from './three-way.ts';
import type { ReconciliationQueries } from '../views/statements.ts';
import { queueOf, statementOf } from './reserve.ts';
import { victimList, victimOf } from './victims.ts';
import { changesOf } from './comparing/changes.ts';
import type { Changes } from '../views/changes.ts';
import { replayList } from './replay.ts';
import type { ReplayFilter, ReplayView } from '../views/replay.ts';
import type { DisbursementQueries } from '../views/disbursements.ts';
import type { ReceiptFilter, ReceiptRow, ReceiptView } from '../views/receipts.ts';
import type { ReserveQueries } from '../views/reserve.ts';
import type { AllQueries } from '../views/all-queries.ts';
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
} from '../views/ledger.ts';
import type { DebtFilter, DebtView } from '../views/debts.ts';
import type { ArrearsView, InterestBasis, InterestView, ObligationFilter } from '../views/collection.ts';
import type { CaseFilter, DeadlineView, ReviewView } from '../views/law.ts';

/**
 * The one way to ask. Every answer tells all that the log held when the question was put, and comes from one state.
 *
 * Lists throw UnknownSubject where they are narrowed to what the ledger has never heard of, BadCursor for a cursor that is not one of theirs, and RangeError for a page of no rows or too many. All
 * throw what `Projector.catchUp` throws.
 */
export function createQueries(parts: QueriesParts): AllQueries {
  return new LedgerQueries(new Asker(parts));
}

class LedgerQueries implements AllQueries {
  readonly #asker: Asker;

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  victim(id: VictimId, clocks: Clocks): Promise<Stamped<VictimView> | undefined> {
    return this.#asker.ask({ clocks }, (frame) => victimOf(frame, id));
  }

  order(id: OrderId, clocks: Clocks): Promise<Stamped<OrderView> | undefined> {
    return this.#asker.ask({ clocks }, (frame) => orderOf(frame, id));
  }

  receipt(id: ReceiptId, clocks: Clocks): Promise<Stamped<ReceiptView> | undefined> {
    return this.#asker.ask({ clocks }, (frame) => receiptOf(frame, id));
  }

  victims(clocks: Clocks, page: Page): Promise<Stamped<Paged<VictimSummary>>> {
    return this.#asker.page(victimList, { clocks, page });
  }

  liabilities(filter: LiabilityFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<LiabilityView>>> {
    return this.#asker.page(liabilityList(filter), { clocks, page, filter });
  }

  receipts(filter: ReceiptFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ReceiptRow>>> {
    return this.#asker.page(receiptList(filter), { clocks, page, filter });
  }

  debts(filter: DebtFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<DebtView>>> {
    return this.#asker.page(debtList(filter), { clocks, page, filter });
  }

  interest(filter: ObligationFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<InterestView>>> {
    const day = this.#asker.onDay(clocks);
    return this.#asker.page(interestList(filter, day.asOf), { clocks: day, page, filter });
  }

  interestBasis(filter: ObligationFilter, clocks: Clocks): Promise<InterestBasis | undefined> {
    const day = this.#asker.onDay(clocks);
    return this.#asker.look({ clocks: day }, (frame) => interestBasisOf(frame, filter, day.asOf));
  }

  arrears(filter: ObligationFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ArrearsView>>> {
    const day = this.#asker.onDay(clocks);
    return this.#asker.page(arrearsList(filter, day.asOf), { clocks: day, page, filter });
  }

  journal(filter: SubjectFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<EntryView>>> {
    return this.#asker.page(entryList(filter), { clocks, page, filter });
  }

  timeline(filter: SubjectFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<TimelineView>>> {
    return this.#asker.page(momentList(filter), { clocks, page, filter });
  }

  reviews(filter: CaseFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ReviewView>>> {
    const list = reviewList(filter, clocks.asOf ?? this.#asker.today());
    return this.#asker.page(list, { clocks, page, filter });
  }

  deadlines(filter: CaseFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<DeadlineView>>> {
    return this.#asker.page(deadlineList(filter), { clocks, page, filter });
  }

  trialBalance(clocks: Clocks): Promise<Stamped<TrialBalanceView>> {
    return this.#asker.ask({ clocks }, trialBalanceOf);
  }

  replay(filter: ReplayFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ReplayView>>> {
    return this.#asker.page(replayList(filter), { clocks, page, filter });
  }

  async changes(filter: SubjectFilter, from: Clocks, to: Clocks): Promise<Stamped<Changes>> {
    const known = await this.#asker.positionOn(from);
    return this.#asker.ask({ clocks: to }, (frame) => changesOf(frame.on(from, known), frame, filter));
  }

  readonly disbursements: DisbursementQueries = {
    toClear: (on, page) => this.#asker.page(toClearList(on), { clocks: {}, page }),
    run: (id, clocks) => this.#asker.ask({ clocks }, (frame) => runOf(frame, id)),
    cheques: (filter, clocks, page) =>
      this.#asker.page(chequeList(filter, clocks.asOf ?? this.#asker.today()), { clocks, page, filter }),
    numbersTaken: (instrument, numbers) =>
      this.#asker.look({ clocks: {} }, (frame) => numbersTaken(frame, instrument, numbers)),
    plan: (filter, clocks) =>
      this.#asker.ask({ clocks, filter }, (frame) =>
        planOf(frame, filter, clocks.asOf ?? this.#asker.today()),
      ),
    refundPlan: (filter, clocks) =>
      this.#asker.ask({ clocks, filter }, (frame) =>
        refundPlanOf(frame, filter, clocks.asOf ?? this.#asker.today()),
      ),
  };

  readonly reserve: ReserveQueries = {
    statement: (between, { knownAt }) => {
      const clocks = { ...(between.to && { asOf: between.to }), ...(knownAt !== undefined && { knownAt }) };
      return this.#asker.ask({ clocks }, (frame) => statementOf(frame, between));
    },
    queue: (clocks) => this.#asker.ask({ clocks }, queueOf),
    requests: (filter, clocks, page) => this.#asker.page(assistanceList(filter), { clocks, page, filter }),
    amounts: (clocks) => this.#asker.ask({ clocks }, amountsOf),
  };

  readonly reconciliation: ReconciliationQueries = {
    accounts: (clocks) => this.#asker.ask({ clocks }, accountsOf),
    statement: (id, clocks) => this.#asker.ask({ clocks }, (frame) => statementView(frame, id)),
    lines: (filter, clocks, page) =>
      this.#asker.page(lineList(filter, clocks.asOf ?? this.#asker.today()), { clocks, page, filter }),
    items: (filter, clocks, page) =>
      this.#asker.page(itemList(filter, clocks.asOf ?? this.#asker.today()), { clocks, page, filter }),
    proof: (purpose, clocks) =>
      this.#asker.ask({ clocks }, (frame) => threeWayOf(frame, purpose, clocks.asOf ?? this.#asker.today())),
  };

  readonly months: MonthQueries = {
    month: (month, clocks) =>
      this.#asker.ask({ clocks: { ...clocks, asOf: lastDayOf(month) } }, (frame) =>
        monthViewOf(frame, month),
      ),
    months: (clocks) => this.#asker.ask({ clocks }, (frame) => ({ months: monthSummaries(frame) })),
    backDating: (on, victimId) =>
      this.#asker.ask({ clocks: {} }, (frame) => backDatingOf(frame, on, victimId)),
  };
}
