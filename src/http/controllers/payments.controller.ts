import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  RecordPaymentRequest,
  RecordPaymentReturnRequest,
  RecordRefundRequest,
} from '../../requests/receipt-requests.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** Money that came in from defendants, came back unpaid, or was paid back. */
@Controller(`${api}/payments`)
export class PaymentsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Takes('RecordPayment')
  record(@Body() request: RecordPaymentRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':receiptId/return')
  @Takes('RecordPaymentReturn')
  recordReturn(@Body() request: RecordPaymentReturnRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':receiptId/refunds')
  @Takes('RecordRefund')
  recordRefund(@Body() request: RecordRefundRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }
}
