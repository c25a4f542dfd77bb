import { Inject, Injectable } from '@nestjs/common';
import type { House } from '../application/house.ts';
import { clocksOf, planFilterOf, type PlanAsked } from './asked.ts';
import { HOUSE } from './house-token.ts';
import { stampedReply, type Reply } from './reply.ts';

/** Where questions about money on its way out are answered. */
@Injectable()
export class DisbursementDesk {
  readonly #house: House;

  constructor(@Inject(HOUSE) house: House) {
    this.#house = house;
  }

  async plan(asked: PlanAsked): Promise<Reply> {
    const { disbursements } = this.#house.queries;
    const { stamp, ...plan } = await disbursements.plan(planFilterOf(asked), clocksOf(asked));
    return stampedReply(plan, stamp);
  }
}
