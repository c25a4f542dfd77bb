import { Metadata, type ServerWritableStream } from '@grpc/grpc-js';
import type { ServerHttp2Stream } from 'node:http2';
import type { Refusal } from '../wire/refusals.ts';
import { http2StreamOf } from './http2-stream.ts';

const enoughAtOnce = 32 * 1024;

/** Frames on their way to a client, many in one write, and no more than it takes. */
export class Outgoing {
  readonly #call: ServerWritableStream<unknown, Buffer>;
  readonly #stream: ServerHttp2Stream;
  #frames: Buffer[] = [];
  #size = 0;
  #isBegun = false;
  #isDone = false;

  constructor(call: ServerWritableStream<unknown, Buffer>) {
    this.#call = call;
    this.#stream = http2StreamOf(call);
  }

  /** Nothing more can be sent: it is ended, or the client is gone. */
  get isClosed(): boolean {
    return this.#isDone || this.#stream.destroyed || this.#stream.closed;
  }

  /** Whether to wait before more is sent. */
  get isFull(): boolean {
    // Asked each time: the client may have taken everything since, and would then never say so again.
    return this.#stream.writableNeedDrain;
  }

  onceClosed(deed: () => void): void {
    this.#stream.once('close', deed);
  }

  send(frame: Buffer): void {
    if (this.isClosed) return;
    this.#frames.push(frame);
    this.#size += frame.length;
    if (this.#size >= enoughAtOnce) this.flush();
  }

  flush(): void {
    if (this.#size === 0 || this.isClosed) return;
    if (!this.#isBegun) this.#call.sendMetadata(new Metadata());
    this.#isBegun = true;
    this.#stream.write(Buffer.concat(this.#frames, this.#size));
    this.#frames = [];
    this.#size = 0;
  }

  /** When the client has taken what was sent, or is gone. */
  async drained(): Promise<void> {
    if (!this.isFull || this.isClosed) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#stream.off('drain', done);
        this.#stream.off('close', done);
        resolve();
      };
      this.#stream.once('drain', done);
      this.#stream.once('close', done);
    });
  }

  end(): void {
    this.flush();
    if (this.isClosed) return;
    this.#isDone = true;
    this.#call.end();
  }

  fail(refusal: Refusal): void {
    this.flush();
    if (this.isClosed) return;
    this.#isDone = true;
    this.#call.emit('error', refusal);
  }

  /** Sends nothing more, and lets the client wait. */
  fallSilent(): void {
    this.flush();
    this.#isDone = true;
  }
}
