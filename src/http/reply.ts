import type { StreamableFile } from '@nestjs/common';
import type { Stamp } from '../application/views/ledger.ts';
import { tagOf } from './tags.ts';

/** An answer, whole: what a route gives back, and the interceptor writes. */
export class Reply {
  readonly status: number;
  readonly body: object | StreamableFile;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: Reply['body'], headers: Reply['headers'] = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** An answer that is true of the position, and on the clocks, that its headers name. */
export function stampedReply(body: object, stamp: Stamp, headers: Reply['headers'] = {}): Reply {
  return new Reply(200, body, { ...stampHeaders(stamp), ...headers });
}

/** The same, with a tag by which it is known again; without one where the view is behind its stream. */
export function taggedReply(
  body: object,
  stamp: Stamp,
  end: { readonly revision: number; readonly position: number } | undefined,
): Reply {
  if (end === undefined || end.position > stamp.position) return stampedReply(body, stamp);
  return stampedReply(body, stamp, { ETag: tagOf(end.revision, JSON.stringify(body)) });
}

/** On which clocks and at which position an answer was given, out of which read models; and its hash, where it is known. */
export function stampHeaders({
  position,
  asOf,
  knownAt,
  readModels,
  hash,
}: Omit<Stamp, 'hash'> & Partial<Pick<Stamp, 'hash'>>): Readonly<Record<string, string>> {
  return {
    'Ledger-Position': String(position),
    ...(asOf !== null && { 'Ledger-As-Of': asOf }),
    ...(knownAt !== null && { 'Ledger-Known-At': knownAt }),
    'Ledger-Read-Models': readModels,
    ...(hash !== undefined && { 'Ledger-Answer-Hash': hash }),
  };
}
