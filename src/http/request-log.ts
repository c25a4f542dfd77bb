import type { Request, RequestHandler, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { failureOf, type Failure } from './failure.ts';
import type { StandingLine } from './standing-log.ts';
import { beginTrace, type Trace } from './trace.ts';

/** One line of the log. Its fields are all there are: whatever else a request holds, it cannot come into the log. */
export interface LogLine extends Partial<Failure> {
  readonly time: string;
  readonly level: 'info' | 'error';
  readonly requestId: string;
  readonly method: string;
  /** The route as it is declared, `/api/v1/victims/:victimId`; null where there is none. */
  readonly route: string | null;
  readonly status: number;
  readonly ms: number;
  /** The type of the command, where the request sent one. */
  readonly command?: string;
  /** The code of the problem that it was answered by. */
  readonly code?: string;
  /** The answer did not arrive: the client left, or a stream broke. */
  readonly isCut?: true;
}

/** A line about a failure that no request brought about. */
export interface FailureLine extends Failure {
  readonly time: string;
  readonly level: 'error';
}

/** Where the log goes. */
export type Log = (line: LogLine | FailureLine | StandingLine) => void;

/** That something failed behind the door. */
export function failureLine(error: unknown): FailureLine {
  return { time: new Date().toISOString(), level: 'error', ...failureOf(error) };
}

/** Gives each request an id, its own where it is no more than that, or a new one, and writes a line when it has been answered. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const trace = beginTrace(response, requestIdOf(request));
    response.setHeader('Request-Id', trace.requestId);
    response.once('close', () => {
      log(lineOf({ request, response, trace, ms: performance.now() - started }));
    });
    next();
  };
}

interface Answered {
  readonly request: Request;
  readonly response: Response;
  readonly trace: Trace;
  readonly ms: number;
}

function lineOf({ request, response, trace, ms }: Answered): LogLine {
  const { requestId, command, code, failure } = trace;
  return {
    time: new Date().toISOString(),
    level: response.statusCode >= 500 || failure !== undefined ? 'error' : 'info',
    requestId,
    method: request.method,
    route: routeOf(request),
    status: response.statusCode,
    ms: Math.round(ms * 10) / 10,
    ...(command !== undefined && { command }),
    ...(code !== undefined && { code }),
    ...failure,
    ...(!response.writableFinished && { isCut: true }),
  };
}

/** The path with the names of its parameters in the place of their values; Express knows it once a route was found. */
function routeOf(request: Request): string | null {
  const { route } = request as { route?: { path?: unknown } };
  return typeof route?.path === 'string' ? route.path : null;
}

/** A UUID, or an id of a trace; in any other text somebody might have written a name. */
const requestIdPattern = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i;

function requestIdOf(request: Request): string {
  const given = request.get('request-id');
  return given !== undefined && requestIdPattern.test(given) ? given : randomUUID();
}
