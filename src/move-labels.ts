/** The threshold where labels leave one place for another: which directory stands at each end is known here. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LogPlace } from './application/moving.ts';
import { namesInFolder } from './open-log.ts';
import type { CopiedDirectory, Directory } from './store/directory.ts';
import { copyDirectory } from './store/directory/copy-directory.ts';
import { DirectoryOnDemand } from './store/directory/directory-on-demand.ts';
import { SqliteDirectory } from './store/directory/sqlite-directory.ts';
import {
  openEventStoreDbDirectory,
  type EventStoreDbDirectory,
} from './store/eventstoredb-directory/eventstoredb-directory.ts';
import { namedKeyFile, readKeyFile } from './store/eventstoredb-directory/key-file.ts';
import { heardToTheEnd } from './store/moving/heard-to-the-end.ts';
import { expectRoom, moveDirectory } from './store/moving/move-directory.ts';
import type { Told } from './store/moving/move.ts';

/** The labels of a ledger on their way from one place to another. */
export interface LabelMove {
  /** Sees that it can be done, before the old log is closed. @throws DirectoryKeyRefused, SealBroken, StoreUnavailable */
  prepare(told: Told): Promise<void>;
  /** Does it; what was cut short is done again. @throws StoreUnavailable */
  bring(told: Told): Promise<CopiedDirectory>;
  end(): Promise<void>;
}

/** @throws DirectoryKeyRefused where one of the two is a cluster, and no key is named that could open and seal its labels */
export function labelsBetween(from: LogPlace, to: LogPlace): LabelMove {
  if (from.kind === 'folder' && to.kind === 'folder')
    return betweenFolders(fileIn(from.folder), fileIn(to.folder));
  if (from.kind === 'eventStore' && to.kind === 'folder')
    return new WithCluster(from, { folder: to.folder, isLeaving: true });
  if (from.kind === 'folder' && to.kind === 'eventStore')
    return new WithCluster(to, { folder: from.folder, isLeaving: false });
  throw new RangeError('labels of a server are not brought to a server');
}

type Cluster = Extract<LogPlace, { kind: 'eventStore' }>;

/** One label after the other is sealed, or opened. */
class WithCluster implements LabelMove {
  readonly #cluster: Cluster;
  readonly #keyFile: string;
  readonly #file: string;
  readonly #isLeaving: boolean;
  #onServer: EventStoreDbDirectory | undefined;

  constructor(cluster: Cluster, { folder, isLeaving }: { folder: string; isLeaving: boolean }) {
    this.#cluster = cluster;
    this.#keyFile = namedKeyFile(cluster.directoryKeyFile);
    readKeyFile(this.#keyFile);
    this.#file = fileIn(folder);
    this.#isLeaving = isLeaving;
  }

  async prepare(told: Told): Promise<void> {
    await this.#heard(told);
  }

  async bring(told: Told): Promise<CopiedDirectory> {
    const onServer = await this.#heard(told);
    if (!this.#isLeaving && !existsSync(this.#file)) return nothing;
    const inFile = openFile(this.#file);
    const [from, to] = this.#isLeaving ? [onServer, inFile] : [inFile, onServer];
    try {
      return await copyDirectory(from, to, (done) => {
        told('labelled', done, 0);
      });
    } finally {
      await inFile.close();
    }
  }

  async end(): Promise<void> {
    await this.#onServer?.close();
  }

  /** The index is in memory alone: where the move is cut short, it leaves no label behind. */
  async #heard(told: Told): Promise<EventStoreDbDirectory> {
    const { connectionString } = this.#cluster;
    this.#onServer ??= await openEventStoreDbDirectory({
      ...{ connectionString, keyFile: this.#keyFile, patience: 0 },
    });
    await heardToTheEnd(this.#onServer, () => {
      told('labelled', 0, 0);
    });
    return this.#onServer;
  }
}

/** One file is copied whole, over what an earlier try left; whether the folder is free for it was seen with the log. */
function betweenFolders(from: string, to: string): LabelMove {
  return {
    prepare: async () => {
      expectRoom(from, to);
      // Read to its end, so that a damage is found while the old log is open.
      if (existsSync(from)) await tallyOf(openFile(from));
    },
    bring: async () => ((await moveDirectory(from, to)) ? tallyOf(openFile(to)) : nothing),
    end: () => Promise.resolve(),
  };
}

async function tallyOf(directory: Directory): Promise<CopiedDirectory> {
  const tally = { entered: 0, forgotten: 0 };
  try {
    for await (const page of directory.contents())
      for (const held of page) tally['isForgotten' in held ? 'forgotten' : 'entered'] += 1;
  } finally {
    await directory.close();
  }
  return { ...nothing, ...tally };
}

const nothing: CopiedDirectory = { entered: 0, known: 0, forgotten: 0, refused: [] };

function fileIn(folder: string): string {
  return join(folder, namesInFolder.directory);
}

function openFile(file: string): Directory {
  return new DirectoryOnDemand(file, (path) => new SqliteDirectory(path));
}
