import { Telling } from '../projections/read-models.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Mark, ReadModelStore } from '../store/read-model-store.ts';
import type { RecordedEvent } from '../store/recorded-event.ts';
import { batchesOf, toldAt, type Batch, type Heard } from './batches.ts';
import { Documents } from './documents/documents.ts';
import { UnknownEvent } from './reading.ts';

/** The read models could not be told of an event. Nothing is skipped: they stay as they were before its batch. */
export class ProjectionFailed extends Error {
  readonly position: number;

  constructor({ position, type }: Pick<RecordedEvent, 'position' | 'type'>, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`position ${String(position)} (${type}) cannot be told to the read models: ${why}`, { cause });
    this.name = 'ProjectionFailed';
    this.position = position;
  }
}

/** How far a rebuild has come. */
export interface Progress {
  readonly position: number;
  readonly head: number;
}

/** What a projector reads from, and what it keeps in step. */
export interface ProjectorParts {
  readonly log: EventStore;
  readonly readModel: ReadModelStore;
  /** What opens the documents of the log; one of its own unless told. */
  readonly documents?: Documents;
  /** Events in one transaction; 4,000 unless told. */
  readonly batchSize?: number;
}

/** So many events are told quicker to fresh tables than to those in use. */
const worthRebuilding = 20_000;

/**
 * So many events are read again before those that are new: a copy of the log may have ended in the middle of an append, and
 * what follows by law is told with the receipt that stands before it there.
 */
const lookBack = 50;

/** Keeps the read models in step with the log. */
export class Projector {
  readonly #log: EventStore;
  readonly #readModel: ReadModelStore;
  readonly #batches: Parameters<typeof batchesOf>[1];
  /** Whether the read models have been seen to tell this log, and not another that stood here before. */
  #isOurs = false;
  #last: Promise<void> = Promise.resolve();

  constructor({ log, readModel, documents = new Documents(log), batchSize = 4_000 }: ProjectorParts) {
    this.#log = log;
    this.#readModel = readModel;
    this.#batches = { size: batchSize, documents };
  }

  /**
   * Tells the read models everything that the log held when this was called.
   *
   * @throws LogDamaged where an event is not what was recorded there: what is told is held against its hashes first
   * @throws UnknownEvent where a newer program wrote to the log
   * @throws ProjectionFailed where an event cannot follow on those before it
   * @throws InvariantBroken where the books do not balance
   */
  async catchUp(): Promise<void> {
    await this.#inTurn(() => this.#catchUp());
  }

  /** Tells a fresh set of read models everything, and puts it in the place of the one in use. @throws as `catchUp` */
  async rebuild(onProgress: (progress: Progress) => void = () => undefined): Promise<void> {
    await this.#inTurn(async () => {
      await this.#rebuild(onProgress);
      await this.#catchUp();
    });
  }

  /** SHA-256 over all read models: the same for the same events, however they were told. */
  stateHash(): string {
    return this.#readModel.stateHash();
  }

  /** One after the other: two at once would tell the same events, one of them for nothing. */
  async #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    await mine;
  }

  async #catchUp(): Promise<void> {
    const { position: head } = await this.#log.head();
    if (!(await this.#tellsThisLog(head))) await this.#rebuild();
    for (let isDone = false; !isDone;) {
      const mark = this.#readModel.checkpoint();
      if (mark.position === 0 && head >= worthRebuilding) await this.#rebuild();
      else isDone = mark.position >= head || (await this.#tellAfter(mark));
    }
  }

  /** Whether all was told: another process may have put fresh read models in the place of those that it began with. */
  async #tellAfter({ position }: Mark): Promise<boolean> {
    for await (const batch of batchesOf(
      this.#log.readAll({ after: Math.max(0, position - lookBack), isChecked: true }),
      this.#batches,
    )) {
      if (!tellBatch(batch, this.#readModel)) return false;
    }
    return true;
  }

  async #rebuild(onProgress: (progress: Progress) => void = () => undefined): Promise<void> {
    const { position: head } = await this.#log.head();
    await this.#readModel.rebuild(async (fresh) => {
      for await (const batch of batchesOf(
        this.#log.readAll({ upTo: head, isChecked: true }),
        this.#batches,
      )) {
        tellBatch(batch, fresh);
        onProgress({ position: batch.at(-1)?.recorded.position ?? 0, head });
      }
    });
    this.#isOurs = true;
  }

  async #tellsThisLog(head: number): Promise<boolean> {
    const { position, eventId } = this.#readModel.checkpoint();
    if (this.#isOurs || position === 0) return true;
    if (position > head) return false;
    for await (const [event] of this.#log.readAll({ after: position - 1, upTo: position })) {
      this.#isOurs = event?.id === eventId;
    }
    return this.#isOurs;
  }
}

/** Tells what is new of a batch, as one transaction. Whether the read models stand where that could be done. */
function tellBatch(batch: Batch, readModel: Pick<ReadModelStore, 'write'>): boolean {
  let follows = true;
  readModel.write((rows) => {
    const from = batch.findIndex(({ recorded }) => recorded.position > rows.mark.position);
    if (from < 0) return;
    follows = batch[from]?.recorded.position === rows.mark.position + 1;
    if (!follows) return;
    const telling = new Telling(rows);
    for (let at = from; at < batch.length; at += 1) tellOne(batch, at, telling);
    telling.end();
    const { position, id } = (batch[batch.length - 1] as Heard).recorded;
    rows.advance({ position, eventId: id });
  });
  return follows;
}

function tellOne(batch: Batch, at: number, telling: Telling): void {
  try {
    for (const told of toldAt(batch, at)) telling.tell(told);
  } catch (error) {
    if (error instanceof UnknownEvent) throw error;
    throw new ProjectionFailed((batch[at] as Heard).recorded, error);
  }
}
