import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  CloseAssistanceRequestRequest,
  OrderAssistanceRequest,
  PayAssistanceRequest,
  RecordAssistanceReturnRequest,
  RecordAttorneyFeeRequest,
  RecordConsumerPriceIndexRequest,
  RecordReserveDepositRequest,
  RequestAssistanceRequest,
} from '../../requests/reserve-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import {
  amountsSubject,
  assistanceSubject,
  queueSubject,
  reserveSubject,
  victimSubject,
} from './subjects.ts';

/** Records money that came in for the Reserve. */
@CommandHandler(RecordReserveDepositRequest)
export class RecordReserveDepositHandler implements ICommandHandler<RecordReserveDepositRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordReserveDepositRequest): Promise<Reply> {
    return this.desk.carryOut(request, reserveSubject);
  }
}

/** Records that a victim asks for assistance. */
@CommandHandler(RequestAssistanceRequest)
export class RequestAssistanceHandler implements ICommandHandler<RequestAssistanceRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RequestAssistanceRequest): Promise<Reply> {
    return this.desk.carryOut(request, assistanceSubject);
  }
}

/** Records that a court ordered assistance. */
@CommandHandler(OrderAssistanceRequest)
export class OrderAssistanceHandler implements ICommandHandler<OrderAssistanceRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: OrderAssistanceRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Pays assistance in its turn. */
@CommandHandler(PayAssistanceRequest)
export class PayAssistanceHandler implements ICommandHandler<PayAssistanceRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: PayAssistanceRequest): Promise<Reply> {
    return this.desk.carryOut(request, queueSubject);
  }
}

/** Records a payment of assistance that came back. */
@CommandHandler(RecordAssistanceReturnRequest)
export class RecordAssistanceReturnHandler implements ICommandHandler<RecordAssistanceReturnRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordAssistanceReturnRequest): Promise<Reply> {
    return this.desk.carryOut(request, queueSubject);
  }
}

/** Records what an attorney charged. */
@CommandHandler(RecordAttorneyFeeRequest)
export class RecordAttorneyFeeHandler implements ICommandHandler<RecordAttorneyFeeRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordAttorneyFeeRequest): Promise<Reply> {
    return this.desk.carryOut(request, assistanceSubject);
  }
}

/** Records the end of a request. */
@CommandHandler(CloseAssistanceRequestRequest)
export class CloseAssistanceRequestHandler implements ICommandHandler<CloseAssistanceRequestRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: CloseAssistanceRequestRequest): Promise<Reply> {
    return this.desk.carryOut(request, assistanceSubject);
  }
}

/** Records a figure of the Consumer Price Index. */
@CommandHandler(RecordConsumerPriceIndexRequest)
export class RecordConsumerPriceIndexHandler implements ICommandHandler<RecordConsumerPriceIndexRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordConsumerPriceIndexRequest): Promise<Reply> {
    return this.desk.carryOut(request, amountsSubject);
  }
}
