import type { EventStore } from '../store/event-store.ts';
import type { Mark, ReadModelStore } from '../store/read-model-store.ts';
import { batchesOf } from './batches.ts';
import { compared, notCompared, type RebuildProof } from './rebuild-proof.ts';
import { tellBatch } from './tell-batch.ts';

/** How far a rebuild has come. */
export interface Progress {
  readonly position: number;
  readonly head: number;
}

/** What a rebuild reads from, and what it makes anew. */
export interface RebuildParts {
  readonly log: EventStore;
  readonly readModel: ReadModelStore;
  readonly batches: Parameters<typeof batchesOf>[1];
}

/**
 * So many events are read again before those that are new: a copy of the log may have ended in the middle of an append, and
 * what follows by law is told with the receipt that stands before it there.
 */
export const lookBack = 50;

/** Where fewer events than these are left to tell, those who use the tables tell them in no time. */
const few = 500;

/**
 * Works all read models out anew, beside those that are in use. At the position where those stood when it began both are
 * compared; then all that was recorded meanwhile is told too, and the new ones take their place.
 *
 * @throws RebuildDiffers where they say otherwise what they should say alike; then everything stays as it was
 */
export async function rebuildFrom(
  { log, readModel, batches }: RebuildParts,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<RebuildProof> {
  let proof = notCompared('nothing-there');
  await readModel.rebuild(async (fresh) => {
    // Only after it was seen where those in use stand: whatever another process tells them meanwhile, the log has as far.
    const { position: head } = await log.head();
    let reached = 0;
    const tell = async (upTo: number, isTold = true): Promise<void> => {
      const asked = { after: Math.max(0, reached - lookBack), upTo, isChecked: true };
      for await (const batch of batchesOf(log.readAll(asked), batches)) {
        tellBatch(batch, fresh);
        reached = batch.at(-1)?.recorded.position ?? reached;
        if (isTold) onProgress({ position: reached, head });
      }
    };
    if (fresh.before !== undefined && (await isOf(log, fresh.before.mark, head))) {
      await tell(fresh.before.mark.position);
      proof = compared(fresh.before, fresh.seen());
    } else if (fresh.before !== undefined && fresh.before.mark.position > 0)
      proof = notCompared('another-log');
    fresh.letGo();
    await tell(head);
    fresh.settle();
    while ((await log.head()).position - reached > few) await tell((await log.head()).position, false);
  });
  return proof;
}

/** Whether the log has the event of the mark at its position. */
async function isOf(log: EventStore, { position, eventId }: Mark, head: number): Promise<boolean> {
  if (position === 0 || position > head) return false;
  for await (const [event] of log.readAll({ after: position - 1, upTo: position }))
    return event?.id === eventId;
  return false;
}
