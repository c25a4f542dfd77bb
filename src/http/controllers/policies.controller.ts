import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { SetPolicyRequest } from '../../requests/policy-requests.ts';
import { clocksOf, OneAsked } from '../asked.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { Gives, Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';
import { ReadingDesk } from '../reading-desk.ts';

/** How the questions that the law leaves open are answered. */
@Controller(`${api}/policies`)
export class PoliciesController {
  constructor(
    private readonly bus: CommandBus,
    private readonly desk: ReadingDesk,
  ) {}

  @Post(':policy')
  @Takes('SetPolicy')
  set(@Body() request: SetPolicyRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Get()
  @Gives('policies')
  all(@Query() asked: OneAsked): Promise<Reply> {
    return this.desk.policies(clocksOf(asked));
  }
}
