import type { Checkpoint } from '../store/checkpoint.ts';
import type { EventStore } from '../store/event-store.ts';

/** How far the log has been followed: the beginning, where that was another log, as after a backup was put back. */
export async function followedUpTo(store: EventStore, checkpoint: Checkpoint): Promise<number> {
  const { position, eventId } = await checkpoint.load();
  if (position === 0) return 0;
  for await (const [event] of store.readAll({ after: position - 1, upTo: position })) {
    if (event?.id === eventId) return position;
  }
  return 0;
}

/**
 * Whether a store that writes whole commands has a log that nobody here has followed yet. It may have come from a store
 * that writes one stream at a time, which left unfinished what was under way.
 */
export async function isInherited(store: EventStore, checkpoint: Checkpoint): Promise<boolean> {
  if (!store.capabilities.atomicStreams || (await store.head()).position === 0) return false;
  return (await followedUpTo(store, checkpoint)) === 0;
}
