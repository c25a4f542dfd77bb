import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  DeclineRestitutionRequest,
  DeferFindingRequest,
  PetitionLaterLossesRequest,
} from '../../requests/decision-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { caseSubject, orderSubject } from './subjects.ts';

/** Records that a court ordered no restitution. */
@CommandHandler(DeclineRestitutionRequest)
export class DeclineRestitutionHandler implements ICommandHandler<DeclineRestitutionRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: DeclineRestitutionRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records that a court put off the final determination of losses. */
@CommandHandler(DeferFindingRequest)
export class DeferFindingHandler implements ICommandHandler<DeferFindingRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: DeferFindingRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Records that a victim petitioned for an amended order. */
@CommandHandler(PetitionLaterLossesRequest)
export class PetitionLaterLossesHandler implements ICommandHandler<PetitionLaterLossesRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: PetitionLaterLossesRequest): Promise<Reply> {
    return this.desk.carryOut(request, orderSubject(request));
  }
}
