import { Inject, Injectable } from '@nestjs/common';
import type { House } from '../application/house.ts';
import { policies, streamName, type StreamRef } from '../application/streams.ts';
import { arrearsTable, interestTable } from '../application/tables/collection.ts';
import {
  deadlineTable,
  debtTable,
  receiptTable,
  entryTable,
  liabilityTable,
  reviewTable,
  timelineTable,
  victimTable,
} from '../application/tables/ledger.ts';
import { today } from '../application/today.ts';
import { unwindingOf } from '../application/unwind.ts';
import type { Clocks, Stamp, Stamped } from '../application/views/ledger.ts';
import type { OrderId, ReceiptId, VictimId } from '../domain/ids.ts';
import { statutesInForce } from '../domain/statutes/in-force.ts';
import {
  caseFilterOf,
  clocksOf,
  debtFilterOf,
  liabilityFilterOf,
  obligationFilterOf,
  subjectFilterOf,
  type CaseAsked,
  type DebtsAsked,
  type HistoryAsked,
  type CollectionAsked,
  type LawAsked,
  type LiabilitiesAsked,
  type ListAsked,
} from './asked.ts';
import { receiptFilterOf, type ReceiptsAsked, type UnwindingAsked } from './asked-of-payments.ts';
import { HOUSE } from './house-token.ts';
import { listReply, type Wanted } from './list-reply.ts';
import { Problem } from './problem.ts';
import { stampOf } from '../application/queries/stamping.ts';
import { Reply, stampedReply, taggedReply } from './reply.ts';

/** Where every question of this door is answered. */
@Injectable()
export class ReadingDesk {
  readonly #house: House;

  constructor(@Inject(HOUSE) house: House) {
    this.#house = house;
  }

  async victim(id: VictimId, clocks: Clocks): Promise<Reply> {
    return this.#shown(await this.#house.queries.victim(id, clocks), { kind: 'Victim', id });
  }

  /** An order is guarded by the stream of its case, which decides about it. */
  async order(id: OrderId, clocks: Clocks): Promise<Reply> {
    const order = await this.#house.queries.order(id, clocks);
    return this.#shown(order, { kind: 'Case', id: order?.caseId ?? '' });
  }

