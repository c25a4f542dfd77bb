import { ApiProperty } from '@nestjs/swagger';
import { Allow, IsIn } from 'class-validator';
import type { CommandType } from '../domain/commands.ts';
import { requestTypes } from '../requests/request-types.ts';
import type { Call } from './call.ts';
import type { Sendable } from './command-desk.ts';
import { Problem } from './problem.ts';

const names = requestTypes.map(({ name }) => name);

/** Any command, told by its name; its fields stand beside it. The pipe reads them as the request that they are. */
export class AnyCommand {
  @IsIn(names)
  @ApiProperty({ enum: names, description: 'The command; its own fields stand beside it.' })
  command: CommandType;

  @Allow()
  @ApiProperty({
    type: String,
    required: false,
    description: 'The Idempotency-Key once more, where a file has it.',
  })
  commandId?: string;

  @Allow()
  request: Sendable;
}

/** The request, once it is sure that the body and the header name the same command id. @throws Problem where they differ */
export function agreed({ commandId, request }: AnyCommand, call: Call): Sendable {
  if (commandId === undefined || commandId === call.key) return request;
  throw new Problem('command-invalid', {
    errors: [{ pointer: '/commandId', code: 'key-differs', message: differs }],
  });
}

const differs =
  'The header Idempotency-Key says something else. Leave the field out, or correct one of the two.';
