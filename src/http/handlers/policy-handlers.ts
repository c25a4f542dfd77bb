import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SetPolicyRequest } from '../../requests/policy-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { policySubject } from './subjects.ts';

/** Records an answer to an open question of the law. */
@CommandHandler(SetPolicyRequest)
export class SetPolicyHandler implements ICommandHandler<SetPolicyRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: SetPolicyRequest): Promise<Reply> {
    return this.desk.carryOut(request, policySubject);
  }
}
