import { Inject, Injectable } from '@nestjs/common';
import type { House } from '../application/house.ts';
import { itemTable, lineTable } from '../application/tables/reconciliation.ts';
import type { Clocks, Page } from '../application/views/ledger.ts';
import type { AccountPurpose } from '../domain/account/events.ts';
import type { StatementId } from '../domain/ids.ts';
import { clocksOf, type ItemsAsked, type LinesAsked } from './asked.ts';
import { HOUSE } from './house-token.ts';
import { listReply, type Wanted } from './list-reply.ts';
import { Problem } from './problem.ts';
import { stampedReply, type Reply } from './reply.ts';

/** Where questions about accounts, statements and what they confirm are answered. */
@Injectable()
export class ReconciliationDesk {
  readonly #house: House;

  constructor(@Inject(HOUSE) house: House) {
    this.#house = house;
  }

  async accounts(clocks: Clocks): Promise<Reply> {
    const { stamp, ...accounts } = await this.#house.queries.reconciliation.accounts(clocks);
    return stampedReply(accounts, stamp);
  }

  async statement(id: StatementId, clocks: Clocks): Promise<Reply> {
    const found = await this.#house.queries.reconciliation.statement(id, clocks);
    if (found === undefined) throw new Problem('subject-not-known');
    const { stamp, ...statement } = found;
    return stampedReply(statement, stamp);
  }

  async proof(purpose: AccountPurpose, clocks: Clocks): Promise<Reply> {
    const { stamp, ...proof } = await this.#house.queries.reconciliation.proof(purpose, clocks);
    return stampedReply(proof, stamp);
  }

  lines({ statementId, status, ...asked }: LinesAsked, wanted: Wanted): Promise<Reply> {
    const { reconciliation } = this.#house.queries;
    const filter = { ...(statementId && { statementId }), ...(status && { status }) };
    const ask = {
      table: lineTable,
      filter,
      ask: (page: Page) => reconciliation.lines(filter, clocksOf(asked), page),
    };
    return listReply(ask, asked, wanted);
  }

  items({ caseId, status, ...asked }: ItemsAsked, wanted: Wanted): Promise<Reply> {
    const { reconciliation } = this.#house.queries;
    const filter = { ...(caseId && { caseId }), ...(status && { status }) };
    const ask = {
      table: itemTable,
      filter,
      ask: (page: Page) => reconciliation.items(filter, clocksOf(asked), page),
    };
    return listReply(ask, asked, wanted);
  }
}
