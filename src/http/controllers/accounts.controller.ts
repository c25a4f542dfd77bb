import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { OpenAccountRequest, TakeInStatementRequest } from '../../requests/statement-requests.ts';
import { api } from '../api.ts';
import { clocksOf, ItemsAsked, LinesAsked, OneAsked, ProofAsked } from '../asked.ts';
import { Call, Called } from '../call.ts';
import { WantedAs, type Wanted } from '../list-reply.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import { ReconciliationDesk } from '../reconciliation-desk.ts';
import type { Reply } from '../reply.ts';

/** Accounts that statements come for. */
@Controller(`${api}/accounts`)
export class AccountsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: ReconciliationDesk,
  ) {}

  @Post()
  @Takes('OpenAccount')
  open(@Body() request: OpenAccountRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':accountId/statements')
  @Takes('TakeInStatement')
  takeIn(@Body() request: TakeInStatementRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Get()
  @Gives('bankAccounts')
  all(@Query() asked: OneAsked): Promise<Reply> {
    return this.desk.accounts(clocksOf(asked));
  }

  @Get('lines')
  @Gives('statementLines')
  lines(@Query() asked: LinesAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.lines(asked, wanted);
  }

  @Get('items')
  @Gives('bookItems')
  items(@Query() asked: ItemsAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.items(asked, wanted);
  }

  @Get('proof')
  @Gives('threeWayProof')
  proof(@Query() asked: ProofAsked): Promise<Reply> {
    return this.desk.proof(asked.purpose ?? 'RESTITUTION', clocksOf(asked));
  }
}
