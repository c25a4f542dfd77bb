import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ImposeDebtRequest,
  RecordAssessmentCeilingRequest,
  RemitDebtRequest,
  VacateDebtRequest,
} from '../../requests/debt-requests.ts';
import { DebtsAsked } from '../asked.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { WantedAs, type Wanted } from '../list-reply.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';
import { ReadingDesk } from '../reading-desk.ts';

/** Assessments, fines and what else defendants owe beside restitution. */
@Controller(`${api}/debts`)
export class DebtsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: ReadingDesk,
  ) {}

  @Post()
  @Takes('ImposeDebt')
  impose(@Body() request: ImposeDebtRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post('assessment-ceilings')
  @Takes('RecordAssessmentCeiling')
  recordCeiling(@Body() request: RecordAssessmentCeilingRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':debtId/remissions')
  @Takes('RemitDebt')
  remit(@Body() request: RemitDebtRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':debtId/vacatur')
  @Takes('VacateDebt')
  vacate(@Body() request: VacateDebtRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Get()
  @Gives('debts')
  all(@Query() asked: DebtsAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.debts(asked, wanted);
  }
}
