import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  RecordClearanceRequest,
  RecordPaymentRequest,
  RecordPaymentReturnRequest,
} from '../../requests/receipt-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { receiptSubject } from './subjects.ts';

/** Records good funds that came in. */
@CommandHandler(RecordPaymentRequest)
export class RecordPaymentHandler implements ICommandHandler<RecordPaymentRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordPaymentRequest): Promise<Reply> {
    return this.desk.carryOut(request, receiptSubject(request));
  }
}

/** Records a payment that came back unpaid. */
@CommandHandler(RecordPaymentReturnRequest)
export class RecordPaymentReturnHandler implements ICommandHandler<RecordPaymentReturnRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordPaymentReturnRequest): Promise<Reply> {
    return this.desk.carryOut(request, receiptSubject(request));
  }
}

/** Records that a payment has cleared. */
@CommandHandler(RecordClearanceRequest)
export class RecordClearanceHandler implements ICommandHandler<RecordClearanceRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordClearanceRequest): Promise<Reply> {
    return this.desk.carryOut(request, receiptSubject(request));
  }
}
