import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Request } from 'express';
import type { AccountId } from '../../domain/ids.ts';
import { ReconcileRequest } from '../../requests/reconcile-request.ts';
import { OpenAccountRequest, TakeInStatementRequest } from '../../requests/statement-requests.ts';
import { api } from '../api.ts';
import { clocksOf, ItemsAsked, LinesAsked, OneAsked, ProofAsked } from '../asked.ts';
import { FileAsked } from '../asked-of-files.ts';
import { Call, Called } from '../call.ts';
import { IntakeDesk } from '../intake-desk.ts';
import { WantedAs, type Wanted } from '../list-reply.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import { Reconciles, TakesFile } from '../openapi/routes-of-intake.ts';
import { ReconciliationDesk } from '../reconciliation-desk.ts';
import type { Reply } from '../reply.ts';
import { Wished, type Wish } from '../wish.ts';

/** Accounts that statements come for. */
@Controller(`${api}/accounts`)
export class AccountsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: ReconciliationDesk,
    private readonly intake: IntakeDesk,
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

  @Post(':accountId/files')
  @TakesFile()
  takeInFile(
    @Param('accountId') id: AccountId,
    @Query() asked: FileAsked,
    @Req() request: Request,
    @Wished() wish: Wish,
  ): Promise<Reply> {
    return this.intake.takeIn(id, asked, { request, wish });
  }

  @Post('reconciliation')
  @Reconciles()
  reconcile(@Body() request: ReconcileRequest, @Wished() wish: Wish): Promise<Reply> {
    return this.intake.reconcile(request, wish);
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
