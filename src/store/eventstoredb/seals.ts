/**
 * Seals: running hashes of the log that were published on the server, in a stream of their own. Each is held against the
 * copy of every node; so a log that was rewritten later does not pass for the one that was sealed.
 */
import { LogDamaged, type LogHead } from '../event-store.ts';
import type { LogCopy, Original } from '../sqlite-log/log-copy.ts';
import { markCategory } from './marks.ts';

/** Where seals stand on the server: in the order of the server, and outside the log and its hash. */
export const sealStream = `${markCategory}-seals`;
/** The type of their events. */
export const sealType = 'LogSealed';

/** A hash that was published for a position, in its place among the seals. */
export interface Seal extends LogHead {
  readonly revision: number;
}

/** The bytes of a seal, and when it was put there. */
export function bytesOfSeal({ position, hash }: LogHead, at: string): Buffer {
  return Buffer.from(JSON.stringify({ v: 1, position, hash, at }));
}

/** The seal in an event of the server. @throws LogDamaged where it is none that this program knows */
export function sealIn({ revision, type, bytes }: Original): Seal {
  const [, position, hash] = pattern.exec(bytes.toString()) ?? [];
  if (type !== sealType || position === undefined || hash === undefined)
    throw new LogDamaged(0, `${sealStream} at ${String(revision)} is no seal known here`);
  return { revision, position: Number(position), hash };
}

const pattern = /^\{"v":1,"position":([0-9]{1,15}),"hash":"([0-9a-f]{64})","at":"[0-9TZ:.-]{20,30}"\}$/;

/** The seals that a node has heard, each of which is on its copy. */
export class Seals {
  readonly #copy: LogCopy;
  #last: Seal | undefined;
  #heardAt = Date.now();

  constructor(copy: LogCopy) {
    this.#copy = copy;
  }

  get last(): Seal | undefined {
    return this.#last;
  }

  /** When the last was heard, in milliseconds of this machine. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /**
   * Takes notice of the last seal, before the log is heard from where the copy ends. One of what is still to be heard
   * comes in its place.
   *
   * @throws LogDamaged where the copy has another hash there
   */
  learn(seal: Seal | undefined): void {
    if (seal === undefined || seal.position <= this.#copy.head().position) this.#keep(seal);
  }

  /**
   * Takes notice of a seal in its place in the order of the server, in which all that it seals comes before it.
   *
   * @throws LogDamaged where the copy has another hash there, or does not go so far
   */
  heed(seal: Seal): void {
    if (this.#last !== undefined && seal.revision <= this.#last.revision) return;
    this.#keep(seal);
  }

  #keep(seal: Seal | undefined): void {
    if (seal !== undefined) expectOn(seal, this.#copy.reader.runningAt(seal.position));
    if (seal?.revision !== this.#last?.revision) this.#heardAt = Date.now();
    this.#last = seal;
  }
}

/** @throws LogDamaged where the hash that a log has at the position is not the one that was published */
export function expectOn({ position, hash }: Seal, found: string | undefined): void {
  if (found === undefined) throw new LogDamaged(position, 'was sealed, and is not there');
  if (found !== hash)
    throw new LogDamaged(position, 'is not what was sealed: the log was rewritten since, or the seal');
}
