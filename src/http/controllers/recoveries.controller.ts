import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  RejectRecoveryRequest,
  ReportRecoveryRequest,
  VerifyRecoveryRequest,
  WithdrawRecoveryRequest,
} from '../../requests/recovery-requests.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { Takes } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** What victims received outside of the receipts of this ledger. */
@Controller(`${api}/victims/:victimId/recoveries`)
export class RecoveriesController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Takes('ReportRecovery')
  report(@Body() request: ReportRecoveryRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':recoveryId/verification')
  @Takes('VerifyRecovery')
  verify(@Body() request: VerifyRecoveryRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':recoveryId/rejection')
  @Takes('RejectRecovery')
  reject(@Body() request: RejectRecoveryRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }

  @Post(':recoveryId/withdrawal')
  @Takes('WithdrawRecovery')
  withdraw(@Body() request: WithdrawRecoveryRequest, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(request));
  }
}
