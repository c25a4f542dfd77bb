/** The messages of an answer to `Read`, each behind the five bytes that gRPC puts before a message. */
import type { Position } from '../log/position.ts';
import { endOnTheWire } from '../log/position.ts';
import type { Recorded } from '../log/recorded.ts';
import { bytes, entry, message, uint } from './protobuf.ts';

const frames = new WeakMap<Recorded, Buffer>();

/** Made once for each event, and sent to all who read it. */
export function eventFrame(event: Recorded): Buffer {
  const known = frames.get(event);
  if (known) return known;
  const made = frame(message(1, message(1, ...recordedEvent(event)), uint(3, event.position)));
  frames.set(event, made);
  return made;
}

export const confirmationFrame = (subscription: string): Buffer => frame(message(2, bytes(1, subscription)));

export const checkpointFrame = ({ commit, prepare }: Position): Buffer =>
  frame(message(3, uint(1, onTheWire(commit)), uint(2, onTheWire(prepare))));

export const streamNotFoundFrame = (stream: string): Buffer =>
  frame(message(4, message(1, bytes(3, stream))));

export const caughtUpFrame = (): Buffer => frame(message(8));

function recordedEvent(event: Recorded): readonly Buffer[] {
  return [
    message(1, bytes(2, event.id)),
    message(2, bytes(3, event.stream)),
    uint(3, event.revision),
    uint(4, event.position),
    uint(5, event.position),
    entry(6, 'type', event.type),
    entry(6, 'created', String(event.created)),
    entry(6, 'content-type', event.isJson ? 'application/json' : 'application/octet-stream'),
    bytes(7, event.metadata),
    bytes(8, event.data),
  ];
}

/** A server that has sent nothing yet says so with the largest number, which means the end when it is sent back. */
const onTheWire = (place: bigint): bigint => (place < 0n ? endOnTheWire : place);

function frame(content: Buffer): Buffer {
  const whole = Buffer.allocUnsafe(content.length + 5);
  whole.writeUInt8(0, 0);
  whole.writeUInt32BE(content.length, 1);
  content.copy(whole, 5);
  return whole;
}
