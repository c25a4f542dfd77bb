import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  DepositUnclaimedRefundRequest,
  RecordRefundRequest,
  RecordRefundInstrumentRequest,
  RecordRefundPresentationRequest,
  RecordRefundReturnRequest,
  WithdrawUnclaimedRefundRequest,
} from '../../requests/refund-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { receiptSubject } from './subjects.ts';

/** Records excess money that was paid back. */
@CommandHandler(RecordRefundRequest)
export class RecordRefundHandler implements ICommandHandler<RecordRefundRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordRefundRequest): Promise<Reply> {
    return this.desk.carryOut(request, receiptSubject(request));
  }
}

/** Records a refund that came back. */
@CommandHandler(RecordRefundReturnRequest)
export class RecordRefundReturnHandler implements ICommandHandler<RecordRefundReturnRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordRefundReturnRequest): Promise<Reply> {
    return this.desk.carryOut(request, receiptSubject(request));
  }
}

/** Records the number of the cheque or the transfer of a refund. */
@CommandHandler(RecordRefundInstrumentRequest)
export class RecordRefundInstrumentHandler implements ICommandHandler<RecordRefundInstrumentRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordRefundInstrumentRequest): Promise<Reply> {
    return this.desk.carryOut(request, receiptSubject(request));
  }
}

/** Records what a bank paid for a refund. */
@CommandHandler(RecordRefundPresentationRequest)
export class RecordRefundPresentationHandler implements ICommandHandler<RecordRefundPresentationRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordRefundPresentationRequest): Promise<Reply> {
    return this.desk.carryOut(request, receiptSubject(request));
  }
}

/** Records where money of a refund waits that nobody claims. */
@CommandHandler(DepositUnclaimedRefundRequest)
export class DepositUnclaimedRefundHandler implements ICommandHandler<DepositUnclaimedRefundRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: DepositUnclaimedRefundRequest): Promise<Reply> {
    return this.desk.carryOut(request, receiptSubject(request));
  }
}

/** Records that it was claimed. */
@CommandHandler(WithdrawUnclaimedRefundRequest)
export class WithdrawUnclaimedRefundHandler implements ICommandHandler<WithdrawUnclaimedRefundRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: WithdrawUnclaimedRefundRequest): Promise<Reply> {
    return this.desk.carryOut(request, receiptSubject(request));
  }
}
