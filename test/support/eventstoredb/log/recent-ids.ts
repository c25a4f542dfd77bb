interface Place {
  readonly stream: string;
  readonly revision: bigint;
}

/** The ids that the server keeps in mind for appends that expect nothing: the oldest is forgotten first. */
export class RecentIds {
  readonly #limit: number;
  readonly #places = new Map<string, Place>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(id: string, place: Place): void {
    if (this.#limit === 0) return;
    this.#places.set(id, place);
    if (this.#places.size <= this.#limit) return;
    const [oldest] = this.#places.keys();
    if (oldest !== undefined) this.#places.delete(oldest);
  }

  /** An id that was last written to another stream is unknown: there is one place for each id. */
  revisionOf(id: string, stream: string): bigint | undefined {
    const place = this.#places.get(id);
    return place?.stream === stream ? place.revision : undefined;
  }

  clear(): void {
    this.#places.clear();
  }
}
