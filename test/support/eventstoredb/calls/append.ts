/** `Append`: one stream of requests for each append. Its head says where, and each that follows is an event. */
import type { handleClientStreamingCall, sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Proposed } from '../log/recorded.ts';
import type { Outcome } from '../log/stored-stream.ts';
import type { Limits, Node } from '../node.ts';
import type { Strike } from '../strike.ts';
import { appended, conflicting } from '../wire/append-answers.ts';
import { Refused } from '../wire/refused.ts';
import {
  maximumAppendSizeExceeded,
  maximumEventSizeExceeded,
  streamDeleted,
  unexpected,
  type Refusal,
} from '../wire/refusals.ts';
import { aimOf, proposedIn, type Aim } from '../wire/write-requests.ts';
import { writeRefusal } from './admission.ts';
import { AppendSize, type TooLarge } from './append-size.ts';
import { carryOut } from './striking.ts';

export const append =
  (node: Node): handleClientStreamingCall<AppendReq, Buffer> =>
  (call, answer) => {
    const incoming = new IncomingAppend(node, call, answer);
    const strike = node.faults.take('append');
    call.on('data', (request: AppendReq) => incoming.guard(() => incoming.take(request)));
    call.on('end', () => incoming.guard(() => incoming.finish(strike)));
  };

class IncomingAppend {
  readonly #node: Node;
  readonly #call: ServerReadableStream<AppendReq, Buffer>;
  readonly #answer: sendUnaryData<Buffer>;
  readonly #size: AppendSize;
  readonly #events: Proposed[] = [];
  #aim: Aim | undefined;
  #isRefused = false;

  constructor(node: Node, call: ServerReadableStream<AppendReq, Buffer>, answer: sendUnaryData<Buffer>) {
    this.#node = node;
    this.#call = call;
    this.#answer = answer;
    this.#size = new AppendSize(node.limits);
  }

  /** Refused once, the rest of what the client sends is not looked at. */
  guard(step: () => void): void {
    if (this.#isRefused) return;
    try {
      step();
    } catch (error) {
      this.#refuse(error instanceof Refused ? error.refusal : unexpected(String(error)));
    }
  }

  take(request: AppendReq): void {
    if (this.#aim) {
      const event = proposedIn(request.getProposedMessage());
      const tooLarge = this.#size.add(event);
      if (tooLarge) throw new Refused(sizeRefusal(tooLarge, this.#node.limits));
      this.#events.push(event);
      return;
    }
    this.#aim = aimOf(request.getOptions());
    const refusal = writeRefusal(this.#node, this.#call.metadata, this.#aim.stream);
    if (refusal) throw new Refused(refusal);
  }

  finish(strike: Strike | undefined): void {
    const aim = this.#aim;
    if (!aim) throw new Refused(unexpected('the options come first'));
    carryOut(this.#node, this.#call, strike, {
      commit: () => {
        const outcome = this.#node.log.append(aim.stream, aim.expected, this.#events);
        return () => this.#tell(outcome, aim);
      },
      refuse: (refusal) => this.#refuse(refusal),
    });
  }

  #tell(outcome: Outcome, { stream }: Aim): void {
    if (outcome.kind === 'stream-deleted') this.#refuse(streamDeleted(stream));
    else this.#answer(null, outcome.kind === 'written' ? appended(outcome) : conflicting(outcome));
  }

  #refuse(refusal: Refusal): void {
    this.#isRefused = true;
    this.#answer(refusal);
  }
}

function sizeRefusal(tooLarge: TooLarge, { appendSize, eventSize }: Limits): Refusal {
  if (tooLarge.kind === 'append') return maximumAppendSizeExceeded(appendSize);
  return maximumEventSizeExceeded(tooLarge.id, tooLarge.size, eventSize);
}
