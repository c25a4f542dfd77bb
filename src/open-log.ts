/** The threshold of the log that stands in a folder: it is opened only as the log that belongs there. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileCheckpoint } from './store/checkpoint.ts';
import { namesIn } from './store/copy-to-read.ts';
import { LogMoved, type EventStore } from './store/event-store.ts';
import { emptyHash } from './store/log/envelope.ts';
import { expectLogThere, expectSameLog, lastOf } from './store/log-lost.ts';
import { arrivingFrom, arrivingMark } from './store/moving/arriving.ts';
import { nameOfCopy } from './store/eventstoredb/event-store-db.ts';
import { openSqliteEventStore, type SqliteStoreOptions } from './store/sqlite-log/sqlite-event-store.ts';
import { marksIn } from './store/sqlite-read-models/marks.ts';

/** What stands in a ledger's folder. */
export const namesInFolder = {
  log: 'ledger.sqlite',
  directory: 'directory.sqlite',
  readModels: 'read-models',
  checkpoint: 'processes.position',
  snapshots: 'snapshots',
} as const;

/** What of a ledger's folder would be written to, by its name there. */
export function writtenIn(folder: string): readonly string[] {
  const readModelFiles = namesIn(join(folder, namesInFolder.readModels));
  return [
    namesInFolder.log,
    namesInFolder.directory,
    namesInFolder.readModels,
    ...readModelFiles.map((name) => join(namesInFolder.readModels, name)),
  ];
}

/** What the folder remembers is asked first: another process may let the log grow meanwhile, and never shrink. */
export async function openLog(folder: string, options: SqliteStoreOptions): Promise<EventStore> {
  const checkpoint = await fileCheckpoint(join(folder, namesInFolder.checkpoint)).load();
  const remembered = {
    last: lastOf([checkpoint, ...marksIn(join(folder, namesInFolder.readModels))]),
    hasCompany: existsSync(join(folder, namesInFolder.directory)),
  };
  const file = join(folder, namesInFolder.log);
  expectLogThere(file, remembered);
  const store = await openSqliteEventStore(options);
  try {
    await expectSameLog(store, file, remembered);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A ledger that is on its way into this folder is not taken for a new one. @throws LogMoved */
export function expectArrived(folder: string): void {
  const place = existsSync(join(folder, namesInFolder.log)) ? undefined : arrivingFrom(folder);
  if (place === undefined) return;
  const at = statSync(arrivingMark(folder)).mtime.toISOString();
  throw new LogMoved({ why: 'arriving', place, at, head: { position: 0, hash: emptyHash } });
}

/** The folder is not of the kind that the settings ask for. */
class WrongFolder extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'WrongFolder';
  }
}

/** One machine and a node of many keep other things in their folders. @throws WrongFolder where they would be mixed */
export function expectKind(folder: string, isNode: boolean): void {
  const isOfOneMachine = existsSync(join(folder, namesInFolder.log));
  if (isNode && isOfOneMachine)
    throw new WrongFolder(
      `${folder} holds the log of one machine, and RESTITUTION_EVENTSTORE_URL names a server; give the node a folder of its own`,
    );
  if (!isNode && !isOfOneMachine && existsSync(join(folder, nameOfCopy)))
    throw new WrongFolder(`${folder} is that of a node, whose log RESTITUTION_EVENTSTORE_URL names; set it`);
}
