import { Inject, Injectable } from '@nestjs/common';
import type { House } from '../application/house.ts';
import { chequeTable } from '../application/tables/payments-out.ts';
import type { Clocks, Page } from '../application/views/ledger.ts';
import type { RunId } from '../domain/ids.ts';
import { clocksOf } from './asked.ts';
import {
  planFilterOf,
  refundPlanFilterOf,
  type ChequesAsked,
  type PlanAsked,
  type RefundPlanAsked,
} from './asked-of-payments.ts';
import { HOUSE } from './house-token.ts';
import { listReply, type Wanted } from './list-reply.ts';
import { Problem } from './problem.ts';
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

  async refundPlan(asked: RefundPlanAsked): Promise<Reply> {
    const { disbursements } = this.#house.queries;
    const { stamp, ...plan } = await disbursements.refundPlan(refundPlanFilterOf(asked), clocksOf(asked));
    return stampedReply(plan, stamp);
  }

  cheques(
    { runId, victimId, defendantId, caseId, status, ...asked }: ChequesAsked,
    wanted: Wanted,
  ): Promise<Reply> {
    const filter = {
      ...(runId && { runId }),
      ...(victimId && { victimId }),
      ...(defendantId && { defendantId }),
      ...(caseId && { caseId }),
      ...(status && { status }),
    };
    const ask = {
      table: chequeTable,
      filter,
      ask: (page: Page) => this.#house.queries.disbursements.cheques(filter, clocksOf(asked), page),
    };
    return listReply(ask, asked, wanted);
  }

  async run(id: RunId, clocks: Clocks): Promise<Reply> {
    const found = await this.#house.queries.disbursements.run(id, clocks);
    if (found === undefined) throw new Problem('subject-not-known');
    const { stamp, ...run } = found;
    return stampedReply(run, stamp);
  }
}
