import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReopenMonthRequest, SignMonthRequest } from '../../requests/month-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { monthSubject } from './subjects.ts';

/** Signs a month. */
@CommandHandler(SignMonthRequest)
export class SignMonthHandler implements ICommandHandler<SignMonthRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: SignMonthRequest): Promise<Reply> {
    return this.desk.carryOut(request, monthSubject(request));
  }
}

/** Opens a month again. */
@CommandHandler(ReopenMonthRequest)
export class ReopenMonthHandler implements ICommandHandler<ReopenMonthRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ReopenMonthRequest): Promise<Reply> {
    return this.desk.carryOut(request, monthSubject(request));
  }
}
