/**
 * How long is it until a process that was just started can decide about a victim of 2,000 orders and tens of thousands of
 * payments: folded from the beginning of its stream, and from a snapshot with what came since?
 *
 * Each is read several times, and the fastest counts, so that none profits from what another has warmed.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aggregates } from '../src/application/aggregates.ts';
import { Documents } from '../src/application/documents/documents.ts';
import { Snapshots } from '../src/application/snapshots.ts';
import { foldVersion } from '../src/fold-version.ts';
import { snapshotFiles } from '../src/store/snapshot-files.ts';
import { openSqliteEventStore } from '../src/store/sqlite-log/sqlite-event-store.ts';
import { figure, seconds } from './support/figure.ts';
import { Payments, writeLargeLog } from './support/large-log.ts';
import { victimId } from './support/workload.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-snapshots-'));
const kept = join(folder, 'snapshots');
const store = await openSqliteEventStore({ file: join(folder, 'log.sqlite') });

try {
  await writeLargeLog(store, 1_000_000);
  const fastest = async (snapshots: () => Snapshots | undefined): Promise<number> => {
    const once = () => seconds(() => load(snapshots()));
    return Math.min(await once(), await once(), await once());
  };
  const fromFiles = (): Snapshots => new Snapshots(snapshotFiles(kept, foldVersion));
  figure('events of the victim', (await load(undefined)).revision + 1, '');
  figure('what tells one version of the rules from another', await seconds(version), 's');
  figure('folded from the beginning', await fastest(() => undefined), 's');
  figure('the same, which leaves a snapshot', await seconds(() => load(fromFiles())), 's');
  figure('from the snapshot', await fastest(fromFiles), 's');
  await new Payments(store).record(1_000, 'late');
  figure('from the snapshot, and what came since', await fastest(fromFiles), 's');
  const [file = ''] = readdirSync(kept);
  figure('snapshot on disk', statSync(join(kept, file)).size / 1024 / 1024, 'MiB');
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}

function version(): Promise<string> {
  return Promise.resolve(foldVersion());
}

function load(snapshots: Snapshots | undefined) {
  const aggregates = new Aggregates(store, new Documents(store), snapshots);
  return aggregates.load({ kind: 'Victim', id: victimId(0) });
}
