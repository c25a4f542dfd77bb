import { Inject, Injectable } from '@nestjs/common';
import type { House } from '../application/house.ts';
import { assistanceTable } from '../application/tables/collection.ts';
import type { Clocks } from '../application/views/ledger.ts';
import { betweenOf, clocksOf, type AssistanceAsked, type StatementAsked } from './asked.ts';
import { HOUSE } from './house-token.ts';
import { listReply, type Wanted } from './list-reply.ts';
import { stampedReply, type Reply } from './reply.ts';

/** Where questions about the Reserve are answered. */
@Injectable()
export class ReserveDesk {
  readonly #house: House;

  constructor(@Inject(HOUSE) house: House) {
    this.#house = house;
  }

  async statement(asked: StatementAsked): Promise<Reply> {
    const { reserve } = this.#house.queries;
    const { stamp, ...statement } = await reserve.statement(betweenOf(asked), clocksOf(asked));
    return stampedReply(statement, stamp);
  }

  async queue(clocks: Clocks): Promise<Reply> {
    const { stamp, ...queue } = await this.#house.queries.reserve.queue(clocks);
    return stampedReply(queue, stamp);
  }

  async amounts(clocks: Clocks): Promise<Reply> {
    const { stamp, ...amounts } = await this.#house.queries.reserve.amounts(clocks);
    return stampedReply(amounts, stamp);
  }

  requests(asked: AssistanceAsked, wanted: Wanted): Promise<Reply> {
    const { reserve } = this.#house.queries;
    const { victimId } = asked;
    const filter = victimId === undefined ? {} : { victimId };
    return listReply(
      {
        table: assistanceTable,
        filter,
        ask: (page) => reserve.requests(filter, clocksOf(asked), page),
      },
      asked,
      wanted,
    );
  }
}
