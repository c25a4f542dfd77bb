import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RecordTreasuryYieldRequest } from '../../requests/collection-requests.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** Yields that the Board of Governors publishes, by week. */
@Controller(`${api}/treasury-yields`)
export class TreasuryYieldsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Takes('RecordTreasuryYield')
  record(@Body() request: RecordTreasuryYieldRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }
}
