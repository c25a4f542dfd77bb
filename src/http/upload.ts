import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { setImmediate } from 'node:timers/promises';
import { heldOf, mostHeldBytes } from '../formats/held-bytes.ts';
import type { Bytes } from '../formats/lines.ts';
import { api } from './api.ts';
import { Problem } from './problem.ts';

const uploadPath = new RegExp(`^/${api}/accounts/[^/]+/files/?$`, 'i');

/** Whether the body of a request is a file, which goes past whatever reads JSON. */
export function isUpload({ method, path }: Request): boolean {
  return method === 'POST' && uploadPath.test(path);
}

/** How a file may be sent. None of these types does a page of another site send without asking first. */
export const fileTypes = ['application/octet-stream', 'application/xml', 'text/xml', 'text/csv'] as const;

/** @throws Problem where the body is no file as this API takes it in, or is said to be too large */
export function requireFile(request: Request): void {
  const isEncoded = (request.get('content-encoding') ?? 'identity') !== 'identity';
  if (isEncoded || request.is([...fileTypes]) === false) throw new Problem('not-a-file');
  if (Number(request.get('content-length')) > mostHeldBytes) throw new Problem('file-too-large');
}

/** What all files on their way may hold together: twice what one may. */
const mostOnTheWay = 2 * mostHeldBytes;

/** Where files that come with requests are held, for as long as the request lasts, and in memory alone. */
@Injectable()
export class Uploads {
  #byteCount = 0;

  /**
   * Holds the file that a request brings, and gives it to whoever reads it, as often as it is opened.
   *
   * @throws Problem where it is too large, where too much is held already, or where it does not come to its end
   */
  async held<Result>(request: Request, read: (open: () => Bytes) => Promise<Result>): Promise<Result> {
    let mine = 0;
    const mayHold = (byteCount: number): void => {
      if (this.#byteCount + byteCount > mostOnTheWay) throw new Problem('uploads-full', { headers: soon });
      this.#byteCount += byteCount;
      mine += byteCount;
    };
    try {
      const parts = await heldOf(comingIn(request), mayHold);
      if (parts === undefined) throw new Problem('file-too-large');
      return await read(() => breathing(parts));
    } finally {
      this.#byteCount -= mine;
    }
  }
}

const soon = { 'Retry-After': '10' };

/** The connection stays, where reading ends early, for the answer to go out by. @throws Problem where it is cut */
async function* comingIn(request: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } catch {
    throw new Problem('request-malformed');
  }
}

/** Others are answered between two parts: a large file takes seconds to read. */
async function* breathing(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    yield part;
    await setImmediate();
  }
}
