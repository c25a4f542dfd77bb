import { createHash } from 'node:crypto';

/** The name space of our event ids (RFC 9562, version 5): fixed for ever, for a repeated step must give the same ids. */
const nameSpace = Buffer.from('8f1d0c7e5b7a4c5e9d3a2f64b1c0e7d2', 'hex');

/** Where an event comes from: one step of one command in one stream, and its place among the events of that step. */
export interface EventOrigin {
  readonly stream: string;
  readonly commandId: string;
  readonly step: string;
  readonly index: number;
}

/** The id of an event, made from where it comes from: saying a thing twice gives the same id twice. */
export function eventIdOf({ stream, commandId, step, index }: EventOrigin): string {
  return uuid5(`${stream}|${commandId}|${step}|${String(index)}`);
}

/** A short digest of what a command says, so that one command id cannot be used for two commands. */
export function fingerprintOf(command: object): string {
  const text = JSON.stringify(command, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** A command id for whoever has none, made from what is said: the same words are the same command. */
export function commandIdOf(words: string): string {
  return uuid5(`command|${words}`);
}

function uuid5(name: string): string {
  const bytes = createHash('sha1').update(nameSpace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
