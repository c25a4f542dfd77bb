import { open } from 'node:fs/promises';
import { Failure } from './failure.ts';
import type { World } from './world.ts';

/** A file that is being read. */
export interface Input {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How much of it has been read, from 0 to 1; undefined where nobody knows how much there is. */
  share(): number | undefined;
}

/** Opens a file before anything else is touched; `-` is what stands on standard input. @throws Failure */
export async function openInput(
  name: string,
  { stdin, interrupted }: Pick<World, 'stdin' | 'interrupted'>,
): Promise<Input> {
  if (name === '-') return { bytes: untilAborted(stdin, interrupted), share: () => undefined };
  const handle = await open(name);
  const about = await handle.stat();
  if (about.isDirectory()) {
    await handle.close();
    throw new Failure('rejected', `${name} is a folder.`, 'Name a file, or - for standard input.');
  }
  let done = 0;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of handle.createReadStream() as AsyncIterable<Uint8Array>) {
      done += chunk.length;
      yield chunk;
    }
  }
  return { bytes: bytes(), share: () => (about.size === 0 ? undefined : done / about.size) };
}

/** Somebody who types may let us wait for ever; whoever interrupts does not wait for them. */
async function* untilAborted(
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
