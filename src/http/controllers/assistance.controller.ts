import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  CloseAssistanceRequestRequest,
  OrderAssistanceRequest,
  PayAssistanceRequest,
  RecordAssistanceReturnRequest,
  RecordAttorneyFeeRequest,
  RecordConsumerPriceIndexRequest,
  RequestAssistanceRequest,
} from '../../requests/reserve-requests.ts';
import { api } from '../api.ts';
import { AssistanceAsked, clocksOf, OneAsked } from '../asked.ts';
import { Call, Called } from '../call.ts';
import { WantedAs, type Wanted } from '../list-reply.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';
import { ReserveDesk } from '../reserve-desk.ts';

/** Defined monetary assistance: who asked for it, what became of that, and how much it is. */
@Controller(`${api}/assistance`)
export class AssistanceController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: ReserveDesk,
  ) {}

  @Post()
  @Takes('RequestAssistance')
  request(@Body() request: RequestAssistanceRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':requestId/order')
  @Takes('OrderAssistance')
  order(@Body() request: OrderAssistanceRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':requestId/payment')
  @Takes('PayAssistance')
  pay(@Body() request: PayAssistanceRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':requestId/return')
  @Takes('RecordAssistanceReturn')
  recordReturn(@Body() request: RecordAssistanceReturnRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':requestId/fees')
  @Takes('RecordAttorneyFee')
  recordFee(@Body() request: RecordAttorneyFeeRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':requestId/closing')
  @Takes('CloseAssistanceRequest')
  close(@Body() request: CloseAssistanceRequestRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post('price-indexes')
  @Takes('RecordConsumerPriceIndex')
  recordIndex(@Body() request: RecordConsumerPriceIndexRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Get()
  @Gives('assistance')
  all(@Query() asked: AssistanceAsked, @WantedAs() wanted: Wanted): Promise<Reply> {
    return this.desk.requests(asked, wanted);
  }

  @Get('amounts')
  @Gives('assistanceAmounts')
  amounts(@Query() asked: OneAsked): Promise<Reply> {
    return this.desk.amounts(clocksOf(asked));
  }
}
