import type { Command } from '../domain/commands.ts';
import { remedyFor } from '../formats/fault.ts';
import { mostJsonBytes } from '../formats/json-lines.ts';
import { readStrictJson } from '../formats/strict-json.ts';
import type { Complaint, ComplaintRule } from './complaint.ts';
import type { Label } from './label.ts';
import { isObject, readRequest } from './read-request.ts';
import { isCommandType } from './request-types.ts';

/** What a line of a file holds: a command, with the id under which it is to be done once; or what is wrong. */
export type CommandReading =
  | { readonly ok: true; readonly command: Command; readonly label?: Label; readonly commandId?: string }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads one line of JSON: `{ "command": "RecordPayment", "commandId": "…", … }`, the fields beside the command's name. */
export function readCommandLine(text: string): CommandReading {
  if (Buffer.byteLength(text) > mostJsonBytes)
    return refused('', 'line-too-long', remedyFor('line-too-long'));
  const json = readStrictJson(text, mostDepth);
  if (!json.ok) return refused(json.pointer, json.rule, remedyFor(json.rule));
  if (!isObject(json.value)) return refused('', 'not-an-object', expectedObject);
  const { command, commandId, ...fields } = json.value;
  if (!isCommandType(command)) return refused('/command', 'not-a-command', expectedCommand);
  if (commandId === undefined) return readRequest(command, fields);
  if (!isCommandId(commandId)) return refused('/commandId', 'not-a-command-id', expectedCommandId);
  const reading = readRequest(command, fields);
  return reading.ok ? { ...reading, commandId } : reading;
}

/** Whether a sender may choose this as the id of a command: the same id is never done twice. */
export function isCommandId(value: unknown): value is string {
  return typeof value === 'string' && commandIds.test(value);
}

const mostDepth = 8;
const commandIds = /^[A-Za-z0-9._:-]{1,64}$/;

const expectedObject = 'Write one object in braces: the command and its fields.';
const expectedCommand =
  'Write the name of a command, such as "RecordPayment"; docs/commands.md has them all.';
const expectedCommandId =
  'Write 1 to 64 letters, digits, points, underscores, colons or dashes, or leave it out.';

function refused(pointer: string, rule: ComplaintRule, message: string): CommandReading {
  return { ok: false, complaints: [{ pointer, rule, message }] };
}
