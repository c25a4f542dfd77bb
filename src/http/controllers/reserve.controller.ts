import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RecordReserveDepositRequest } from '../../requests/reserve-requests.ts';
import { api } from '../api.ts';
import { clocksOf, OneAsked, StatementAsked } from '../asked.ts';
import { Call, Called } from '../call.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';
import { ReserveDesk } from '../reserve-desk.ts';

/** The money of the Reserve, and who waits for it. */
@Controller(`${api}/reserve`)
export class ReserveController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: ReserveDesk,
  ) {}

  @Post('deposits')
  @Takes('RecordReserveDeposit')
  deposit(@Body() request: RecordReserveDepositRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Get()
  @Gives('reserve')
  statement(@Query() asked: StatementAsked): Promise<Reply> {
    return this.desk.statement(asked);
  }

  @Get('queue')
  @Gives('reserveQueue')
  queue(@Query() asked: OneAsked): Promise<Reply> {
    return this.desk.queue(clocksOf(asked));
  }
}
