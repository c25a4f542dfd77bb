/** How a fault is done to a call. */
import { constants } from 'node:http2';
import type { Node } from '../node.ts';
import type { Failure, Strike } from '../strike.ts';
import {
  accessDenied,
  deadlineExceeded,
  notLeader,
  timedOut,
  unavailable,
  type Refusal,
} from '../wire/refusals.ts';
import { http2StreamOf } from './http2-stream.ts';

/** A write that may go wrong. */
export interface Deed {
  /** Writes, and gives back what tells the client of it. */
  commit(): () => void;
  refuse(refusal: Refusal, failure: Failure): void;
}

/** Does the deed, or what a fault makes of it. */
export function carryOut(node: Node, call: object, strike: Strike | undefined, deed: Deed): void {
  if (!strike) {
    deed.commit()();
    return;
  }
  const stored = strike.isAfterCommit ? deed.commit() : undefined;
  const refusal = refusalOf(node, strike);
  if (refusal) deed.refuse(refusal, strike.failure);
  else if (strike.failure === 'latency') {
    node.timers.after(strike.ms ?? 0, () => (stored ?? deed.commit())());
  } else tear(node, call, strike);
}

/** What does not take an answer: the stream or the connection is torn, or nothing happens at all. */
export function tear(node: Node, call: object, { failure, code }: Strike): void {
  const stream = http2StreamOf(call);
  if (failure === 'silence') return;
  if (failure === 'disconnect') node.disconnect(stream.session?.socket.remotePort);
  else stream.close(code ?? constants.NGHTTP2_INTERNAL_ERROR);
}

export function refusalOf(node: Node, strike: Strike): Refusal | undefined {
  switch (strike.failure) {
    case 'unavailable':
      return unavailable();
    case 'deadline':
      return deadlineExceeded();
    case 'timeout':
      return timedOut('a fault');
    case 'accessDenied':
      return accessDenied();
    case 'notLeader':
      return notLeader(strike.leader ?? node.endpoint());
    default:
      return undefined;
  }
}
