/** `Read`: of one stream or of all, as far as there is something to read, or as a subscription. */
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Node } from '../node.ts';
import type { Strike } from '../strike.ts';
import { readRequestIn, type ReadRequest } from '../wire/read-requests.ts';
import { Refused } from '../wire/refused.ts';
import { unexpected } from '../wire/refusals.ts';
import { allStreams, readRefusal } from './admission.ts';
import { EventOutlet } from './event-outlet.ts';
import { Outgoing } from './outgoing.ts';
import { readAll } from './read-all.ts';
import { readStream } from './read-stream.ts';
import { refusalOf, tear } from './striking.ts';
import { AllSource, StreamSource } from './subscription-source.ts';
import { Subscription } from './subscription.ts';

export const read =
  (node: Node): handleServerStreamingCall<ReadReq, Buffer> =>
  (call) =>
    new IncomingRead(node, call).begin();

class IncomingRead {
  readonly #node: Node;
  readonly #call: ServerWritableStream<ReadReq, Buffer>;
  readonly #out: Outgoing;

  constructor(node: Node, call: ServerWritableStream<ReadReq, Buffer>) {
    this.#node = node;
    this.#call = call;
    this.#out = new Outgoing(call);
  }

  begin(): void {
    this.#admit().catch((error: unknown) => {
      this.#out.fail(error instanceof Refused ? error.refusal : unexpected(String(error)));
    });
  }

  async #admit(): Promise<void> {
    const request = readRequestIn(this.#call.request);
    const { what, count } = request;
    const strike = this.#node.faults.take(count === undefined ? 'subscribe' : 'read');
    const stream = what.of === 'stream' ? what.stream : allStreams;
    const refusal = readRefusal(this.#node, this.#call.metadata, stream);
    if (refusal) throw new Refused(refusal);
    if (strike?.failure === 'latency') await this.#late(strike);
    else if (strike && strike.afterEvents === undefined) {
      this.#struck(strike);
      return;
    }
    const limit = strike?.afterEvents ?? Infinity;
    await this.#answer(request, new EventOutlet(this.#out, limit, () => strike && this.#struck(strike)));
  }

  async #answer({ what, isBackwards, count }: ReadRequest, outlet: EventOutlet): Promise<void> {
    if (count === undefined) {
      const isOfStream = what.of === 'stream';
      const source = isOfStream ? new StreamSource(this.#node, what) : new AllSource(this.#node, what);
      await new Subscription(this.#node, source, outlet).run();
      return;
    }
    if (what.of === 'stream') await readStream(this.#node, { ...what, isBackwards, count }, outlet);
    else await readAll(this.#node, { ...what, isBackwards, count }, outlet);
    this.#out.end();
  }

  #late({ ms = 0 }: Strike): Promise<void> {
    return new Promise((resolve) => this.#node.timers.after(ms, resolve));
  }

  #struck(strike: Strike): void {
    const refusal = refusalOf(this.#node, strike);
    if (refusal) this.#out.fail(refusal);
    else if (strike.failure === 'end') this.#out.end();
    else {
      this.#out.fallSilent();
      tear(this.#node, this.#call, strike);
    }
  }
}
