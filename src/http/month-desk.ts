import { Inject, Injectable } from '@nestjs/common';
import type { House } from '../application/house.ts';
import { isMonth } from '../domain/period/month.ts';
import { clocksOf } from './asked.ts';
import type { BackDatingAsked, KnownAsked } from './asked-of-months.ts';
import { HOUSE } from './house-token.ts';
import { Problem } from './problem.ts';
import { stampedReply, type Reply } from './reply.ts';

/** Where questions about the months of the books are answered. */
@Injectable()
export class MonthDesk {
  readonly #house: House;

  constructor(@Inject(HOUSE) house: House) {
    this.#house = house;
  }

  async months(asked: KnownAsked): Promise<Reply> {
    const { stamp, ...found } = await this.#house.queries.months.months(clocksOf(asked));
    return stampedReply(found, stamp);
  }

  /** @throws Problem where the path names no month */
  async month(month: string, asked: KnownAsked): Promise<Reply> {
    if (!isMonth(month)) throw new Problem('subject-not-known');
    const { stamp, ...found } = await this.#house.queries.months.month(month, clocksOf(asked));
    return stampedReply(found, stamp);
  }

  /** @throws Problem where no day is named */
  async backDating({ on, victimId }: BackDatingAsked): Promise<Reply> {
    if (on === undefined) throw new Problem('request-malformed');
    const { stamp, ...found } = await this.#house.queries.months.backDating(on, victimId);
    return stampedReply(found, stamp);
  }
}
