import { Documents } from '../../src/application/documents/documents.ts';
import type { Table } from '../../src/projections/read-model.ts';
import { Telling, type Rows, type RowsOfTable } from '../../src/projections/read-models.ts';
import type { Told } from '../../src/projections/told.ts';
import { batchesOf, toldAt } from '../../src/application/batches.ts';
import type { EventStore } from '../../src/store/event-store.ts';

/** Rows in memory: what the projections say, without any store. */
export class MemoryRows implements Rows {
  readonly #added = new Map<string, object[]>();
  readonly #standing = new Map<string, Map<string, object>>();

  of({ name }: Pick<Table, 'name'>): RowsOfTable {
    const added = this.#added.get(name) ?? [];
    const standing = this.#standing.get(name) ?? new Map<string, object>();
    this.#added.set(name, added);
    this.#standing.set(name, standing);
    return {
      add: (row) => void added.push(row),
      get: (key) => standing.get(key.join(' ')),
      put: (key, row) => void standing.set(key.join(' '), row),
    };
  }

  /** All rows of a table; the compiler takes the word of whoever asks for what they are. */
  all(table: string): readonly never[] {
    return [...(this.#added.get(table) ?? []), ...(this.#standing.get(table)?.values() ?? [])] as never[];
  }
}

/** The events of a log as they are told to the read models. */
export async function toldIn(log: EventStore): Promise<readonly Told[]> {
  const told: Told[] = [];
  const documents = new Documents(log);
  for await (const batch of batchesOf(log.readAll(), { size: 1_000, documents })) {
    for (let at = 0; at < batch.length; at += 1) told.push(...toldAt(batch, at));
  }
  return told;
}

/** Tells these events, and what came of it. */
export function rowsAfter(events: readonly Told[]): MemoryRows {
  const rows = new MemoryRows();
  const telling = new Telling(rows);
  for (const event of events) telling.tell(event);
  telling.end();
  return rows;
}

/** An event as a projection is told it; the compiler is not asked, for a test says only what matters to it. */
export function told(
  type: Told['type'],
  data: object,
  {
    on = '2026-03-02',
    position = 1,
    cause = null,
  }: { on?: string; position?: number; cause?: object | null } = {},
): Told {
  const place = { position, item: 0, recordedAt: '2026-03-02T12:00:00.000Z', cause };
  return { type, effectiveOn: on, data, ...place } as unknown as Told;
}
