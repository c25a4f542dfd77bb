import type { Cell, DocumentName } from '../../domain/document/events.ts';
import { invariant } from '../../domain/rejection.ts';
import type { EventStore } from '../../store/event-store.ts';
import { storedEventOf } from '../reading.ts';

/** The values of one column. */
export type ListedColumn = readonly Cell[];

/** The columns that a document lists itself, by number. */
interface Listed {
  readonly listings: number;
  readonly columns: ReadonlyMap<number, ListedColumn>;
}

/** So many values are kept, for the next documents of a case refer to the same schedules. */
const mostKept = 1_000_000;

/** Reads the columns of documents, and keeps those used of late. */
export class ListedColumns {
  readonly #store: Pick<EventStore, 'readStream'>;
  /** In the order of last use; of those that are being read, too, so that two who ask at once read once. */
  readonly #kept = new Map<DocumentName, Promise<Listed>>();
  #weight = 0;

  constructor(store: Pick<EventStore, 'readStream'>) {
    this.#store = store;
  }

  /** To be asked only for what was committed: it stands before its commitment in the log, and never changes. */
  async in(document: DocumentName): Promise<Listed> {
    const kept = this.#kept.get(document);
    this.#kept.delete(document);
    const reading = kept ?? this.#begin(document);
    this.#kept.set(document, reading);
    return reading;
  }

  async #begin(document: DocumentName): Promise<Listed> {
    try {
      const listed = await this.#read(document);
      this.#weight += weightOf(listed);
      await this.#letGo();
      return listed;
    } catch (error) {
      this.#kept.delete(document);
      throw error;
    }
  }

  async #read(document: DocumentName): Promise<Listed> {
    const columns = new Map<number, Cell[]>();
    let listings = 0;
    for await (const page of this.#store.readStream(document, { mayLag: true })) {
      for (const event of page.map(storedEventOf)) {
        invariant(
          event.type === 'ScheduleListed' || event.type === 'AllocationListed',
          `${document} holds something else than a document`,
        );
        const { column, from, values } = event.data;
        const before = columns.get(column) ?? [];
        invariant(before.length === from, `${document} lacks values of column ${String(column)}`);
        for (const value of values) before.push(value);
        columns.set(column, before);
        listings += 1;
      }
    }
    return { listings, columns };
  }

  async #letGo(): Promise<void> {
    for (const [document, reading] of this.#kept) {
      if (this.#weight <= mostKept || this.#kept.size <= 1) return;
      this.#kept.delete(document);
      this.#weight -= weightOf(await reading);
    }
  }
}

function weightOf({ columns }: Listed): number {
  return [...columns.values()].reduce((values, column) => values + column.length, 1);
}
