import { LogDamaged } from '../event-store.ts';
import { CommitListeners } from '../log/commit-listeners.ts';
import type { LogCopy } from '../sqlite-log/log-copy.ts';
import { loadMark, saveMark } from './copy-mark.ts';
import type { Keeper } from './keeper.ts';
import type { Arrived, ServerPosition } from './server.ts';

/** Keeps the copy of the log, and writes down now and then how far on the server it goes. */
export class CopyKeeper implements Keeper {
  readonly listeners = new CommitListeners();
  readonly #copy: LogCopy;
  readonly #markFile: string;
  #after: ServerPosition | undefined;
  #marked = 0;

  constructor(copy: LogCopy, markFile: string) {
    this.#copy = copy;
    this.#markFile = markFile;
    const mark = loadMark(markFile);
    // Where the mark is of another copy, all is heard again, and compared with what is there.
    if (mark === undefined || mark.position > copy.head().position) return;
    if (copy.reader.at(mark.position).id !== mark.eventId) return;
    this.#after = mark.at;
    this.#marked = mark.position;
  }

  get after(): ServerPosition | undefined {
    return this.#after;
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  take(arrived: readonly Arrived[]): void {
    const last = arrived.at(-1);
    if (last === undefined) return;
    this.#copy.take(arrived);
    this.#after = last.at;
    const { position } = this.#copy.head();
    if (position - this.#marked >= eventsBetweenMarks) this.save();
    this.listeners.tell(position);
  }

  reach(): void {
    // Most of what a server has is events of the ledger: what is heard again where this is lost is little.
  }

  expectWhole(): void {
    // What does not fit was told when it came.
  }

  has(stream: string, revision: number): boolean {
    return this.#copy.placeOf(stream, revision) !== undefined;
  }

  isForGood(error: unknown): boolean {
    return error instanceof LogDamaged;
  }

  save(): void {
    const { position } = this.#copy.head();
    if (this.#after === undefined || position === 0 || position === this.#marked) return;
    const { id: eventId } = this.#copy.reader.at(position);
    saveMark(this.#markFile, { at: this.#after, position, eventId });
    this.#marked = position;
  }
}

const eventsBetweenMarks = 10_000;
