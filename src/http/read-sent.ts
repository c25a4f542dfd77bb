import type { Type } from '@nestjs/common';
import { invariant } from '../domain/rejection.ts';
import { isCommandId } from '../requests/read-command-line.ts';
import { isObject, readFields, readRequest } from '../requests/read-request.ts';
import { RelabelRequest } from '../requests/relabel-request.ts';
import { isCommandType, requestTypes } from '../requests/request-types.ts';
import { AnyCommand } from './any-command.ts';
import { Problem } from './problem.ts';

type RequestType = (typeof requestTypes)[number];

/**
 * Reads a body as the request that a route declares. What is valid is filled into a new request field by field, so
 * that the controller has what its types say.
 *
 * @throws Problem naming every field that is wrong
 */
export function readSent(body: unknown, declared: Type<object>): object {
  if (declared === AnyCommand) return readAnyCommand(body);
  if (declared === RelabelRequest) return fieldsIn(RelabelRequest, body);
  const type = requestTypes.find(({ requestClass }) => requestClass === declared);
  invariant(type !== undefined, 'a route takes a body that nothing validates');
  return filled(type, body);
}

/** A command by its name, with its fields beside it, as a line of a file has it. */
function readAnyCommand(body: unknown): AnyCommand {
  if (!isObject(body)) throw invalid([{ pointer: '', rule: 'not-an-object', message: expectedObject }]);
  const { command, commandId, ...fields } = body;
  const type = isCommandType(command) ? requestTypes.find(({ name }) => name === command) : undefined;
  if (type === undefined)
    throw invalid([{ pointer: '/command', rule: 'not-a-command', message: expectedCommand }]);
  if (commandId !== undefined && !isCommandId(commandId)) {
    throw invalid([{ pointer: '/commandId', rule: 'not-a-command-id', message: expectedCommandId }]);
  }
  return Object.assign(new AnyCommand(), { command: type.name, commandId, request: filled(type, fields) });
}

const expectedObject = 'Write one object in braces: the command and its fields.';
const expectedCommand = 'Write the name of a command, such as "RecordPayment".';
const expectedCommandId = 'Write the Idempotency-Key of the request, or leave it out.';

function filled(
  { name, requestClass }: RequestType,
  body: unknown,
): InstanceType<RequestType['requestClass']> {
  const reading = readRequest(name, body);
  if (!reading.ok) throw invalid(reading.complaints);
  return Object.assign(new requestClass(), body);
}

function fieldsIn<Request extends object>(requestClass: Type<Request>, body: unknown): Request {
  const reading = readFields(requestClass, body);
  if (!reading.ok) throw invalid(reading.complaints);
  return reading.request;
}

function invalid(complaints: readonly { pointer: string; rule: string; message: string }[]): Problem {
  const errors = complaints.map(({ pointer, rule, message }) => ({ pointer, code: rule, message }));
  return new Problem('command-invalid', { errors });
}
