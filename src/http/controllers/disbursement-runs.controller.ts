import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { RunId } from '../../domain/ids.ts';
import {
  ApproveDisbursementRunRequest,
  ProposeDisbursementRunRequest,
  ReleaseDisbursementRunRequest,
} from '../../requests/disbursement-requests.ts';
import { api } from '../api.ts';
import { clocksOf, OneAsked } from '../asked.ts';
import { Call, Called } from '../call.ts';
import { DisbursementDesk } from '../disbursement-desk.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** Payments that go out together. */
@Controller(`${api}/disbursement-runs`)
export class DisbursementRunsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: DisbursementDesk,
  ) {}

  @Post()
  @Takes('ProposeDisbursementRun')
  propose(@Body() request: ProposeDisbursementRunRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':runId/approval')
  @Takes('ApproveDisbursementRun')
  approve(@Body() request: ApproveDisbursementRunRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':runId/release')
  @Takes('ReleaseDisbursementRun')
  release(@Body() request: ReleaseDisbursementRunRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Get(':runId')
  @Gives('disbursementRun')
  one(@Param('runId') id: RunId, @Query() asked: OneAsked): Promise<Reply> {
    return this.desk.run(id, clocksOf(asked));
  }
}
