import type { Bytes } from './lines.ts';

/** The beginning of a file, and the file from its beginning. */
export interface Peeked {
  readonly head: Buffer;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/** Looks at so many first bytes of a file, or as many as it has, and keeps them for whoever reads it. */
export async function peek(bytes: Bytes, count: number): Promise<Peeked> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const source = chunksOf(bytes);
  while (length < count) {
    const { value, done } = await source.next();
    if (done === true) break;
    chunks.push(value);
    length += value.length;
  }
  return { head: Buffer.concat(chunks).subarray(0, count), bytes: again(chunks, source) };
}

async function* chunksOf(bytes: Bytes): AsyncGenerator<Uint8Array, void> {
  yield* bytes;
}

async function* again(
  chunks: readonly Uint8Array[],
  source: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
    yield* source;
  } finally {
    await source.return();
  }
}
