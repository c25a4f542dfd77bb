import type { Type } from '@nestjs/common';
import { invariant } from '../domain/rejection.ts';
import { readAnyCommand } from '../requests/any-command.ts';
import { readFields } from '../requests/read-request.ts';
import { ReconcileRequest } from '../requests/reconcile-request.ts';
import { RelabelRequest } from '../requests/relabel-request.ts';
import { requestClassOf, requestTypes } from '../requests/request-types.ts';
import { AnyCommand } from './any-command.ts';
import { Problem } from './problem.ts';

/**
 * Reads a body as the request that a route declares. What is valid is filled into a new request field by field, so
 * that the controller has what its types say.
 *
 * @throws Problem naming every field that is wrong
 */
export function readSent(body: unknown, declared: Type<object>): object {
  if (declared === AnyCommand) return readNamed(body);
  if (declared === RelabelRequest) return fieldsIn(RelabelRequest, body);
  if (declared === ReconcileRequest) return fieldsIn(ReconcileRequest, body);
  const type = requestTypes.find(({ requestClass }) => requestClass === declared);
  invariant(type !== undefined, 'a route takes a body that nothing validates');
  return fieldsIn(type.requestClass, body);
}

/** A command by its name, with its fields beside it, as a line of a file has it. */
function readNamed(body: unknown): AnyCommand {
  const sent = readAnyCommand(body);
  if (!sent.ok) throw invalid(sent.complaints);
  const { command, commandId, fields } = sent;
  const request = fieldsIn(requestClassOf(command), fields);
  return Object.assign(new AnyCommand(), { command, commandId, request });
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
