import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  RecordClearanceRequest,
  RecordPaymentRequest,
  RecordPaymentReturnRequest,
} from '../../requests/receipt-requests.ts';
import {
  DepositUnclaimedRefundRequest,
  RecordRefundRequest,
  RecordRefundInstrumentRequest,
  RecordRefundPresentationRequest,
  RecordRefundReturnRequest,
  WithdrawUnclaimedRefundRequest,
} from '../../requests/refund-requests.ts';
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

  @Post(':receiptId/clearance')
  @Takes('RecordClearance')
  recordClearance(@Body() request: RecordClearanceRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':receiptId/refunds')
  @Takes('RecordRefund')
  recordRefund(@Body() request: RecordRefundRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':receiptId/refunds/:refundId/return')
  @Takes('RecordRefundReturn')
  recordRefundReturn(@Body() request: RecordRefundReturnRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':receiptId/refunds/:refundId/instrument')
  @Takes('RecordRefundInstrument')
  recordRefundInstrument(
    @Body() request: RecordRefundInstrumentRequest,
    @Called() call: Call,
  ): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':receiptId/refunds/:refundId/presentation')
  @Takes('RecordRefundPresentation')
  recordRefundPresentation(
    @Body() request: RecordRefundPresentationRequest,
    @Called() call: Call,
  ): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':receiptId/refunds/:refundId/unclaimed')
  @Takes('DepositUnclaimedRefund')
  depositUnclaimedRefund(
    @Body() request: DepositUnclaimedRefundRequest,
    @Called() call: Call,
  ): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':receiptId/refunds/:refundId/claim')
  @Takes('WithdrawUnclaimedRefund')
  withdrawUnclaimedRefund(
    @Body() request: WithdrawUnclaimedRefundRequest,
    @Called() call: Call,
  ): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }
}
