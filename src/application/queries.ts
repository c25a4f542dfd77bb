import { calendarDate, type CalendarDate } from '../domain/calendar-date.ts';
import type { OrderId, ReceiptId, VictimId } from '../domain/ids.ts';
import type { EventStore } from '../store/event-store.ts';
import type { ReadModelStore } from '../store/read-model-store.ts';
import { BadCursor } from './cursor.ts';
import { pageOf, startOf, type List } from './paging.ts';
import type { Projector } from './projector.ts';
import { deadlineList } from './queries-deadlines.ts';
import { runOf } from './queries-runs.ts';
import { planOf } from './queries-disbursements.ts';
import { chequeList } from './queries-cheques.ts';
import { debtList } from './queries-debts.ts';
import { arrearsList } from './queries-arrears.ts';
import { interestBasisOf, interestList } from './queries-interest.ts';
import { entryList, momentList, trialBalanceOf } from './queries-history.ts';
import { liabilityList } from './queries-liabilities.ts';
import { amountsOf } from './queries-amounts.ts';
import { assistanceList } from './queries-assistance.ts';
import { orderOf } from './queries-orders.ts';
import { reviewList } from './queries-reviews.ts';
import { receiptOf } from './queries-receipts.ts';
import { accountsOf } from './queries-accounts.ts';
import { itemList } from './queries-book-items.ts';
import { lineList } from './queries-lines.ts';
import { statementView } from './queries-statements.ts';
import { backDatingOf } from './queries-back-dating.ts';
import { monthSummaries, monthViewOf } from './queries-months.ts';
import { lastDayOf } from '../domain/period/month.ts';
import type { MonthQueries } from './views-of-months.ts';
import { threeWayOf } from './queries-three-way.ts';
import type { ReconciliationQueries } from './views-of-statements.ts';
import { queueOf, statementOf } from './queries-reserve.ts';
import { victimList, victimOf } from './queries-victims.ts';
import { Frame } from './query-frame.ts';
import { expectKnown } from './unknown-subject.ts';
import type { DisbursementQueries } from './views-of-disbursements.ts';
import type { ReceiptView } from './views-of-receipts.ts';
import type { AllQueries, ReserveQueries } from './views-of-reserve.ts';
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
} from './views.ts';
import type { DebtFilter, DebtView } from './views-of-debts.ts';
import type { ArrearsView, InterestBasis, InterestView, ObligationFilter } from './views-of-collection.ts';
import type { CaseFilter, DeadlineView, ReviewView } from './views-of-law.ts';

/** What questions are answered from. */
export interface QueriesParts {
  readonly log: EventStore;
  readonly readModel: ReadModelStore;
  readonly projector: Projector;
  /** The present day; that of the machine in UTC unless told. */
  readonly today?: () => CalendarDate;
}

/**
 * The one way to ask. Every answer tells all that the log held when the question was put, and comes from one state.
 *
 * Lists throw UnknownSubject where they are narrowed to what the ledger has never heard of, BadCursor for a cursor that is not one of theirs, and RangeError for a page of no rows or too many. All
 * throw what `Projector.catchUp` throws.
 */
export function createQueries(parts: QueriesParts): AllQueries {
  return new LedgerQueries(parts);
}

function todayInUtc(): CalendarDate {
  return calendarDate(new Date().toISOString().slice(0, 10));
}

/** When a question is asked of; `pinned` is the position that the first page of a list was answered from. */
interface When {
  readonly clocks: Clocks;
  readonly pinned?: number | undefined;
}

class LedgerQueries implements AllQueries {
  readonly #log: EventStore;
  readonly #readModel: ReadModelStore;
  readonly #projector: Projector;
  readonly #today: () => CalendarDate;

  constructor({ log, readModel, projector, today = todayInUtc }: QueriesParts) {
    this.#log = log;
    this.#readModel = readModel;
    this.#projector = projector;
    this.#today = today;
  }

  victim(id: VictimId, clocks: Clocks): Promise<Stamped<VictimView> | undefined> {
    return this.#ask({ clocks }, (frame) => victimOf(frame, id));
  }

  order(id: OrderId, clocks: Clocks): Promise<Stamped<OrderView> | undefined> {
    return this.#ask({ clocks }, (frame) => orderOf(frame, id));
  }

  receipt(id: ReceiptId, clocks: Clocks): Promise<Stamped<ReceiptView> | undefined> {
    return this.#ask({ clocks }, (frame) => receiptOf(frame, id));
  }

  victims(clocks: Clocks, page: Page): Promise<Stamped<Paged<VictimSummary>>> {
    return this.#askPage(victimList, { clocks, page });
  }

