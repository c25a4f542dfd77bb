/** The end of the log that the index does not know yet, held in memory by every process that has the log open. */
import type { Entry } from '../log/carry-out.ts';

export type Place = Pick<Entry, 'stream' | 'revision' | 'id' | 'position' | 'bytes' | 'leaf'>;

/** What of one stream stands in the tail. */
export interface RecentEvents {
  /** The position of the stream's first event, wherever that stands: the stream goes by it in the index. */
  readonly first: number;
  /** The revision of the first of these events. */
  readonly from: number;
  readonly positions: readonly number[];
  /** The id and the leaf hash of the last. */
  readonly lastId: string;
  readonly leaf: string;
}

export class Tail {
  readonly #streams = new Map<string, Growing>();
  readonly #positions = new Map<string, number>();
  #bytes = 0;

  /** In events. */
  get size(): number {
    return this.#positions.size;
  }

  /** In bytes of stored events. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The events in the tail, by stream. */
  get streams(): Iterable<readonly [string, RecentEvents]> {
    return this.#streams;
  }

  /** Position by event id. */
  get ids(): Iterable<readonly [string, number]> {
    return this.#positions;
  }

  has(id: string): boolean {
    return this.#positions.has(id);
  }

  of(stream: string): RecentEvents | undefined {
    return this.#streams.get(stream);
  }

  add({ stream, revision, id, position, bytes, leaf }: Place, first: number): void {
    this.#positions.set(id, position);
    this.#bytes += bytes.length;
    const recent = this.#streams.get(stream);
    if (recent === undefined) {
      this.#streams.set(stream, { first, from: revision, positions: [position], lastId: id, leaf });
      return;
    }
    recent.positions.push(position);
    recent.lastId = id;
    recent.leaf = leaf;
  }

  clear(): void {
    this.#streams.clear();
    this.#positions.clear();
    this.#bytes = 0;
  }
}

interface Growing extends RecentEvents {
  readonly positions: number[];
  lastId: string;
  leaf: string;
}
