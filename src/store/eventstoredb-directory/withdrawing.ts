import type { DirectoryEntry } from '../directory.ts';
import { isCalled } from './calling.ts';
import type { LabelStreams } from './label-streams.ts';
import { releaseClaims } from './releasing.ts';

/**
 * Takes a label back from its id, in the stream of the id, which decides it; its claim is past by that, and is taken back
 * after it. An id that is called otherwise by now is left as it is.
 *
 * @throws StoreUnavailable where it is not known what became of it; it can be done again
 */
export async function withdraw(streams: LabelStreams, entry: DirectoryEntry): Promise<void> {
  for (;;) {
    streams.expectTime();
    const state = await streams.onServer.idState(entry.id);
    if (!isCalled(state, entry)) return;
    const { stream, revision } = state;
    await streams.showOnlyLast(stream);
    if (!(await streams.add(state, { id: entry.id, isWithdrawn: true }))) continue;
    await streams.heard({ stream, revision: revision + 1 });
    await releaseClaims(streams, entry.id);
    return;
  }
}
