import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { agreed, AnyCommand } from '../any-command.ts';
import { api } from '../api.ts';
import { Call, Called } from '../call.ts';
import { TakesAny } from '../openapi/route-docs.ts';
import type { Reply } from '../reply.ts';

/** Any command, as a line of a file has it. */
@Controller(`${api}/commands`)
export class CommandsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @TakesAny()
  send(@Body() command: AnyCommand, @Called() call: Call): Promise<Reply> {
    return this.bus.execute(call.with(agreed(command, call)));
  }
}
