/** `BatchAppend`: one stream for all appends of a client, each of which may come in several parts. */
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Proposed } from '../log/recorded.ts';
import type { Limits, Node } from '../node.ts';
import type { Failure } from '../strike.ts';
import {
  accessDeniedStatus,
  badRequestStatus,
  batchAnswer,
  batchRefusal,
  maximumAppendSizeStatus,
  maximumEventSizeStatus,
  timeoutStatus,
  type Answered,
  type BatchStatus,
} from '../wire/batch-answers.ts';
import type { Refusal } from '../wire/refusals.ts';
import { batchAimOf, batchDeadlineOf, proposedIn, type Aim } from '../wire/write-requests.ts';
import { accessRefusal, leaderRefusal } from './admission.ts';
import { AppendSize, type TooLarge } from './append-size.ts';
import { carryOut } from './striking.ts';

type Call = ServerDuplexStream<BatchAppendReq, Buffer>;

export const batchAppend =
  (node: Node): handleBidiStreamingCall<BatchAppendReq, Buffer> =>
  (call) => {
    const batches = new IncomingBatches(node, call);
    call.on('data', (request: BatchAppendReq) => batches.take(request));
    call.on('end', () => call.end());
  };

interface Pending {
  readonly answered: Answered;
  readonly aim: Aim;
  readonly events: Proposed[];
  readonly size: AppendSize;
}

class IncomingBatches {
  readonly #node: Node;
  readonly #call: Call;
  readonly #pending = new Map<string, Pending>();

  constructor(node: Node, call: Call) {
    this.#node = node;
    this.#call = call;
  }

  take(request: BatchAppendReq): void {
    const correlationId = request.getCorrelationId()?.getString() ?? '';
    try {
      const options = request.getOptions();
      if (options) this.#open(correlationId, options);
      const pending = this.#pending.get(correlationId);
      // What was refused already may still be coming in: nobody waits for it.
      if (pending) this.#add(pending, request);
    } catch (error) {
      this.#refuse({ correlationId, stream: '' }, badRequestStatus(String(error)));
    }
  }

  #open(correlationId: string, options: BatchAppendReq.Options): void {
    const aim = batchAimOf(options);
    const answered = { correlationId, stream: aim.stream };
    if (accessRefusal(this.#node, this.#call.metadata, aim.stream)) {
      this.#refuse(answered, accessDeniedStatus());
      return;
    }
    // Two clocks are compared here: a server that is ahead of its client by the deadline answers nothing else.
    const deadline = batchDeadlineOf(options);
    if (deadline && deadline <= this.#node.clock.now()) this.#refuse(answered, timeoutStatus());
    else this.#pending.set(correlationId, { answered, aim, events: [], size: new AppendSize(this.#limits) });
  }

  #add(pending: Pending, request: BatchAppendReq): void {
    for (const proposal of request.getProposedMessagesList()) {
      const event = proposedIn(proposal);
      const tooLarge = pending.size.add(event);
      if (tooLarge) {
        this.#refuse(pending.answered, sizeStatus(tooLarge, this.#limits));
        return;
      }
      pending.events.push(event);
    }
    if (request.getIsFinal()) this.#finish(pending);
  }

  #finish({ answered, aim, events }: Pending): void {
    this.#pending.delete(answered.correlationId);
    const strike = this.#node.faults.take('batchAppend');
    // Who must ask the leader and does not is told by an error that ends the stream, and every append that waits on it.
    const refusal = leaderRefusal(this.#node, this.#call.metadata);
    if (refusal) {
      this.#fail(refusal);
      return;
    }
    carryOut(this.#node, this.#call, strike, {
      commit: () => {
        const outcome = this.#node.log.append(aim.stream, aim.expected, events);
        return () => this.#send(batchAnswer(answered, outcome));
      },
      refuse: (why, failure) => this.#refuseOr(answered, why, failure),
    });
  }

  /** Some errors have a status of their own, and leave the other appends of the stream alone. */
  #refuseOr(answered: Answered, refusal: Refusal, failure: Failure): void {
    if (failure === 'accessDenied') this.#refuse(answered, accessDeniedStatus());
    else if (failure === 'deadline' || failure === 'timeout') this.#refuse(answered, timeoutStatus());
    else this.#fail(refusal);
  }

  #refuse(answered: Answered, status: BatchStatus): void {
    this.#pending.delete(answered.correlationId);
    this.#send(batchRefusal(answered, status));
  }

  #send(answer: Buffer): void {
    if (!this.#call.cancelled) this.#call.write(answer);
  }

  #fail(refusal: Refusal): void {
    this.#call.emit('error', refusal);
  }

  get #limits(): Limits {
    return this.#node.limits;
  }
}

function sizeStatus(tooLarge: TooLarge, { appendSize, eventSize }: Limits): BatchStatus {
  if (tooLarge.kind === 'append') return maximumAppendSizeStatus(appendSize);
  return maximumEventSizeStatus(tooLarge.id, tooLarge.size, eventSize);
}
