import type { Command } from '../domain/commands.ts';
import { remedyFor } from '../formats/fault.ts';
import { mostJsonBytes } from '../formats/json-lines.ts';
import { readStrictJson } from '../formats/strict-json.ts';
import { readAnyCommand } from './any-command.ts';
import type { Complaint } from './complaint.ts';
import type { Label } from './label.ts';
import { readRequest } from './read-request.ts';

/** What a line of a file holds: a command, with the id under which it is to be done once; or what is wrong. */
export type CommandReading =
  | { readonly ok: true; readonly command: Command; readonly label?: Label; readonly commandId?: string }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads one line of JSON as a command by its name. */
export function readCommandLine(text: string): CommandReading {
  if (Buffer.byteLength(text) > mostJsonBytes) return unreadable('', 'line-too-long');
  const json = readStrictJson(text, mostDepth);
  if (!json.ok) return unreadable(json.pointer, json.rule);
  const sent = readAnyCommand(json.value);
  if (!sent.ok) return sent;
  const reading = readRequest(sent.command, sent.fields);
  return reading.ok && sent.commandId !== undefined ? { ...reading, commandId: sent.commandId } : reading;
}

const mostDepth = 8;

function unreadable(pointer: string, rule: Parameters<typeof remedyFor>[0]): CommandReading {
  return { ok: false, complaints: [{ pointer, rule, message: remedyFor(rule) }] };
}
