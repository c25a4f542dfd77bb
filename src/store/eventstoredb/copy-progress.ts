import type { LogCopy } from '../sqlite-log/log-copy.ts';
import { loadMark, saveMark } from './copy-mark.ts';
import type { ServerPosition } from './server.ts';

/** How far on the server the copy goes, and that it is written down now and then. */
export class CopyProgress {
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

  /** The place of the event that was copied last; undefined where all is to be heard from the beginning. */
  get after(): ServerPosition | undefined {
    return this.#after;
  }

  reach(at: ServerPosition): void {
    this.#after = at;
    if (this.#copy.head().position - this.#marked >= eventsBetweenMarks) this.save();
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
