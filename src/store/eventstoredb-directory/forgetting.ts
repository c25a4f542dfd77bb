import type { Forgotten } from '../directory.ts';
import type { LabelStreams } from './label-streams.ts';
import { isEntry } from './records.ts';
import { releaseClaims } from './releasing.ts';

/**
 * Forgets the label of an id, for good: first in its own stream, which decides it, then in those of the labels that it
 * has claimed, and in the file of this node.
 *
 * @param isBarred whether it is to be so too where it never had one
 * @throws StoreUnavailable where it is not known whether all of it is done; it can be done again
 */
export async function forget(streams: LabelStreams, id: string, isBarred: boolean): Promise<Forgotten> {
  for (;;) {
    streams.expectTime();
    const state = await streams.onServer.idState(id);
    const { held, stream, revision } = state;
    if (held === undefined && !isBarred) return 'unknown';
    const isToBeWritten = held === undefined || isEntry(held);
    if (isToBeWritten && !(await streams.add(state, { id, isForgotten: true }))) continue;
    await streams.showOnlyLast(stream);
    await streams.heard({ stream, revision: isToBeWritten ? revision + 1 : revision });
    await releaseClaims(streams, id);
    streams.index.purge();
    return isToBeWritten ? 'forgotten' : 'forgotten-before';
  }
}
