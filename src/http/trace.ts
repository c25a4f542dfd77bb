import type { Response } from 'express';
import type { Failure } from './failure.ts';

/** What is remembered of a request for its line in the log: never a body, a query, or the id of anybody. */
export interface Trace {
  readonly requestId: string;
  command?: string;
  /** The code of the problem that it was answered by. */
  code?: string;
  /** What went wrong inside, where something did. */
  failure?: Failure;
}

/** Begins the trace of a request. */
export function beginTrace(response: Response, requestId: string): Trace {
  const trace = { requestId };
  traces.set(response, trace);
  return trace;
}

/** The trace of the request that is being answered. */
export function traceOf(response: Response): Trace {
  return traces.get(response) ?? beginTrace(response, '');
}

const traces = new WeakMap<Response, Trace>();
