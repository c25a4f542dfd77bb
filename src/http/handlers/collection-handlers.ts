import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  RecordDeathRequest,
  RecordNoImprisonmentRequest,
  RecordReleaseRequest,
  RecordTreasuryYieldRequest,
  SetInterestTermsRequest,
  SetPaymentScheduleRequest,
} from '../../requests/collection-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { caseSubject, yieldSubject } from './subjects.ts';

/** Records on which terms an obligation bears interest. */
@CommandHandler(SetInterestTermsRequest)
export class SetInterestTermsHandler implements ICommandHandler<SetInterestTermsRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: SetInterestTermsRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records how an obligation is to be paid. */
@CommandHandler(SetPaymentScheduleRequest)
export class SetPaymentScheduleHandler implements ICommandHandler<SetPaymentScheduleRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: SetPaymentScheduleRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records that a defendant was released. */
@CommandHandler(RecordReleaseRequest)
export class RecordReleaseHandler implements ICommandHandler<RecordReleaseRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordReleaseRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records that a defendant died. */
@CommandHandler(RecordDeathRequest)
export class RecordDeathHandler implements ICommandHandler<RecordDeathRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordDeathRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records what was published for a week. */
@CommandHandler(RecordTreasuryYieldRequest)
export class RecordTreasuryYieldHandler implements ICommandHandler<RecordTreasuryYieldRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordTreasuryYieldRequest): Promise<Reply> {
    return this.desk.carryOut(request, yieldSubject);
  }
}

/** Records that a judgment imposed no imprisonment on a defendant. */
@CommandHandler(RecordNoImprisonmentRequest)
export class RecordNoImprisonmentHandler implements ICommandHandler<RecordNoImprisonmentRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordNoImprisonmentRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}
