/**
 * A map laid over another: it reads through and writes only to itself.
 *
 * A decision asks what would be the case after its facts. It puts drafts over the maps of the state and folds the facts
 * into those, so that the state underneath stays as it is, however large it is.
 */
export class IndexDraft<Key, Value> implements Index<Key, Value> {
  readonly #under: Index<Key, Value>;
  /** Made when it is first written to: most drafts never are. */
  #over: Map<Key, Value> | undefined;

  constructor(under: Index<Key, Value>) {
    this.#under = under;
  }

  get(key: Key): Value | undefined {
    return this.#over?.get(key) ?? this.#under.get(key);
  }

  set(key: Key, value: Value): void {
    this.#over ??= new Map<Key, Value>();
    this.#over.set(key, value);
  }

  *values(): Generator<Value, void> {
    if (this.#over === undefined) yield* this.#under.values();
    else for (const [, value] of this.entries()) yield value;
  }

  *entries(): Generator<[Key, Value], void> {
    for (const [key, value] of this.#under.entries()) yield [key, this.#over?.get(key) ?? value];
    for (const [key, value] of this.#over ?? []) if (this.#under.get(key) === undefined) yield [key, value];
  }
}

/** What a state keeps by key: a Map will do. Values are never changed, only replaced; nothing is ever removed. */
export interface Index<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  values(): Iterable<Value>;
  entries(): Iterable<[Key, Value]>;
}
