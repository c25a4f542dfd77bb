import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { LogHead } from '../event-store.ts';
import { closeFile, finishClosing, LogWentOn } from '../sqlite-log/closing.ts';
import { LogCopy, type Original } from '../sqlite-log/log-copy.ts';
import { openLogFile } from '../sqlite-log/log-file.ts';
import type { RawLog } from '../sqlite-log/raw-log.ts';
import { verifyLog } from '../sqlite-log/verify-log.ts';
import { arrivingFolder, arrivingFrom, arrivingLog, arrivingMark } from './arriving.ts';
import { PlaceTaken, type Destination, type Told } from './move.ts';

/** What a folder is to hold. */
export interface FolderToFill {
  /** For people. */
  readonly place: string;
  readonly folder: string;
  /** The name of the log. */
  readonly logName: string;
  /** Names that stand in no folder that is new: whoever finds them finds another ledger. */
  readonly foreign: readonly string[];
}

/** A log that is begun in a folder: it stands under another name, in a folder of its own, until it is whole and proven. */
export class ToFile implements Destination {
  readonly place: string;
  readonly #into: FolderToFill;
  readonly #log: string;
  readonly #arriving: string;
  #copy: LogCopy | undefined;

  constructor(into: FolderToFill) {
    this.place = into.place;
    this.#into = into;
    this.#log = join(into.folder, into.logName);
    this.#arriving = arrivingLog(into.folder);
  }

  look(from: string): Promise<boolean> {
    const { folder, foreign } = this.#into;
    if (existsSync(this.#log)) return Promise.resolve(true);
    const before = arrivingFrom(folder);
    const found = foreign.find((name) => existsSync(join(folder, name)));
    if (before === undefined && found !== undefined)
      throw new PlaceTaken(this.place, `is the folder of another ledger: it has ${found}`);
    if (before !== undefined && before !== from)
      throw new PlaceTaken(this.place, `is being filled from ${before}`);
    mkdirSync(arrivingFolder(folder), { recursive: true, mode: 0o700 });
    writeFileSync(arrivingMark(folder), `${from}\n`, { mode: 0o600 });
    return Promise.resolve(false);
  }

  begin(log: RawLog): Promise<number> {
    this.#copy ??= LogCopy.open(this.#arriving);
    const has = this.#copy.head();
    if (log.runningAt(has.position) !== has.hash)
      throw new PlaceTaken(this.place, 'has the beginning of another log');
    return Promise.resolve(has.position);
  }

  take(events: readonly Original[]): Promise<void> {
    this.#copy?.take(events);
    return Promise.resolve();
  }

  async verify(head: LogHead, told: Told): Promise<LogHead> {
    this.#copy?.close();
    const file = existsSync(this.#log) ? this.#log : this.#arriving;
    const onProgress = (events: number): void => told('verified', events, head.position);
    const verified = await verifyLog(file, { expectedHead: head, onProgress });
    if (file === this.#log) this.#tidyUp();
    return verified.head;
  }

  open(): Promise<void> {
    settle(this.#arriving);
    renameSync(this.#arriving, this.#log);
    toDisk(this.#into.folder);
    this.#tidyUp();
    return Promise.resolve();
  }

  shut(head: LogHead, to: string): Promise<void> {
    // A place that was never opened was never written to.
    if (!existsSync(this.#log) && arrivingFrom(this.#into.folder) !== undefined) return Promise.resolve();
    try {
      const closing = closeFile(this.#log, { place: to, at: new Date().toISOString(), expected: head });
      finishClosing(this.#log, closing);
    } catch (error) {
      if (!(error instanceof LogWentOn)) throw error;
      throw new PlaceTaken(this.place, `was written to since: ${error.message}`);
    }
    return Promise.resolve();
  }

  end(): Promise<void> {
    this.#copy?.close();
    return Promise.resolve();
  }

  /** What was only there for the move. */
  #tidyUp(): void {
    rmSync(arrivingFolder(this.#into.folder), { recursive: true, force: true });
  }
}

/** Brings all into the one file, and the file to the disk. */
function settle(file: string): void {
  const db = openLogFile(file, { readOnly: false, busyTimeout: patience });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  toDisk(file);
}

function toDisk(path: string): void {
  // Windows keeps its directories itself, and gives no handle to one.
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** In milliseconds. */
const patience = 10_000;
