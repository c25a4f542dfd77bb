import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { AsyncContext } from '@nestjs/cqrs';
import type { Request, Response } from 'express';
import type { Sender } from '../application/ledger.ts';
import { invariant } from '../domain/rejection.ts';
import { isCommandId } from '../requests/any-command.ts';
import { senderOf } from '../requests/sender.ts';
import { Problem } from './problem.ts';
import { readTags, type Tags } from './tags.ts';
import { traceOf, type Trace } from './trace.ts';
import { wishIn } from './wish.ts';

/** What a request says beside its body: it goes with the command through the bus. */
export class Call extends AsyncContext {
  /** The Idempotency-Key as it was given. It goes back to the client, and nowhere else. */
  readonly key: string;
  /** Who sends the command, and under which id: the same key twice is the same command twice. */
  readonly sender: Sender;
  readonly ifMatch: Tags | undefined;
  /** Whether to answer as if it were recorded, and record nothing. */
  readonly isRehearsal: boolean;
  readonly trace: Trace;

  constructor(request: Request, trace: Trace) {
    super();
    this.key = keyIn(request.get('idempotency-key'));
    const { isRehearsal, mayReachClosedMonths } = wishIn(request);
    this.sender = { ...senderOf('http', this.key), ...(mayReachClosedMonths && { mayReachClosedMonths }) };
    this.ifMatch = readTags(request.get('if-match'));
    this.isRehearsal = isRehearsal;
    this.trace = trace;
  }

  /** The call that came with a command. */
  static override of(command: object): Call {
    const call = AsyncContext.of(command);
    invariant(call instanceof Call, 'a command came through the bus without its call');
    return call;
  }

  /** Sends the call along with the command. */
  with<Command extends object>(command: Command): Command {
    this.attachTo(command);
    return command;
  }
}

/** A parameter that holds what the request says beside its body. */
export const Called = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const http = context.switchToHttp();
  return new Call(http.getRequest<Request>(), traceOf(http.getResponse<Response>()));
});

function keyIn(header: string | undefined): string {
  if (header === undefined || header === '') throw new Problem('idempotency-key-missing');
  const [, bare = header] = /^"(.*)"$/.exec(header) ?? [];
  if (!isCommandId(bare)) throw new Problem('idempotency-key-malformed');
  return bare;
}