  liabilities(filter: LiabilityFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<LiabilityView>>> {
    return this.#askPage(liabilityList(filter), { clocks, page, filter });
  }

  debts(filter: DebtFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<DebtView>>> {
    return this.#askPage(debtList(filter), { clocks, page, filter });
  }

  interest(filter: ObligationFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<InterestView>>> {
    const day = this.#toDay(clocks);
    return this.#askPage(interestList(filter, day.asOf), { clocks: day, page, filter });
  }

  interestBasis(filter: ObligationFilter, clocks: Clocks): Promise<Stamped<InterestBasis> | undefined> {
    const day = this.#toDay(clocks);
    return this.#ask({ clocks: day }, (frame) => interestBasisOf(frame, filter, day.asOf));
  }

  arrears(filter: ObligationFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ArrearsView>>> {
    const day = this.#toDay(clocks);
    return this.#askPage(arrearsList(filter, day.asOf), { clocks: day, page, filter });
  }

  journal(filter: SubjectFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<EntryView>>> {
    return this.#askPage(entryList(filter), { clocks, page, filter });
  }

  timeline(filter: SubjectFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<TimelineView>>> {
    return this.#askPage(momentList(filter), { clocks, page, filter });
  }

  reviews(filter: CaseFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ReviewView>>> {
    const list = reviewList(filter, clocks.asOf ?? this.#today());
    return this.#askPage(list, { clocks, page, filter });
  }

  deadlines(filter: CaseFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<DeadlineView>>> {
    return this.#askPage(deadlineList(filter), { clocks, page, filter });
  }

  trialBalance(clocks: Clocks): Promise<Stamped<TrialBalanceView>> {
    return this.#ask({ clocks }, trialBalanceOf);
  }

  readonly disbursements: DisbursementQueries = {
    run: (id, clocks) => this.#ask({ clocks }, (frame) => runOf(frame, id)),
    cheques: (filter, clocks, page) =>
      this.#askPage(chequeList(filter, clocks.asOf ?? this.#today()), { clocks, page, filter }),
    plan: (filter, clocks) =>
      this.#ask({ clocks }, (frame) => {
        expectKnown(frame, filter);
        return planOf(frame, filter, clocks.asOf ?? this.#today());
      }),
  };

  readonly reserve: ReserveQueries = {
    statement: (between, { knownAt }) => {
      const clocks = { ...(between.to && { asOf: between.to }), ...(knownAt !== undefined && { knownAt }) };
      return this.#ask({ clocks }, (frame) => statementOf(frame, between));
    },
    queue: (clocks) => this.#ask({ clocks }, queueOf),
    requests: (filter, clocks, page) => this.#askPage(assistanceList(filter), { clocks, page, filter }),
    amounts: (clocks) => this.#ask({ clocks }, amountsOf),
  };

  readonly reconciliation: ReconciliationQueries = {
    accounts: (clocks) => this.#ask({ clocks }, accountsOf),
    statement: (id, clocks) => this.#ask({ clocks }, (frame) => statementView(frame, id)),
    lines: (filter, clocks, page) =>
      this.#askPage(lineList(filter, clocks.asOf ?? this.#today()), { clocks, page, filter }),
    items: (filter, clocks, page) =>
      this.#askPage(itemList(filter, clocks.asOf ?? this.#today()), { clocks, page, filter }),
    proof: (purpose, clocks) =>
      this.#ask({ clocks }, (frame) => threeWayOf(frame, purpose, clocks.asOf ?? this.#today())),
  };

  readonly months: MonthQueries = {
    month: (month, clocks) =>
      this.#ask({ clocks: { ...clocks, asOf: lastDayOf(month) } }, (frame) => monthViewOf(frame, month)),
    months: (clocks) => this.#ask({ clocks }, (frame) => ({ months: monthSummaries(frame) })),
    backDating: (on, victimId) => this.#ask({ clocks: {} }, (frame) => backDatingOf(frame, on, victimId)),
  };

  async #askPage<Row>(
    list: List<Row>,
    { clocks, page, filter = {} }: { clocks: Clocks; page: Page; filter?: object },
  ): Promise<Stamped<Paged<Row>>> {
    const start = startOf(list, page);
    return this.#ask({ clocks, pinned: start.pinned }, (frame) => {
      expectKnown(frame, filter);
      return pageOf(list, frame, { ...start, limit: page.limit });
    });
  }

  /** What depends on the day is answered for one, and from what was in effect on it: the present one unless told. */
  #toDay(clocks: Clocks): Clocks & { readonly asOf: CalendarDate } {
    return { asOf: this.#today(), ...clocks };
  }

  async #ask<Answer extends object | undefined>(
    { clocks, pinned }: When,
    answer: (frame: Frame) => Answer,
  ): Promise<Answer extends object ? Stamped<Answer> : undefined> {
    const known = pinned ?? (await this.#positionOf(clocks));
    await this.#projector.catchUp();
    const answered = this.#readModel.read((snapshot) => {
      if (pinned !== undefined && pinned > snapshot.position) throw new BadCursor();
      const frame = new Frame(snapshot, clocks, known);
      const found = answer(frame);
      return found && { ...found, stamp: frame.stamp };
    });
    return answered as Answer extends object ? Stamped<Answer> : undefined;
  }

  /** The last position that counts; undefined where all do. */
  async #positionOf({ knownAt }: Clocks): Promise<number | undefined> {
    return knownAt === undefined ? undefined : this.#log.positionAt(knownAt);
  }
}
