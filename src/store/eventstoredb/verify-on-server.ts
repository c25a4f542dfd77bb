/** Reads the whole log from the server once more, and compares it with the copy of a node. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LogDamaged, StoreUnavailable } from '../event-store.ts';
import { openEventStoreDb, type EventStoreDb, type EventStoreDbOptions } from './event-store-db.ts';

/**
 * @throws LogDamaged where the server no longer has what was copied, or has something that does not fit
 * @throws StoreUnavailable where it does not come to an end of reading
 */
export async function verifyOnServer(
  node: EventStoreDb,
  asked: Pick<EventStoreDbOptions, 'connectionString' | 'categories' | 'isHeedless'>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'));
  try {
    // Every event is held against its hashes as it is copied.
    const fresh = await openEventStoreDb({ ...asked, folder, patience: longest });
    try {
      await expectSame(node, fresh);
    } finally {
      await fresh.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The log may grow meanwhile; both hear of it, and soon enough at the same time. */
async function expectSame(node: EventStoreDb, fresh: EventStoreDb): Promise<void> {
  for (let left = looks; left > 0; left -= 1) {
    if (!(await fresh.untilLive(longest)) || !(await node.untilLive(longest)))
      throw new StoreUnavailable('EventStoreDB was not read to its end');
    const [ours, theirs] = [await node.head(), await fresh.head()];
    if (ours.position === theirs.position) {
      if (ours.hash === theirs.hash) return;
      throw new LogDamaged(ours.position, 'the log on the server is not what was copied');
    }
    await pause(pauseBetweenLooks);
  }
  throw new LogDamaged((await fresh.head()).position, 'the log on the server does not go as far as the copy');
}

const looks = 50;
/** In milliseconds. */
const pauseBetweenLooks = 100;
const longest = 24 * 60 * 60 * 1000;