  /** A rehearsal, on the log as it is now: what would be recorded if the receipt came back. */
  async unwinding(receiptId: ReceiptId, { asOf }: UnwindingAsked): Promise<Reply> {
    const found = await unwindingOf(this.#house, { receiptId, ...(asOf !== undefined && { on: asOf }) });
    if (found === undefined) throw new Problem('subject-not-known');
    return stampedReply(found, stampOf({ position: found.position, asOf: found.on, knownAt: null }, found));
  }

  async receipt(id: ReceiptId, clocks: Clocks): Promise<Reply> {
    return this.#shown(await this.#house.queries.receipt(id, clocks), { kind: 'Receipt', id });
  }

  victims(asked: ListAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    return listReply(
      { table: victimTable, filter: {}, ask: (page) => queries.victims(clocksOf(asked), page) },
      asked,
      wanted,
    );
  }

  liabilities(asked: LiabilitiesAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    const [filter, clocks] = [liabilityFilterOf(asked), clocksOf(asked)];
    return listReply(
      { table: liabilityTable, filter, ask: (page) => queries.liabilities(filter, clocks, page) },
      asked,
      wanted,
    );
  }

  receipts(asked: ReceiptsAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    const [filter, clocks] = [receiptFilterOf(asked), clocksOf(asked)];
    return listReply(
      { table: receiptTable, filter, ask: (page) => queries.receipts(filter, clocks, page) },
      asked,
      wanted,
    );
  }

  debts(asked: DebtsAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    const [filter, clocks] = [debtFilterOf(asked), clocksOf(asked)];
    return listReply(
      { table: debtTable, filter, ask: (page) => queries.debts(filter, clocks, page) },
      asked,
      wanted,
    );
  }

  interest(asked: CollectionAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    const [filter, clocks] = [obligationFilterOf(asked), clocksOf(asked)];
    return listReply(
      { table: interestTable, filter, ask: (page) => queries.interest(filter, clocks, page) },
      asked,
      wanted,
    );
  }

  arrears(asked: CollectionAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    const [filter, clocks] = [obligationFilterOf(asked), clocksOf(asked)];
    return listReply(
      { table: arrearsTable, filter, ask: (page) => queries.arrears(filter, clocks, page) },
      asked,
      wanted,
    );
  }

  journal(asked: HistoryAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    const [filter, clocks] = [subjectFilterOf(asked), clocksOf(asked)];
    return listReply(
      { table: entryTable, filter, ask: (page) => queries.journal(filter, clocks, page) },
      asked,
      wanted,
    );
  }

  timeline(asked: HistoryAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    const [filter, clocks] = [subjectFilterOf(asked), clocksOf(asked)];
    return listReply(
      { table: timelineTable, filter, ask: (page) => queries.timeline(filter, clocks, page) },
      asked,
      wanted,
    );
  }

  reviews(asked: CaseAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    const [filter, clocks] = [caseFilterOf(asked), clocksOf(asked)];
    return listReply(
      { table: reviewTable, filter, ask: (page) => queries.reviews(filter, clocks, page) },
      asked,
      wanted,
    );
  }

  /** What is due depends on the day: that of today, where none is asked for. */
  deadlines(asked: CaseAsked, wanted: Wanted): Promise<Reply> {
    const { queries } = this.#house;
    const [filter, clocks] = [caseFilterOf(asked), { asOf: today(), ...clocksOf(asked) }];
    return listReply(
      { table: deadlineTable, filter, ask: (page) => queries.deadlines(filter, clocks, page) },
      asked,
      wanted,
    );
  }

  async trialBalance(clocks: Clocks): Promise<Reply> {
    const { stamp, ...balance } = await this.#house.queries.trialBalance(clocks);
    return stampedReply(balance, stamp);
  }

  async policies(clocks: Clocks): Promise<Reply> {
    const { policies: items, stamp } = await this.#house.policies(clocks);
    return taggedReply({ items }, stamp, await this.#endOf(policies));
  }

  statutes({ asOf }: LawAsked): Reply {
    const items = statutesInForce.filter(({ inForceFrom }) => asOf === undefined || inForceFrom <= asOf);
    return new Reply(200, { items });
  }

  async projections(): Promise<Reply> {
    return new Reply(200, await this.#house.projections());
  }

  async head(): Promise<Reply> {
    const { position, hash } = await this.#house.store.head();
    return new Reply(200, { position, hash }, { 'Ledger-Position': String(position) });
  }

  /** Whether the store answers and the read models tell all that the log held when it was asked. */
  async readiness(): Promise<Reply> {
    const [head, told] = await this.#reach().catch((cause: unknown) => {
      throw new Problem('not-ready', { ...soon, cause });
    });
    const { store, directory } = this.#house;
    if (told < head || store.standing !== 'live' || directory.standing !== 'live')
      throw new Problem('not-ready', soon);
    return new Reply(200, { status: 'ready', position: told, head });
  }

  async #reach(): Promise<readonly [head: number, told: number]> {
    const { position: head } = await this.#house.store.head();
    const { stamp } = await this.#house.queries.victims({}, { limit: 1 });
    return [head, stamp.position];
  }

  async #shown(view: Stamped<object> | undefined, stream: StreamRef): Promise<Reply> {
    if (view === undefined) throw new Problem('subject-not-known');
    const { stamp, ...body }: { stamp: Stamp } = view;
    return taggedReply(body, stamp, await this.#endOf(stream));
  }

  #endOf(stream: StreamRef) {
    return this.#house.store.lastOf(streamName(stream), { mayLag: true });
  }
}

const soon = { headers: { 'Retry-After': '1' } };
