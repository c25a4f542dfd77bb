import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { OrderId } from '../../domain/ids.ts';
import { PetitionLaterLossesRequest } from '../../requests/decision-requests.ts';
import {
  AmendOrderRequest,
  EnterOrderRequest,
  MakeOrderFinalRequest,
  VacateOrderRequest,
} from '../../requests/order-requests.ts';
import { ReduceLiabilityRequest, ReverseReductionRequest } from '../../requests/reduction-requests.ts';
import { clocksOf, OneAsked } from '../asked.ts';
import { RecordAppealEndRequest, RecordAppealRequest } from '../../requests/disbursement-requests.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';
import { ReadingDesk } from '../reading-desk.ts';

/** What courts ordered. */
@Controller(`${api}/orders`)
export class OrdersController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: ReadingDesk,
  ) {}

  @Post()
  @Takes('EnterOrder')
  enter(@Body() request: EnterOrderRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':orderId/finality')
  @Takes('MakeOrderFinal')
  makeFinal(@Body() request: MakeOrderFinalRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':orderId/amendments')
  @Takes('AmendOrder')
  amend(@Body() request: AmendOrderRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':orderId/petitions')
  @Takes('PetitionLaterLosses')
  petition(@Body() request: PetitionLaterLossesRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':orderId/reductions')
  @Takes('ReduceLiability')
  reduce(@Body() request: ReduceLiabilityRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':orderId/reductions/:recoveryId/reversal')
  @Takes('ReverseReduction')
  reverseReduction(@Body() request: ReverseReductionRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':orderId/appeal')
  @Takes('RecordAppeal')
  appeal(@Body() request: RecordAppealRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':orderId/appeal/end')
  @Takes('RecordAppealEnd')
  endAppeal(@Body() request: RecordAppealEndRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':orderId/vacatur')
  @Takes('VacateOrder')
  vacate(@Body() request: VacateOrderRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Get(':orderId')
  @Gives('order')
  one(@Param('orderId') id: OrderId, @Query() asked: OneAsked): Promise<Reply> {
    return this.desk.order(id, clocksOf(asked));
  }
}
