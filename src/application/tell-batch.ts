import { Telling } from '../projections/read-models.ts';
import type { ReadModelStore } from '../store/read-model-store.ts';
import type { RecordedEvent } from '../store/recorded-event.ts';
import { toldAt, type Batch, type Heard } from './batches.ts';
import { UnknownEvent } from './reading.ts';

/** The read models could not be told of an event. Nothing is skipped: they stay as they were before its batch. */
export class ProjectionFailed extends Error {
  readonly position: number;
  readonly type: string;

  constructor({ position, type }: Pick<RecordedEvent, 'position' | 'type'>, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`position ${String(position)} (${type}) cannot be told to the read models: ${why}`, { cause });
    this.name = 'ProjectionFailed';
    this.position = position;
    this.type = type;
  }
}

/** Tells what is new of a batch, as one transaction. Whether the read models stand where that could be done. */
export function tellBatch(batch: Batch, readModel: Pick<ReadModelStore, 'write'>): boolean {
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
