import { hash } from 'node:crypto';

/**
 * The name space of our event ids: fixed for ever, for a repeated step must give the same ids. They are UUIDs of version
 * 5 in form (RFC 9562); the name space is hashed as text.
 */
const nameSpace = '8f1d0c7e-5b7a-4c5e-9d3a-2f64b1c0e7d2';

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
  return hash('sha256', text, 'base64url').slice(0, 22);
}

/** A command id for whoever has none, made from what is said: the same words are the same command. */
export function commandIdOf(words: string): string {
  return uuid5(`command|${words}`);
}

/**
 * The command id for one that a sender chose. It stands in every event of the command for ever, and may hold a docket
 * number or a name: so only a UUID is taken as it is, and anything else gives the UUID that is made from it.
 */
export function commandIdFrom(chosen: string): string {
  return isUuid.test(chosen) ? chosen.toLowerCase() : uuid5(`chosen|${chosen}`);
}

/** Of a version and variant that RFC 9562 knows. */
const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function uuid5(name: string): string {
  const hex = hash('sha1', `${nameSpace}|${name}`, 'hex');
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) & 3);
  const fields = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return fields.join('-');
}
