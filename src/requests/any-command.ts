import type { CommandType } from '../domain/commands.ts';
import type { Complaint } from './complaint.ts';
import { isObject } from './read-request.ts';
import { isCommandType } from './request-types.ts';

/** A command as it is sent by its name: what it is, the id it brings, and its own fields; or what is wrong. */
export type AnyCommandReading =
  | {
      readonly ok: true;
      readonly command: CommandType;
      readonly commandId: string | undefined;
      readonly fields: object;
    }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads `{ "command": "RecordPayment", "commandId": "…", … }`, the fields beside the command's name. */
export function readAnyCommand(sent: unknown): AnyCommandReading {
  if (!isObject(sent)) return refused({ pointer: '', rule: 'not-an-object', message: expectedObject });
  const { command, commandId, ...fields } = sent;
  if (!isCommandType(command))
    return refused({ pointer: '/command', rule: 'not-a-command', message: expectedCommand });
  if (commandId !== undefined && !isCommandId(commandId))
    return refused({ pointer: '/commandId', rule: 'not-a-command-id', message: expectedCommandId });
  return { ok: true, command, commandId, fields };
}

/** Whether a sender may choose this as the id of a command: the same id is never done twice. */
export function isCommandId(value: unknown): value is string {
  return typeof value === 'string' && commandIds.test(value);
}

const commandIds = /^[A-Za-z0-9._:-]{1,64}$/;

const expectedObject = 'Write one object in braces: the command and its fields.';
const expectedCommand =
  'Write the name of a command, such as "RecordPayment"; docs/commands.md has them all.';
const expectedCommandId =
  'Write 1 to 64 letters, digits, points, underscores, colons or dashes, or leave it out.';

function refused(complaint: Complaint): AnyCommandReading {
  return { ok: false, complaints: [complaint] };
}
