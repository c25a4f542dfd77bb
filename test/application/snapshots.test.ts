/** Long streams that are kept folded: what is decided on them is what is decided without them, whatever became of them. */
import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Snapshots } from '../../src/application/snapshots.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { snapshotFiles } from '../../src/store/snapshot-files.ts';
import { memorySnapshots, type SnapshotStore } from '../../src/store/snapshot-store.ts';
import { histories, ledgerOf } from '../projections/random-ledger.ts';
import { eventsOf } from './asking.ts';

interface Told {
  readonly atomicStreams: boolean;
  readonly mostRows: number;
}

type Event = Omit<RecordedEvent, 'position' | 'prev'>;

/**
 * The events of a ledger that was told this, by processes of one command each, over what is kept between them: stream by
 * stream, for several cases are told at once, on some stores, and come in any order.
 */
async function logOf(
  history: readonly Command[],
  how: Told,
  snapshots?: SnapshotStore,
): Promise<readonly Event[]> {
  const every = { worthKeeping: 1 };
  const { log } = await ledgerOf(history, {
    ...how,
    ...(snapshots && { snapshots: () => new Snapshots(snapshots, every) }),
  });
  const events = await eventsOf(log);
  return events
    .map(({ position: _, prev: _prev, ...event }) => event)
    .sort((a, b) => a.stream.localeCompare(b.stream) || a.revision - b.revision);
}

const told = fc.record({ atomicStreams: fc.boolean(), mostRows: fc.constantFrom(1, 1_000) });

/** Snapshots of which it is counted how many were used. */
function counted(store: SnapshotStore): SnapshotStore & { readonly used: () => number } {
  let used = 0;
  return {
    ...store,
    async get(name) {
      const bytes = await store.get(name);
      if (bytes !== undefined) used += 1;
      return bytes;
    },
    used: () => used,
  };
}

test('decides what is decided without them, in the same events, one process a command', async () => {
  let used = 0;
  await fc.assert(
    fc.asyncProperty(histories, told, async (history, how) => {
      const snapshots = counted(memorySnapshots());
      expect(await logOf(history, how, snapshots)).toEqual(await logOf(history, how));
      used += snapshots.used();
    }),
    { numRuns: 60 },
  );
  expect(used).toBeGreaterThan(1_000);
}, 200_000);

test('that are of another ledger, as old or older, are passed over', async () => {
  await fc.assert(
    fc.asyncProperty(histories, histories, told, async (history, other, how) => {
      const snapshots = memorySnapshots();
      await logOf(other, how, snapshots);
      expect(await logOf(history, how, snapshots)).toEqual(await logOf(history, how));
    }),
    { numRuns: 20 },
  );
}, 200_000);

describe('in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const history = fc.sample(histories, { numRuns: 1, seed: 2259 })[0] ?? [];
  const how = { atomicStreams: true, mostRows: 1_000 };

  const damages: Readonly<Record<string, (file: string) => void>> = {
    'were deleted': (file) => {
      rmSync(file);
    },
    'are empty': (file) => {
      writeFileSync(file, '');
    },
    'were cut short': (file) => {
      writeFileSync(file, readFileSync(file).subarray(0, -1));
    },
    'have one bit that is wrong': (file) => {
      const bytes = readFileSync(file);
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      writeFileSync(file, bytes);
    },
    'took the place of another': (file) => {
      const first = join(file, '..', readdirSync(join(file, '..'))[0]!);
      writeFileSync(file, readFileSync(first));
    },
  };

  test.each(Object.keys(damages))('that %s are passed over', async (which) => {
    const path = join(folder, which.replaceAll(' ', '-'));
    let damaged = 0;
    const files = snapshotFiles(path, () => 'one');
    const damaging = counted({
      get: (name) => files.get(name),
      async put(name, bytes) {
        await files.put(name, bytes);
        damaged += 1;
        for (const file of readdirSync(path)) if (damaged % 7 === 0) damages[which]!(join(path, file));
      },
    });
    expect(await logOf(history, how, damaging)).toEqual(await logOf(history, how));
    expect(damaged).toBeGreaterThan(7);
    expect(damaging.used()).toBeGreaterThan(7);
  });
});
