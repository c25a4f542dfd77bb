import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  EnterOrderRequest,
  MakeOrderFinalRequest,
  MakeOrdersJointRequest,
  AmendOrderRequest,
  VacateOrderRequest,
} from '../../requests/order-requests.ts';
import { ReduceLiabilityRequest, ReverseReductionRequest } from '../../requests/reduction-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { caseSubject, lineSubject, orderSubject } from './subjects.ts';

/** Records what a court credited for a civil recovery. */
@CommandHandler(ReduceLiabilityRequest)
export class ReduceLiabilityHandler implements ICommandHandler<ReduceLiabilityRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ReduceLiabilityRequest): Promise<Reply> {
    return this.desk.carryOut(request, lineSubject(request));
  }
}

/** Records that such a credit does not hold any more. */
@CommandHandler(ReverseReductionRequest)
export class ReverseReductionHandler implements ICommandHandler<ReverseReductionRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ReverseReductionRequest): Promise<Reply> {
    return this.desk.carryOut(request, lineSubject(request));
  }
}

/** Records an order of a court. */
@CommandHandler(EnterOrderRequest)
export class EnterOrderHandler implements ICommandHandler<EnterOrderRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: EnterOrderRequest): Promise<Reply> {
    return this.desk.carryOut(request, orderSubject(request));
  }
}

/** Records that an order became final. */
@CommandHandler(MakeOrderFinalRequest)
export class MakeOrderFinalHandler implements ICommandHandler<MakeOrderFinalRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: MakeOrderFinalRequest): Promise<Reply> {
    return this.desk.carryOut(request, orderSubject(request));
  }
}

/** Records what a court changed in an order. */
@CommandHandler(AmendOrderRequest)
export class AmendOrderHandler implements ICommandHandler<AmendOrderRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: AmendOrderRequest): Promise<Reply> {
    return this.desk.carryOut(request, orderSubject(request));
  }
}

/** Records that an order was set aside. */
@CommandHandler(VacateOrderRequest)
export class VacateOrderHandler implements ICommandHandler<VacateOrderRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: VacateOrderRequest): Promise<Reply> {
    return this.desk.carryOut(request, orderSubject(request));
  }
}

/** Records that defendants owe jointly. */
@CommandHandler(MakeOrdersJointRequest)
export class MakeOrdersJointHandler implements ICommandHandler<MakeOrdersJointRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: MakeOrdersJointRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}
