import type { LabelStreams } from './label-streams.ts';
import { isEntry } from './records.ts';

/**
 * Takes back every claim of an id to a label that it is not called by, so that nothing says it once was. What has been
 * taken back, or claimed by another since, is left as it is.
 *
 * @throws StoreUnavailable where it is not known whether all are taken back; it can be done again
 */
export async function releaseClaims(streams: LabelStreams, id: string): Promise<void> {
  const { index, names } = streams;
  const held = index.heldOf(id);
  const present = held !== undefined && isEntry(held) ? names.ofLabel(held.kind, held.label) : undefined;
  const revision = index.revisionOf(names.ofId(id));
  for (const claim of index.claimsOf(id)) {
    // A claim for a revision that is to come is under way.
    if (claim.stream === present || claim.at > revision) continue;
    await streams.showOnlyLast(claim.stream);
    if (await streams.add(claim, { isFree: true }))
      await streams.heard({ stream: claim.stream, revision: claim.revision + 1 });
  }
}
