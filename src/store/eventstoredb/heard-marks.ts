import type { Closing } from '../event-store.ts';
import type { LogCopy, Original } from '../sqlite-log/log-copy.ts';
import { Gate } from './gate.ts';
import { closingMarkIn, closingStream, markCategory } from './marks.ts';
import { sealIn, Seals, sealStream } from './seals.ts';
import type { Server } from './server.ts';

/** What a node knows of the marks that stand on the server beside the log: whether it is closed, and what was sealed. */
export class HeardMarks {
  readonly seals: Seals;
  readonly #gate = new Gate();
  readonly #copy: LogCopy;

  constructor(copy: LogCopy) {
    this.#copy = copy;
    this.seals = new Seals(copy);
  }

  get closing(): Closing | undefined {
    return this.#gate.closing;
  }

  /** Takes notice of what there is, before the log is heard. @throws StoreUnavailable, or LogDamaged where it is not so */
  async learn(server: Server): Promise<void> {
    this.#gate.learn((await server.readShort(closingStream, patience)).map(closingMarkIn));
    const seal = await server.last(sealStream, patience);
    this.seals.learn(seal && sealIn(seal));
  }

  /** Takes notice of a mark in its place. Tells whether the log is to be heard again. @throws LogDamaged */
  heed(mark: Original): boolean {
    if (mark.stream === sealStream) this.seals.heed(sealIn(mark));
    return mark.stream === closingStream && this.#gate.heed(closingMarkIn(mark), this.#copy.head());
  }
}

/** Whether it is a mark, and no event of the log. */
export function isMark({ stream }: Original): boolean {
  return stream.startsWith(`${markCategory}-`);
}

/** In milliseconds: how long the server may take to say what stands there. */
const patience = 5_000;
