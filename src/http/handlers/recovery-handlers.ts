import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  RejectRecoveryRequest,
  ReportRecoveryRequest,
  VerifyRecoveryRequest,
  WithdrawRecoveryRequest,
} from '../../requests/recovery-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { victimSubject } from './subjects.ts';

/** Records what a victim is said to have been paid elsewhere. */
@CommandHandler(ReportRecoveryRequest)
export class ReportRecoveryHandler implements ICommandHandler<ReportRecoveryRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ReportRecoveryRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that it was received indeed. */
@CommandHandler(VerifyRecoveryRequest)
export class VerifyRecoveryHandler implements ICommandHandler<VerifyRecoveryRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: VerifyRecoveryRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that it does not hold. */
@CommandHandler(RejectRecoveryRequest)
export class RejectRecoveryHandler implements ICommandHandler<RejectRecoveryRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RejectRecoveryRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that it counts no more. */
@CommandHandler(WithdrawRecoveryRequest)
export class WithdrawRecoveryHandler implements ICommandHandler<WithdrawRecoveryRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: WithdrawRecoveryRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}
