import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  MatchLinesRequest,
  SuspendLineRequest,
  UnmatchLinesRequest,
  WriteOffLineRequest,
} from '../../requests/match-requests.ts';
import {
  OpenAccountRequest,
  ReopenStatementRequest,
  SignStatementRequest,
  TakeInStatementRequest,
} from '../../requests/statement-requests.ts';
import { CommandDesk } from '../command-desk.ts';
import type { Reply } from '../reply.ts';
import { accountSubject, statementSubject } from './subjects.ts';

/** Opens an account. */
@CommandHandler(OpenAccountRequest)
export class OpenAccountHandler implements ICommandHandler<OpenAccountRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: OpenAccountRequest): Promise<Reply> {
    return this.desk.carryOut(request, accountSubject(request));
  }
}

/** Takes in what a file says of one account. */
@CommandHandler(TakeInStatementRequest)
export class TakeInStatementHandler implements ICommandHandler<TakeInStatementRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: TakeInStatementRequest): Promise<Reply> {
    return this.desk.carryOut(request, statementSubject(request.toCommand()));
  }
}

/** Says what lines confirm. */
@CommandHandler(MatchLinesRequest)
export class MatchLinesHandler implements ICommandHandler<MatchLinesRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: MatchLinesRequest): Promise<Reply> {
    return this.desk.carryOut(request, statementSubject(request));
  }
}

/** Undoes a match. */
@CommandHandler(UnmatchLinesRequest)
export class UnmatchLinesHandler implements ICommandHandler<UnmatchLinesRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: UnmatchLinesRequest): Promise<Reply> {
    return this.desk.carryOut(request, statementSubject(request));
  }
}

/** Lets a line wait. */
@CommandHandler(SuspendLineRequest)
export class SuspendLineHandler implements ICommandHandler<SuspendLineRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: SuspendLineRequest): Promise<Reply> {
    return this.desk.carryOut(request, statementSubject(request));
  }
}

/** Gives up what waits of a line. */
@CommandHandler(WriteOffLineRequest)
export class WriteOffLineHandler implements ICommandHandler<WriteOffLineRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: WriteOffLineRequest): Promise<Reply> {
    return this.desk.carryOut(request, statementSubject(request));
  }
}

/** Records a signature. */
@CommandHandler(SignStatementRequest)
export class SignStatementHandler implements ICommandHandler<SignStatementRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: SignStatementRequest): Promise<Reply> {
    return this.desk.carryOut(request, statementSubject(request));
  }
}

/** Takes signatures away. */
@CommandHandler(ReopenStatementRequest)
export class ReopenStatementHandler implements ICommandHandler<ReopenStatementRequest> {
  constructor(private readonly desk: CommandDesk) {}

  execute(request: ReopenStatementRequest): Promise<Reply> {
    return this.desk.carryOut(request, statementSubject(request));
  }
}
