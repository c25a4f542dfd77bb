import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { isNativeError } from 'node:util/types';
import { RevisionDiffers } from '../application/session.ts';
import type { UnknownSubject } from '../application/queries/unknown-subject.ts';
import { Rejection } from '../domain/rejection.ts';
import { labelRuleOf } from '../requests/label-refusals.ts';
import { foundInWords } from '../requests/remedies.ts';
import { docsPath } from './api.ts';
import { labelProblem } from './label-desk.ts';
import { Problem, type Fault } from './problem.ts';
import { problemTypes, type ProblemCode } from './problem-types.ts';
import { failureOf } from './failure.ts';
import { revisionTag } from './tags.ts';
import { traceOf } from './trace.ts';

/** Answers whatever was thrown as a problem (RFC 9457), in words that are the same each time. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(thrown);
    const trace = traceOf(response);
    trace.code = problem.code;
    if (problem.code === 'unexpected' || problem.cause !== undefined) {
      trace.failure = failureOf(problem.cause ?? thrown);
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
    response.status(problem.status).type('application/problem+json').setHeader('Cache-Control', 'no-store');
    response.send(JSON.stringify(bodyOf(problem, trace.requestId)));
  }
}

/** A problem as it is sent. */
export function bodyOf(
  { code, status, errors }: Pick<Problem, 'code' | 'status' | 'errors'>,
  requestId: string,
) {
  const { title, detail } = problemTypes[code];
  return {
    type: `/${docsPath}/problems#${code}`,
    title,
    status,
    detail,
    instance: `urn:restitution:request:${requestId}`,
    code,
    requestId,
    errors,
  };
}

function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof Rejection) return refusal(thrown);
  if (thrown instanceof RevisionDiffers) return revisionDiffers(thrown);
  if (thrown instanceof HttpException)
    return new Problem(byStatus[thrown.getStatus()] ?? 'request-malformed');
  const rule = labelRuleOf(thrown);
  if (rule !== undefined) return labelProblem(rule);
  const known = byName[isNativeError(thrown) ? thrown.name : ''];
  return known === undefined ? new Problem('unexpected') : known(thrown);
}

/** With the figure or the day that the law makes of what was sent, where it makes another one. */
function refusal(rejection: Rejection): Problem {
  const { code, pointer } = rejection;
  if (pointer === '') return new Problem(code);
  const { title } = problemTypes[code];
  const message = `${title} ${foundInWords(rejection)}`.trimEnd();
  return new Problem(code, { errors: [{ pointer, code, message }] });
}

/** With the tag that would have matched, where there is anything to match. */
function revisionDiffers({ actual }: RevisionDiffers): Problem {
  return new Problem('revision-differs', actual < 0 ? {} : { headers: { ETag: revisionTag(actual) } });
}

const soon = { headers: { 'Retry-After': '1' } };

/** Errors of what stands below are told by their names: a door does not know the shelves. */
const byName: Readonly<Record<string, ((thrown: unknown) => Problem) | undefined>> = {
  StoreUnavailable: () => new Problem('store-unavailable', soon),
  ServerAway: () => new Problem('store-unavailable', soon),
  ReadModelsDamaged: (cause) => new Problem('read-models-damaged', { cause }),
  ProjectionFailed: (cause) => new Problem('projections-stopped', { cause }),
  UnknownEvent: (cause) => new Problem('projections-stopped', { cause }),
  RebuildDiffers: (cause) => new Problem('projections-stopped', { cause }),
  LogMoved: (cause) => new Problem('ledger-moved', { cause }),
  VersionConflict: () => new Problem('busy', soon),
  Overtaken: () => new Problem('busy', soon),
  BadCursor: () => new Problem('parameter-invalid', { errors: [badCursor] }),
  UnknownSubject: (thrown) => new Problem('subject-not-known', { errors: [unknownSubject(thrown)] }),
};

/** What Nest and Express refuse before a request comes to us. */
const byStatus: Readonly<Record<number, ProblemCode | undefined>> = {
  404: 'route-not-found',
  413: 'body-too-large',
  415: 'not-json',
};

function unknownSubject(thrown: unknown): Fault {
  return {
    pointer: `/${(thrown as UnknownSubject).field}`,
    code: 'subject-not-known',
    message: 'The ledger has never heard of this one. Correct the id, or leave it out to list all.',
  };
}

const badCursor = {
  pointer: '/cursor',
  code: 'not-a-cursor',
  message: 'No page of this list has given this cursor. Begin without one.',
};
