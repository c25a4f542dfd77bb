import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { SetHoldRequest, SetPaymentTermsRequest } from '../../requests/disbursement-requests.ts';
import {
  DepositUnclaimedRequest,
  RecordInstrumentRequest,
  RecordPresentationRequest,
  WithdrawUnclaimedRequest,
} from '../../requests/instrument-requests.ts';
import {
  RecordDisbursementRequest,
  RecordDisbursementReturnRequest,
} from '../../requests/victim-requests.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { ChequesAsked, PlanAsked, RefundPlanAsked } from '../asked-of-payments.ts';
import { DisbursementDesk } from '../disbursement-desk.ts';
import { WantedAs, type Wanted } from '../list-reply.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** Money that was paid out to victims, or back to payors. */
@Controller(`${api}/disbursements`)
export class DisbursementsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: DisbursementDesk,
  ) {}

  @Get('plan')
  @Gives('disbursementPlan')
  plan(@Query() asked: PlanAsked): Promise<Reply> {
    return this.desk.plan(asked);
  }

  @Get('refund-plan')
  @Gives('refundPlan')
  refundPlan(@Query() asked: RefundPlanAsked): Promise<Reply> {
    return this.desk.refundPlan(asked);
  }

  @Get('cheques')
  @Gives('cheques')
  cheques(@Query() asked: ChequesAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.cheques(asked, wanted);
  }

  @Post('holds')
  @Takes('SetHold')
  setHold(@Body() request: SetHoldRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post('terms')
  @Takes('SetPaymentTerms')
  setTerms(@Body() request: SetPaymentTermsRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post()
  @Takes('RecordDisbursement')
  record(@Body() request: RecordDisbursementRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':disbursementId/instrument')
  @Takes('RecordInstrument')
  recordInstrument(@Body() request: RecordInstrumentRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':disbursementId/presentation')
  @Takes('RecordPresentation')
  recordPresentation(@Body() request: RecordPresentationRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':disbursementId/unclaimed')
  @Takes('DepositUnclaimed')
  depositUnclaimed(@Body() request: DepositUnclaimedRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':disbursementId/claim')
  @Takes('WithdrawUnclaimed')
  withdrawUnclaimed(@Body() request: WithdrawUnclaimedRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':disbursementId/return')
  @Takes('RecordDisbursementReturn')
  recordReturn(@Body() request: RecordDisbursementReturnRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }
}
