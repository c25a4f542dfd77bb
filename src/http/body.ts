import type { Request, RequestHandler } from 'express';
import { remedyFor } from '../formats/fault.ts';
import { readStrictJson } from '../formats/strict-json.ts';
import { Problem } from './problem.ts';
import { isUpload, requireFile } from './upload.ts';

/** What a body may hold: 1 MiB. */
export const mostBodyBytes = 1_048_576;

/** Lets through only requests whose body, where they must have one, is JSON; or a file, where that is what the route takes. */
export const requireJson: RequestHandler = (request, _, next) => {
  if (isUpload(request)) requireFile(request);
  else if (hasBody(request)) {
    if (request.is('*/*') === null) throw new Problem('body-missing');
    if (request.is('application/json') === false) throw new Problem('not-json');
  }
  next();
};

/** Reads the bytes of a body as JSON: strictly, so that nobody learns later that something else was understood. */
export const readBody: RequestHandler = (request, _, next) => {
  if (hasBody(request) && !isUpload(request)) {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw new Problem('body-missing');
    request.body = valueOf(textOf(bytes));
  }
  next();
};

function hasBody({ method }: Request): boolean {
  return method === 'POST' || method === 'PUT';
}

const mostDepth = 8;
const utf8 = new TextDecoder('utf-8', { fatal: true });

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw unreadable('', 'not-utf-8', 'The body is not UTF-8. Send it in UTF-8.');
  }
}

function valueOf(text: string): unknown {
  const json = readStrictJson(text, mostDepth);
  if (!json.ok) throw unreadable(json.pointer, json.rule);
  return json.value;
}

type Rule = Parameters<typeof remedyFor>[0];

/** @param message where the words for a file do not fit */
function unreadable(pointer: string, rule: Rule, message = remedyFor(rule)): Problem {
  return new Problem('body-unreadable', { errors: [{ pointer, code: rule, message }] });
}
