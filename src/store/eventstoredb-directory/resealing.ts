import type { LabelStreams } from './label-streams.ts';
import type { KnownStream } from './directory-index.ts';

/**
 * Writes the last record of a stream once more, sealed with the key that seals now.
 *
 * @returns whether it was; where somebody else wrote meanwhile, it is to be looked at again
 * @throws StoreUnavailable
 */
export async function reseal(streams: LabelStreams, { stream }: KnownStream): Promise<boolean> {
  const { revision, record } = await streams.read(stream);
  if (record === undefined) return false;
  await streams.showOnlyLast(stream);
  if (!(await streams.add({ stream, revision }, record))) return false;
  await streams.heard({ stream, revision: revision + 1 });
  return true;
}
