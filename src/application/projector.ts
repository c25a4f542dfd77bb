import type { EventStore } from '../store/event-store.ts';
import type { Mark, ReadModelStore } from '../store/read-model-store.ts';
import { batchesOf } from './batches.ts';
import { Documents } from './documents/documents.ts';
import { lookBack, rebuildFrom, type Progress } from './rebuild.ts';
import type { RebuildProof } from './rebuild-proof.ts';
import { tellBatch } from './tell-batch.ts';

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

  /**
   * Tells a fresh set of read models everything, and puts it in the place of the one in use, with which it was compared.
   *
   * @throws as `catchUp`, and RebuildDiffers
   */
  async rebuild(onProgress?: (progress: Progress) => void): Promise<RebuildProof> {
    return this.#inTurn(async () => {
      const proof = await this.#rebuild(onProgress);
      await this.#catchUp();
      return proof;
    });
  }

  /** SHA-256 over all read models: the same for the same events, however they were told. */
  stateHash(): string {
    return this.#readModel.stateHash();
  }

  /** One after the other: two at once would tell the same events, one of them for nothing. */
  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work);
    this.#last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  async #catchUp(): Promise<void> {
    const { position: head } = await this.#log.head();
    if (!(await this.#tellsThisLog(head))) await this.#rebuild();
    for (let isDone = false; !isDone;) {
      const mark = this.#readModel.checkpoint();
      if (mark.position === 0 && this.#isWorthRebuilding(head)) await this.#rebuild();
      else isDone = mark.position >= head || (await this.#tellAfter(mark));
    }
  }

  /** Many events are told quicker to fresh tables, and what another version has told is there to be compared with. */
  #isWorthRebuilding(head: number): boolean {
    return head >= worthRebuilding || (head > 0 && this.#readModel.standing().files.length > 1);
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

  async #rebuild(onProgress?: (progress: Progress) => void): Promise<RebuildProof> {
    const parts = { log: this.#log, readModel: this.#readModel, batches: this.#batches };
    const proof = await rebuildFrom(parts, onProgress);
    this.#isOurs = true;
    return proof;
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
