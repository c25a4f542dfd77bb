import type { EventStore, LogHead, ReadAllOptions } from '../../store/event-store.ts';
import type { RecordedEvent } from '../../store/recorded-event.ts';
import { PinnedStore } from './pinned-store.ts';
import { RehearsalStore } from './rehearsal-store.ts';

/**
 * A log that branches off another at a position: it begins with all that stood there, and goes on by itself. Unlike a
 * rehearsal it can be read back from one end to the other, and so be asked anything. Nothing of it comes into the books.
 */
export class BranchStore extends RehearsalStore {
  readonly base: LogHead;
  readonly #base: EventStore;

  private constructor(base: EventStore, head: LogHead) {
    super(base);
    this.#base = base;
    this.base = head;
  }

  /** Branches off a log where it ends, or at an earlier position. Of the past, the head has no hash. */
  static async off(log: EventStore, position?: number): Promise<BranchStore> {
    const head = await log.head();
    const base = position === undefined || position >= head.position ? head : { position, hash: '' };
    return new BranchStore(new PinnedStore(log, base), base);
  }

  /** What the branch has beyond its base, in order. */
  get events(): readonly RecordedEvent[] {
    return this.added;
  }

  override async *readAll(options: ReadAllOptions = {}): AsyncIterable<readonly RecordedEvent[]> {
    yield* this.#base.readAll(options);
    const { after = 0, upTo = Infinity } = options;
    const beyond = this.added.filter(({ position }) => position > after && position <= upTo);
    if (beyond.length > 0) yield beyond;
  }

  override head(): Promise<LogHead> {
    const { position, hash } = this.base;
    return Promise.resolve({ position: position + this.added.length, hash });
  }

  override async positionAt(instant: string): Promise<number> {
    const position = await super.positionAt(instant);
    const until = Date.parse(instant);
    return position + this.added.filter(({ recordedAt }) => Date.parse(recordedAt) <= until).length;
  }
}
