import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  ImposeDebtRequest,
  RecordAssessmentCeilingRequest,
  RemitDebtRequest,
  SetOrderOfPaymentRequest,
  VacateDebtRequest,
} from '../../requests/debt-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { caseSubject, ceilingSubject } from './subjects.ts';

/** Records what a court imposed beside restitution. */
@CommandHandler(ImposeDebtRequest)
export class ImposeDebtHandler implements ICommandHandler<ImposeDebtRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ImposeDebtRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records what a court remitted. */
@CommandHandler(RemitDebtRequest)
export class RemitDebtHandler implements ICommandHandler<RemitDebtRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RemitDebtRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records that a debt was set aside. */
@CommandHandler(VacateDebtRequest)
export class VacateDebtHandler implements ICommandHandler<VacateDebtRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: VacateDebtRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records how a judgment ranks obligations. */
@CommandHandler(SetOrderOfPaymentRequest)
export class SetOrderOfPaymentHandler implements ICommandHandler<SetOrderOfPaymentRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: SetOrderOfPaymentRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records a ceiling of assessments as published. */
@CommandHandler(RecordAssessmentCeilingRequest)
export class RecordAssessmentCeilingHandler implements ICommandHandler<RecordAssessmentCeilingRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RecordAssessmentCeilingRequest): Promise<Reply> {
    return this.desk.carryOut(request, ceilingSubject);
  }
}
