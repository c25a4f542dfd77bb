import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ReopenMonthRequest, SignMonthRequest } from '../../requests/month-requests.ts';
import { api } from '../api.ts';
import { BackDatingAsked, KnownAsked } from '../asked-of-months.ts';
import { Call, Called } from '../call.ts';
import { MonthDesk } from '../month-desk.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** The months of the books, which two people close. */
@Controller(`${api}/months`)
export class MonthsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: MonthDesk,
  ) {}

  @Get()
  @Gives('months')
  all(@Query() asked: KnownAsked): Promise<Reply> {
    return this.desk.months(asked);
  }

  @Get('back-dating')
  @Gives('backDating')
  backDating(@Query() asked: BackDatingAsked): Promise<Reply> {
    return this.desk.backDating(asked);
  }

  @Get(':month')
  @Gives('month')
  one(@Param('month') month: string, @Query() asked: KnownAsked): Promise<Reply> {
    return this.desk.month(month, asked);
  }

  @Post(':month/signatures')
  @Takes('SignMonth')
  sign(@Body() request: SignMonthRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':month/reopening')
  @Takes('ReopenMonth')
  reopen(@Body() request: ReopenMonthRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }
}
