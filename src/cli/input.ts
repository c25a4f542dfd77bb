import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Failure } from './failure.ts';
import { Spool } from './spool.ts';
import type { World } from './world.ts';

/** A file that is being read. */
export interface Input {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How much of it stands before the end of a line, from 0 to 1, as far as it was read; undefined where nobody knows. */
  share(line: number): number | undefined;
  /** A digest of the whole of it; what comes by standard input has to come to its end first. */
  digest(): Promise<string>;
}

/** Opens a file before anything else is touched; `-` is what stands on standard input. @throws Failure */
export async function openInput(
  name: string,
  { stdin, interrupted }: Pick<World, 'stdin' | 'interrupted'>,
): Promise<Input> {
  if (name === '-') return comingOnce(untilAborted(stdin, interrupted));
  const handle = await open(name);
  const about = await handle.stat();
  if (about.isDirectory()) {
    await handle.close();
    throw new Failure('rejected', `${name} is a folder.`, 'Name a file, or - for standard input.');
  }
  if (!about.isFile()) return comingOnce(handle.createReadStream() as AsyncIterable<Uint8Array>);
  let done = 0;
  let lines = 0;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of handle.createReadStream() as AsyncIterable<Uint8Array>) {
      done += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
      yield chunk;
    }
  }
  return {
    bytes: bytes(),
    // Of what was read much may wait to be sent, on a cluster all of it.
    share: (line) => (lines === 0 ? undefined : (done / about.size) * Math.min(1, line / lines)),
    digest: once(() => digestOf(name)),
  };
}

/** What is no file of a disk: the standard input, or the output of another program. */
function comingOnce(bytes: AsyncIterable<Uint8Array>): Input {
  const spool = new Spool(bytes);
  return { bytes: spool.bytes(), share: () => undefined, digest: () => spool.digest() };
}

async function digestOf(name: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(name) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}

function once<Result>(deed: () => Promise<Result>): () => Promise<Result> {
  let done: Promise<Result> | undefined;
  return () => (done ??= deed());
}

/** Somebody who types may let us wait for ever; whoever interrupts does not wait for them. */
export async function* untilAborted(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reading = chunks[Symbol.asyncIterator]();
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  while (!signal.aborted) {
    const read = await Promise.race([reading.next(), aborted]);
    if (read === undefined || read.done === true) return;
    yield read.value;
  }
}
