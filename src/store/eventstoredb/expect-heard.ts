import type { Closable } from '../both-or-neither.ts';
import { StoreUnavailable } from '../event-store.ts';
import type { EventStoreDb } from './event-store-db.ts';

/**
 * Of a log of which nothing was ever heard there is nothing to answer.
 *
 * @param beside what is closed with the store then
 * @throws StoreUnavailable
 */
export async function expectHeard(store: EventStoreDb, beside: Closable): Promise<void> {
  if (store.standing === 'live' || (await store.head()).position > 0) return;
  const why = store.whyAway ?? new StoreUnavailable('EventStoreDB has told nothing of the log yet');
  await Promise.allSettled([store.close(), beside.close()]);
  throw why;
}
