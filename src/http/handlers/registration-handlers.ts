import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  RegisterCaseRequest,
  RegisterDefendantRequest,
  RegisterVictimRequest,
} from '../../requests/registration-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { caseSubject, victimSubject } from './subjects.ts';

/** Makes a victim known. */
@CommandHandler(RegisterVictimRequest)
export class RegisterVictimHandler implements ICommandHandler<RegisterVictimRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RegisterVictimRequest): Promise<Reply> {
    return this.desk.carryOut(request, victimSubject(request));
  }
}

/** Makes a criminal case known. */
@CommandHandler(RegisterCaseRequest)
export class RegisterCaseHandler implements ICommandHandler<RegisterCaseRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RegisterCaseRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}

/** Makes a defendant known in a case. */
@CommandHandler(RegisterDefendantRequest)
export class RegisterDefendantHandler implements ICommandHandler<RegisterDefendantRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: RegisterDefendantRequest): Promise<Reply> {
    return this.desk.carryOut(request, caseSubject(request));
  }
}
