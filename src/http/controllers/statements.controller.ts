import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  MatchLinesRequest,
  SuspendLineRequest,
  UnmatchLinesRequest,
  WriteOffLineRequest,
} from '../../requests/match-requests.ts';
import { ReopenStatementRequest, SignStatementRequest } from '../../requests/statement-requests.ts';
import { api } from '../api.ts';
import { clocksOf, OneAsked } from '../asked.ts';
import { Call, Called } from '../call.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import { ReconciliationDesk } from '../reconciliation-desk.ts';
import type { Reply } from '../reply.ts';
import type { StatementId } from '../../domain/ids.ts';

/** What one file said of one account, and what its lines confirm. */
@Controller(`${api}/statements/:statementId`)
export class StatementsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: ReconciliationDesk,
  ) {}

  @Get()
  @Gives('bankStatement')
  one(@Param('statementId') id: StatementId, @Query() asked: OneAsked): Promise<Reply> {
    return this.desk.statement(id, clocksOf(asked));
  }

  @Post('matches')
  @Takes('MatchLines')
  match(@Body() request: MatchLinesRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post('matches/:matchId/undoing')
  @Takes('UnmatchLines')
  unmatch(@Body() request: UnmatchLinesRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post('lines/:line/suspense')
  @Takes('SuspendLine')
  suspend(@Body() request: SuspendLineRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post('lines/:line/write-off')
  @Takes('WriteOffLine')
  writeOff(@Body() request: WriteOffLineRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post('signatures')
  @Takes('SignStatement')
  sign(@Body() request: SignStatementRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post('reopening')
  @Takes('ReopenStatement')
  reopen(@Body() request: ReopenStatementRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }
}
