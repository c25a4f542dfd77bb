import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  DetermineLossRequest,
  RecordDisbursementRequest,
  RecordDisbursementReturnRequest,
  OrderReinstatementRequest,
  ReviewLiabilitiesRequest,
} from '../../requests/victim-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { victimSubject } from './subjects.ts';

/** Records what a court found that a victim lost. */
@CommandHandler(DetermineLossRequest)
export class DetermineLossHandler implements ICommandHandler<DetermineLossRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: DetermineLossRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records money that was paid out to a victim. */
@CommandHandler(RecordDisbursementRequest)
export class RecordDisbursementHandler implements ICommandHandler<RecordDisbursementRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordDisbursementRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records a payment to a victim that came back. */
@CommandHandler(RecordDisbursementReturnRequest)
export class RecordDisbursementReturnHandler implements ICommandHandler<RecordDisbursementReturnRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordDisbursementReturnRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Asks the law again what it makes of a victim’s ledger. */
@CommandHandler(ReviewLiabilitiesRequest)
export class ReviewLiabilitiesHandler implements ICommandHandler<ReviewLiabilitiesRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ReviewLiabilitiesRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Records that a court ordered what had ended to be owed again. */
@CommandHandler(OrderReinstatementRequest)
export class OrderReinstatementHandler implements ICommandHandler<OrderReinstatementRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: OrderReinstatementRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}
