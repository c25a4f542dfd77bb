import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  RecordDisbursementRequest,
  RecordDisbursementReturnRequest,
} from '../../requests/victim-requests.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** Money that was paid out to victims. */
@Controller(`${api}/disbursements`)
export class DisbursementsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Takes('RecordDisbursement')
  record(@Body() request: RecordDisbursementRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':disbursementId/return')
  @Takes('RecordDisbursementReturn')
  recordReturn(@Body() request: RecordDisbursementReturnRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }
}
