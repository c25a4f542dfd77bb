import { createHash } from 'node:crypto';
import { Failure } from './failure.ts';

/**
 * Bytes that come once, as on the standard input. They can be read as they come; whoever asks for their digest waits
 * for their end, and what has come by then is held until it is read.
 */
export class Spool {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #held: Uint8Array[] = [];
  readonly #hash = createHash('sha256');
  #heldBytes = 0;
  #digest: string | undefined;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = this.#held.shift() ?? (await this.#next());
      if (chunk === undefined) return;
      yield chunk;
    }
  }

  /** @throws Failure where more comes than can be held */
  async digest(): Promise<string> {
    if (this.#digest !== undefined) return this.#digest;
    for (let chunk = await this.#next(); chunk !== undefined; chunk = await this.#next()) {
      this.#held.push(chunk);
      this.#heldBytes += chunk.length;
      if (this.#heldBytes > mostHeld) throw tooMuch();
    }
    this.#digest = this.#hash.digest('hex');
    return this.#digest;
  }

  async #next(): Promise<Uint8Array | undefined> {
    const read = await this.#source.next();
    if (read.done === true) return undefined;
    this.#hash.update(read.value);
    return read.value;
  }
}

/** 256 MiB. */
const mostHeld = 268_435_456;

function tooMuch(): Failure {
  const what = 'More came by standard input than can be held until its end is known.';
  return new Failure('rejected', what, 'Save it as a file, and name the file.');
}
