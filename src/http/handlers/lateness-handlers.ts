import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  ExpireLiabilityRequest,
  RecordNoticeRequest,
  UndoExpiryRequest,
  WaiveInterestRequest,
  WaivePenaltyRequest,
} from '../../requests/lateness-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { caseSubject } from './subjects.ts';

/** Records that interest was waived. */
@CommandHandler(WaiveInterestRequest)
export class WaiveInterestHandler implements ICommandHandler<WaiveInterestRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: WaiveInterestRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records that penalties were waived. */
@CommandHandler(WaivePenaltyRequest)
export class WaivePenaltyHandler implements ICommandHandler<WaivePenaltyRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: WaivePenaltyRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records that notice was given. */
@CommandHandler(RecordNoticeRequest)
export class RecordNoticeHandler implements ICommandHandler<RecordNoticeRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordNoticeRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records that the term of an obligation is over. */
@CommandHandler(ExpireLiabilityRequest)
export class ExpireLiabilityHandler implements ICommandHandler<ExpireLiabilityRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ExpireLiabilityRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records that it was an error that the term of an obligation was over. */
@CommandHandler(UndoExpiryRequest)
export class UndoExpiryHandler implements ICommandHandler<UndoExpiryRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: UndoExpiryRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}
